import { expect, test } from 'vitest';
import { story } from '../builds/temporary-content.ts';
import { diagnose } from './diagnose.ts';
import { smallWorld } from './small-world.ts';

async function contradictions(lines: string): Promise<string[]> {
  const front = `title: A fair on the green\ndate: 2024-05-06\ntopics: [Research]\ncredits: {draft: YANG Lindi}\n${lines}`;
  const { diagnostics } = await diagnose(smallWorld(story(front, 'The fair opened.')));
  return diagnostics
    .filter(({ code }) => code === 'date-contradiction')
    .map(({ severity, message }) => `${severity} ${message}`);
}

test.each([
  ['expiresAt: 2024-05-06', /disappears at 2024-05-06, 00:00/u],
  [
    'publishAt: 2024-05-09T08:00+08:00\nexpiresAt: 2024-05-08T08:00+08:00',
    /appears \(2024-05-09T08:00\+08:00\)/u,
  ],
  ['embargoUntil: 2024-05-09T08:00+08:00\nexpiresAt: 2024-05-09', /disappears at 2024-05-09, 00:00/u],
  ['pinnedUntil: 2024-05-06', /never lead the home page/u],
  ['publishAt: 2024-05-09T08:00+08:00\npinnedUntil: 2024-05-09T08:00+08:00', /never lead the home page/u],
])('a story that ends before it appears is told: %s', async (lines, message) => {
  expect(await contradictions(lines)).toEqual([expect.stringMatching(message)]);
});

test('a story that ends or is pinned after it appears is good', async () => {
  const lines =
    'publishAt: 2024-05-09T08:00+08:00\nexpiresAt: 2024-05-10\npinnedUntil: 2024-05-09T09:00+08:00';
  expect(await contradictions(lines)).toEqual([]);
});
