import { describe, expect, test } from 'vitest';
import { story } from '../builds/temporary-content.ts';
import { assembled } from './assembled.ts';

const now = '2024-05-06T12:00+08:00';

async function told(keys: string): Promise<readonly unknown[]> {
  const file = 'articles/2024/fair/index.md';
  const text = story(`title: The fair\ntopics: [Research]\n${keys}`, 'Text.');
  const { diagnostics } = await assembled({ [file]: text }, { now });
  return diagnostics.map(({ code, severity, hint }) => [code, severity, hint]);
}

describe('a date in the future', () => {
  test.each([
    ['date: 2031-05-09', 'publishAt: 2031-05-09T08:00+08:00'],
    ['date: 2024-05-06T12:01+08:00', 'publishAt: 2024-05-06T12:01+08:00'],
    ['date: 2024-05-07\npublishAt: 2024-05-06T20:00+08:00', 'publishAt: 2024-05-07T08:00+08:00'],
    ['date: 2024-05-01\nupdated: 2031-05-06', 'updated: 2024-05-06'],
    ['date: 2024-05-01\ncorrections: [{date: 2031-05-06, text: A name.}]', 'date: 2024-05-06'],
  ])('%j is an error that says what to type', async (keys, typed) => {
    expect(await told(keys)).toEqual([['future-date', 'error', expect.stringContaining(typed)]]);
  });

  test.each([
    'date: 2024-05-06',
    'date: 2024-05-06T12:00+08:00\nupdated: 2024-05-06',
    'date: 2031-05-09\npublishAt: 2031-05-09T08:00+08:00',
    'date: 2031-05-09\nembargoUntil: 2031-05-10T08:00+08:00\nupdated: 2031-05-10',
    'date: 2031-05-09\ndraft: true',
  ])('%j is none, or waited for', async (keys) => {
    expect(await told(keys)).toEqual([]);
  });
});
