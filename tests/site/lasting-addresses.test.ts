/** What becomes of addresses that were published once: the ledger of one site, and the content of a later day. */

import { describe, expect, test } from 'vitest';
import { printLedger } from '../../src/content/address-ledger.ts';
import { defined } from '../../src/text/defined.ts';
import { siteYaml, story } from '../builds/temporary-content.ts';
import { type Assembled, assembled } from './assembled.ts';

type Files = Readonly<Record<string, string>>;

const front = (title: string, more = '') =>
  `title: ${title}\ndate: 2024-05-06\ntopics: [Research]\ncredits: {draft: YANG Lindi}\n${more}`.trimEnd();

const published: Files = {
  'articles/2024/fair/index.md': story(front('A fair', 'series: Fairs'), 'Forty stalls stood on the green.'),
  'articles/2024/fair/index.zh.md': story(front('集市'), '四十个摊位。'),
  'articles/2024/pond/index.md': story(front('A pond'), 'Herons came back to the pond.'),
  'pages/about.md': story('title: About', 'Who we are.'),
};

async function later(
  changes: Readonly<Record<string, string | undefined>>,
  now?: string,
): Promise<Assembled> {
  const first = await assembled(published);
  const files = Object.entries({ ...published, ...changes }).flatMap(([file, text]) =>
    text === undefined ? [] : [[file, text] as const],
  );
  return await assembled(Object.fromEntries(files), {
    ledger: printLedger(first.ledgerAfter),
    ...defined({ now }),
  });
}

const moves = ({ site }: Assembled) => site.redirects.map(({ from, to }) => `${from} ${to}`).sort();
const codes = ({ diagnostics }: Assembled) => diagnostics.map(({ code }) => code);

describe('an address that was published', () => {
  test('is noted: stories in each language, pages, people, topics and series', async () => {
    const { ledgerAfter } = await assembled(published);
    expect([...ledgerAfter.addresses.keys()].sort()).toEqual(
      expect.arrayContaining([
        '/2024/05/fair/',
        '/about/',
        '/people/yang-lindi/',
        '/series/fairs/',
        '/topics/research/',
        '/zh/2024/05/fair/',
      ]),
    );
  });

  test('stays as long as nothing changes', async () => {
    const site = await later({});
    expect(codes(site)).toEqual([]);
    expect(site.site.redirects).toEqual([]);
  });

  test('leads to the new one when the story has another slug or day', async () => {
    const site = await later({
      'articles/2024/fair/index.md': story(
        front('A fair', 'slug: spring-fair\nseries: Fairs'),
        'Other words.',
      ),
      'articles/2024/pond/index.md': story(front('A pond').replace('05-06', '06-07'), 'Other words.'),
    });
    expect(codes(site)).toEqual([]);
    expect(moves(site)).toEqual(['/2024/05/fair/ /2024/05/spring-fair/', '/2024/05/pond/ /2024/06/pond/']);
  });

  test('leads to the new one when the folder is renamed, told by its words or by headline and day', async () => {
    const text = published['articles/2024/fair/index.md'] ?? '';
    const changes = {
      'articles/2024/fair/index.md': undefined,
      'articles/2024/fair/index.zh.md': undefined,
      'articles/2024/spring-fair/index.md': text.replace('A fair', 'The spring fair'),
      'articles/2024/spring-fair/index.zh.md': story(front('集市'), '改写了。'),
    };
    const site = await later(changes);
    expect(codes(site)).toEqual([]);
    expect(moves(site)).toEqual([
      '/2024/05/fair/ /2024/05/spring-fair/',
      '/zh/2024/05/fair/ /zh/2024/05/spring-fair/',
    ]);
    // Renamed once more, after the first move was noted: both old addresses lead to the newest.
    expect(site.ledgerAfter.addresses.get('/2024/05/fair/')).toBe('articles/2024/spring-fair/index.md');
  });

  test('of a topic leads to the one of the same name, whatever it is called in addresses now', async () => {
    const before = { ...published, 'site.yaml': siteYaml };
    const first = await assembled(before);
    const renamed = siteYaml.replace('slug: research', 'slug: our-research');
    const site = await assembled(
      { ...before, 'site.yaml': renamed },
      { ledger: printLedger(first.ledgerAfter) },
    );
    expect(codes(site)).toEqual([]);
    expect(moves(site)).toEqual([
      '/topics/research/ /topics/our-research/',
      '/zh/topics/research/ /zh/topics/our-research/',
    ]);
  });

  test('may not be lost: the message says what to write', async () => {
    const site = await later({ 'articles/2024/pond/index.md': undefined });
    expect(codes(site)).toEqual(['lost-address']);
    const [lost] = site.diagnostics;
    expect(lost?.file).toBe('content/.addresses.json');
    expect(lost?.line).toBeGreaterThan(3);
    expect(lost?.message).toContain('/2024/05/pond/');
    expect(lost?.hint).toMatch(
      /aliases: \[\/2024\/05\/pond\/\].*tombstones: {2}- \{path: \/2024\/05\/pond\//u,
    );
  });

  test('is gone with a reason when it has a tombstone, or is another story’s alias', async () => {
    const site = await later({
      'articles/2024/pond/index.md': undefined,
      'pages/about.md': undefined,
      'articles/2024/fair/index.md': story(front('A fair', 'series: Fairs\naliases: [/about/]'), 'Forty.'),
      'tombstones.yaml': 'tombstones:\n  - {path: /2024/05/pond, reason: It was a joke., date: 2024-06-01}\n',
    });
    expect(codes(site)).toEqual([]);
    expect(site.site.gone).toMatchObject([{ url: '/2024/05/pond/', lang: 'en', reason: 'It was a joke.' }]);
    expect(moves(site)).toEqual(['/about/ /2024/05/fair/']);
  });

  test('cannot be dead and alive', async () => {
    const site = await later({
      'tombstones.yaml': 'tombstones: [{path: /2024/05/pond/, reason: A joke., date: 2024-06-01}]\n',
    });
    expect(codes(site)).toEqual(['duplicate-permalink']);
  });

  test('of a list that is empty now leads to the lists', async () => {
    const site = await later({
      'articles/2024/fair/index.md': story(front('A fair').replace('YANG Lindi', 'LI Hua'), 'Forty stalls.'),
      'articles/2024/pond/index.md': story(front('A pond').replace('YANG Lindi', 'LI Hua'), 'Herons.'),
    });
    expect(moves(site)).toEqual(['/people/yang-lindi/ /people/', '/series/fairs/ /']);
  });

  test('of a story whose time is over says so; of one that is held back again nothing', async () => {
    const over = 'expiresAt: 2024-06-01T00:00+08:00';
    const expired = await later({ 'articles/2024/pond/index.md': story(front('A pond', over), 'Herons.') });
    expect(codes(expired)).toEqual([]);
    expect(expired.site.gone).toMatchObject([{ url: '/2024/05/pond/', date: { day: '2024-06-01' } }]);
    for (const when of ['draft: true', 'embargoUntil: 2099-01-01T00:00+08:00']) {
      const held = await later({ 'articles/2024/pond/index.md': story(front('A pond', when), 'Herons.') });
      expect(codes(held)).toEqual([]);
      expect(held.site.gone).toEqual([]);
      expect(moves(held)).toEqual([]);
    }
  });

  test('moves with all others when the pattern of addresses changes', async () => {
    const { siteYaml } = await import('../builds/temporary-content.ts');
    const site = await later({ 'site.yaml': `${siteYaml}permalink: /{year}/{slug}/\n` });
    expect(codes(site)).toEqual([]);
    expect(moves(site)).toHaveLength(3);
  });
});
