/** What waits is judged as if it were due, and what readers will never see keeps nothing back. */

import { describe, expect, test } from 'vitest';
import { printLedger } from '../../src/content/address-ledger.ts';
import { story } from '../builds/temporary-content.ts';
import { type AssembledOptions, assembled } from './assembled.ts';

const later = 'embargoUntil: 2024-05-09T08:00+08:00';
const now = '2024-05-07T08:00+08:00';

const text = (title: string, keys = '', body = 'Text.') =>
  story(`title: ${title}\ndate: 2024-05-06\ntopics: [Research]${keys === '' ? '' : `\n${keys}`}`, body);

async function judged(files: Readonly<Record<string, string>>, options: AssembledOptions = {}) {
  const found = await Promise.all(
    [false, true].map(async (includeHidden) => {
      const { diagnostics } = await assembled(files, { now, includeHidden, ...options });
      return diagnostics.map(({ code, severity, file, message }) => [
        code,
        severity,
        file.split('/').at(-2),
        message,
      ]);
    }),
  );
  // The preview, which shows everything, says the same.
  expect(found[1]).toEqual(found[0]);
  return found[0] ?? [];
}

const fair = (keys: string, body?: string) => ({ 'articles/2024/fair/index.md': text('Fair', keys, body) });
const other = (keys = '', body?: string) => ({ 'articles/2024/other/index.md': text('Other', keys, body) });

describe('a story that is held back', () => {
  test.each([
    ['a taken address', 'slug: other', 'Text.', 'duplicate-permalink'],
    ['a taken alias', 'aliases: [/2024/05/other/]', 'Text.', 'duplicate-permalink'],
    ['an attachment that is not there', '', '[Plan](plan.pdf)', 'broken-link'],
    ['a heading that is not there', '', '[Other](../other/index.md#nowhere)', 'broken-link'],
    ['a photo that is not there', 'photos: {9.jpg: {alt: A}}', 'Text.', 'photo-not-found'],
    ['an unknown person', 'credits: {draft: li-hua}', 'Text.', 'unknown-person'],
    ['a date after its moment', 'updated: 2025-01-01', 'Text.', 'future-date'],
  ])('is refused before its moment for %s', async (_what, keys, body, code) => {
    for (const when of [later, 'publishAt: 2024-05-09T08:00+08:00', '']) {
      const found = await judged({
        ...fair([when, keys].filter((key) => key !== '').join('\n'), body),
        ...other(),
      });
      expect(found).toEqual([[code, 'error', expect.any(String), expect.any(String)]]);
    }
  });

  test('is refused for a tombstone at its address', async () => {
    const found = await judged({
      ...fair(later),
      ...other(),
      'tombstones.yaml': 'tombstones: [{path: /2024/05/fair/, reason: Gone., date: 2024-05-01}]',
    });
    expect(found).toEqual([['duplicate-permalink', 'error', 'content', expect.any(String)]]);
  });

  test('is refused for the messages of a language that begins with it', async () => {
    const config = (await import('../builds/temporary-content.ts')).siteYaml.replace(
      '  zh: {name: 中文, locale: zh-CN}',
      '  zh: {name: 中文, locale: zh-CN}\n  sw: {name: Kiswahili, locale: sw-KE}',
    );
    const found = await judged({
      'site.yaml': config,
      ...other(),
      'articles/2024/fair/index.sw.md': text('Maonyesho', later),
    });
    expect(found.map(([code]) => code)).toContain('missing-messages');
  });
});

describe('a link to a story', () => {
  const link = '[Fair](../fair/index.md)';

  test.each([
    ['that is held back', later, '', 'not published before 2024-05-09T08:00+08:00'],
    ['that appears later still', later, 'publishAt: 2024-05-08T08:00+08:00', 'not published before'],
    ['that is a draft', 'draft: true', '', 'is a draft'],
    ['that is a draft, of a story that waits', 'draft: true', later, 'is a draft'],
    ['that has expired', 'expiresAt: 2024-05-07T07:00+08:00', '', 'has expired'],
    ['that will go', 'expiresAt: 2024-06-01T00:00+08:00', '', 'disappears at 2024-06-01'],
  ])('%s is refused', async (_what, target, source, message) => {
    expect(await judged({ ...fair(target), ...other(source, link) })).toEqual([
      ['broken-link', 'error', 'other', expect.stringContaining(message)],
    ]);
  });

  test.each([
    ['appears at the same moment', later, later],
    ['appears before', 'publishAt: 2024-05-08T08:00+08:00', later],
    ['goes at the same moment', 'expiresAt: 2024-06-01T00:00+08:00', 'expiresAt: 2024-06-01T00:00+08:00'],
  ])('that %s is right', async (_what, target, source) => {
    expect(await judged({ ...fair(target), ...other(source, link) })).toEqual([]);
  });
});

describe('a draft, or what has expired', () => {
  test.each(['draft: true', 'expiresAt: 2024-05-07T07:00+08:00'])(
    'with mistakes keeps nothing from being published: %s',
    async (keys) => {
      const found = await judged({
        ...fair(`${keys}\nslug: other`, '[Plan](plan.pdf)'),
        ...other(),
      });
      expect(found.map(([code, severity, where]) => [code, severity, where])).toEqual([
        ['duplicate-permalink', 'warning', 'fair'],
        ['broken-link', 'warning', 'fair'],
      ]);
    },
  );
});

describe('the old address of a story', () => {
  const known = (file: string) =>
    printLedger({ addresses: new Map([['/2024/05/fair/', file]]), stories: new Map() });

  test('is not another one’s, now or when it is due', async () => {
    const ledger = known('articles/2024/fair/index.md');
    for (const keys of ['slug: fair', `slug: fair\n${later}`]) {
      expect(await judged({ ...fair('slug: spring-fair'), ...other(keys) }, { ledger })).toEqual([
        ['reused-address', 'error', 'other', expect.stringContaining('/2024/05/fair/')],
      ]);
    }
    expect(
      await judged({ ...fair('slug: spring-fair'), ...other('aliases: [/2024/05/fair/]') }, { ledger }),
    ).toEqual([['reused-address', 'error', 'other', expect.any(String)]]);
  });

  test('is told, and no more, when that story is gone', async () => {
    const ledger = known('articles/2024/gone/index.md');
    expect(await judged({ ...other('slug: fair') }, { ledger })).toEqual([
      ['reused-address', 'warning', 'other', expect.any(String)],
    ]);
  });

  test('is its own in another language or another file', async () => {
    const ledger = known('articles/2024/fair/index.en.md');
    expect(await judged({ ...fair(''), ...other() }, { ledger })).toEqual([]);
  });
});
