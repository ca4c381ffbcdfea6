/** What readers and feed readers know stays whose it is. */

import { describe, expect, test } from 'vitest';
import { printLedger } from '../../src/content/address-ledger.ts';
import { story } from '../builds/temporary-content.ts';
import { assembled } from './assembled.ts';

type Files = Readonly<Record<string, string>>;

const text = (title: string, date: string, keys: string, body = 'Text.') =>
  story(`title: ${title}\ndate: ${date}\ntopics: [Research]\n${keys}`, body);

async function ledgerAfter(files: Files, ledger?: string): Promise<string> {
  return printLedger((await assembled(files, { ...(ledger === undefined ? {} : { ledger }) })).ledgerAfter);
}

describe('the id of a feed entry', () => {
  const body = 'A long text that tells this story from all others.';
  const fair = (keys: string) => text('Fair', '2024-05-06', keys, body);
  const idOf = async (files: Files, ledger: string) =>
    (await assembled(files, { ledger })).edition('en').articles.map(({ firstUrl }) => firstUrl);

  test('is its first address, whatever its slug becomes, and becomes again', async () => {
    let ledger = await ledgerAfter({ 'articles/2024/fair/index.md': fair('credits: {}') });
    // Addresses that sort before and after the first.
    for (const slug of ['a-fair', 'zoo', 'fair-2024']) {
      const files = { 'articles/2024/fair/index.md': fair(`slug: ${slug}`) };
      expect(await idOf(files, ledger)).toEqual(['/2024/05/fair/']);
      ledger = await ledgerAfter(files, ledger);
      expect(await idOf(files, ledger)).toEqual(['/2024/05/fair/']);
    }
  });

  test('stays when the folder is renamed', async () => {
    const ledger = await ledgerAfter({ 'articles/2024/fair/index.md': fair('credits: {}') });
    const files = { 'articles/2024/spring-fair/index.md': fair('credits: {}') };
    expect(await idOf(files, ledger)).toEqual(['/2024/05/fair/']);
    expect(await idOf(files, await ledgerAfter(files, ledger))).toEqual(['/2024/05/fair/']);
  });

  test('stays when the date, and so the address, is another', async () => {
    const ledger = await ledgerAfter({ 'articles/2024/fair/index.md': fair('credits: {}') });
    const files = { 'articles/2024/fair/index.md': text('Fair', '2024-06-06', 'credits: {}', body) };
    expect(await idOf(files, ledger)).toEqual(['/2024/05/fair/']);
  });

  test('is read from ledgers that know addresses alone', async () => {
    const ledger = JSON.stringify({
      version: 1,
      addresses: { '/2024/05/fair/': 'articles/2024/fair/index.md' },
      stories: {},
    });
    expect(await idOf({ 'articles/2024/fair/index.md': fair('slug: zoo') }, ledger)).toEqual([
      '/2024/05/fair/',
    ]);
  });
});

describe('the address of a person without a file', () => {
  const urls = async (files: Files, ledger?: string) => {
    const { edition } = await assembled(files, { ...(ledger === undefined ? {} : { ledger }) });
    return new Map(edition('en').people.map(({ name, url }) => [name, url]));
  };
  const fair = {
    'articles/2024/fair/index.md': text('Fair', '2024-05-06', 'credits: {draft: 李桦, revision: LI Hua}'),
  };
  const green = { 'articles/2024/green/index.md': text('Green', '2024-05-07', 'credits: {draft: 李华}') };
  const early = { 'articles/2023/early/index.md': text('Early', '2023-05-07', 'credits: {draft: 李华}') };

  test('does not depend on the names of folders', async () => {
    const renamed = {
      'articles/2024/zzz/index.md': fair['articles/2024/fair/index.md'],
      'articles/2024/aaa/index.md': green['articles/2024/green/index.md'],
    };
    expect(await urls(renamed)).toEqual(await urls({ ...fair, ...green }));
  });

  test('stays when an earlier story of the same sound is added', async () => {
    const before = await urls({ ...fair, ...green });
    const ledger = await ledgerAfter({ ...fair, ...green });
    expect(await urls({ ...early, ...fair, ...green }, ledger)).toEqual(before);
    expect(new Set(before.values()).size).toBe(3);
  });

  test('is nobody else’s when the person is no longer named', async () => {
    const ledger = await ledgerAfter({ ...fair, ...green });
    const before = await urls({ ...fair, ...green });
    const after = await urls(
      { ...green, 'articles/2024/new/index.md': text('New', '2024-06-01', 'credits: {draft: 李骅}') },
      ledger,
    );
    expect(after.get('李华')).toBe(before.get('李华'));
    expect([...before.values()]).not.toContain(after.get('李骅'));
  });

  test('stays through another spelling in capitals', async () => {
    const one = (name: string) => ({
      'articles/2024/fair/index.md': text('Fair', '2024-05-06', `credits: {draft: ${name}}`),
    });
    const ledger = await ledgerAfter(one('Li Hua'));
    expect(await urls(one('LI Hua'), ledger)).toEqual(new Map([['LI Hua', '/people/li-hua/']]));
  });

  test('leads to the file that the person gets', async () => {
    const files = { ...fair, ...green };
    const ledger = await ledgerAfter(files);
    const url = (await urls(files)).get('李华');
    const { site, edition } = await assembled(
      { ...files, 'people/hua-li.md': story('name: 李华', 'She writes.') },
      { ledger },
    );
    expect(edition('en').people.find(({ name }) => name === '李华')?.url).toBe('/people/hua-li/');
    expect(site.redirects).toContainEqual({ from: url, to: '/people/hua-li/', lang: 'en' });
  });

  test('is no file that a slug could name', async () => {
    for (const folders of [
      ['a', 'b'],
      ['b', 'a'],
    ]) {
      const { diagnostics } = await assembled({
        [`articles/2024/${folders[0]}/index.md`]: text('One', '2024-05-06', 'credits: {draft: YANG Lindi}'),
        [`articles/2024/${folders[1]}/index.md`]: text('Two', '2024-05-06', 'credits: {draft: yang-lindi}'),
      });
      expect(diagnostics.map(({ code }) => code)).toEqual(['unknown-person']);
    }
  });

  test('stands in the ledger without the name', async () => {
    const ledger = await ledgerAfter({ ...fair, ...green });
    expect(ledger).not.toMatch(/李/u);
    expect(ledger).toMatch(/"names": \{\n {2}"\/people\/li-hua/u);
  });
});

describe('the address of a series', () => {
  const part = (name: string, date: string) => text(`Part ${date}`, date, `series: ${name}`);
  const files = {
    'articles/2024/a/index.md': part('湖面', '2024-05-06'),
    'articles/2024/b/index.md': part('胡面', '2024-05-07'),
  };

  test('stays when an earlier part of another series of the same sound is added', async () => {
    const ledger = await ledgerAfter(files);
    const urls = async (all: Files) =>
      (await assembled(all, { ledger }))
        .edition('en')
        .series.map(({ name, url }) => [name, url])
        .sort();
    const before = await urls(files);
    expect(await urls({ ...files, 'articles/2023/c/index.md': part('胡面', '2023-05-07') })).toEqual(before);
    expect(before).toEqual([
      ['湖面', '/series/hu-mian/'],
      ['胡面', '/series/hu-mian-2/'],
    ]);
  });
});
