import { describe, expect, test } from 'vitest';
import { story } from '../builds/temporary-content.ts';
import { assembled } from '../site/assembled.ts';

const version = (title: string, keys = '') =>
  story(`title: ${title}\ndate: 2024-05-06\ntopics: [Research]${keys === '' ? '' : `\n${keys}`}`, 'Text.');

async function seen(english: string, chinese: string, now: string) {
  const { site, diagnostics } = await assembled(
    {
      'articles/2024/fair/index.md': version('The fair', english),
      'articles/2024/fair/index.zh.md': version('集市', chinese),
      'articles/2024/other/index.md': version('Another'),
    },
    { now },
  );
  return {
    titles: site.editions.flatMap(({ articles }) => articles.map(({ title }) => title)),
    until: site.heldBack.map(({ until }) => until),
    told: diagnostics.map(({ code, severity, file }) => [code, severity, file.split('/').at(-1)]),
  };
}

describe('the strictest time of a story’s languages', () => {
  const before = '2024-05-09T07:59+08:00';
  const after = '2024-05-09T08:00+08:00';

  test.each(['embargoUntil', 'publishAt'])('holds for all of them: %s', async (key) => {
    const held = `${key}: 2024-05-09T08:00+08:00`;
    for (const [english, chinese] of [
      [held, ''],
      ['', held],
      [held, `${key}: 2024-05-08T08:00+08:00`],
      ['draft: true', held],
    ] as const) {
      expect((await seen(english, chinese, before)).titles).toEqual(['Another']);
    }
    expect((await seen(held, '', after)).titles.toSorted()).toEqual(
      ['Another', 'The fair', '集市'].toSorted(),
    );
  });

  test('ends them together', async () => {
    const { titles } = await seen(
      'expiresAt: 2024-05-09T08:00+08:00',
      'expiresAt: 2024-05-11T08:00+08:00',
      after,
    );
    expect(titles).toEqual(['Another']);
  });

  test('is told where another version says less', async () => {
    const { told, until } = await seen('embargoUntil: 2024-05-09T08:00+08:00', '', before);
    expect(told).toEqual([['uneven-times', 'warning', 'index.zh.md']]);
    expect(until).toEqual(['2024-05-09T08:00+08:00', '2024-05-09T08:00+08:00']);
    const same = 'embargoUntil: 2024-05-09T08:00+08:00';
    // The same moment, in the offset of another place.
    expect((await seen(same, 'embargoUntil: 2024-05-09T00:00Z', before)).told).toEqual([]);
  });
});
