import { expect, test } from 'vitest';
import { dueFile, dueMoments } from '../../src/feeds/due.ts';
import { assembleStories } from './small-site.ts';

test('a site says when it changes: what appears, and what ceases to be news, each moment once', async () => {
  const site = await assembleStories(
    [
      { slug: 'old', title: 'Old', date: '2024-04-01' },
      { slug: 'today', title: 'Today', date: '2024-05-03T08:00:00Z' },
      { slug: 'one', title: 'One', date: '2024-05-05', embargoUntil: '2024-05-04T00:00:00Z' },
      { slug: 'two', title: 'Two', date: '2024-05-05', embargoUntil: '2024-05-04T00:00:00Z' },
    ],
    Date.parse('2024-05-03T12:00:00Z'),
  );
  const moments = dueMoments(site);
  expect(moments).toEqual(['2024-05-04T00:00:00Z', '2024-05-05T08:00:00Z']);
  expect(dueFile({ moments })).toContain('"next": "2024-05-04T00:00:00Z"');
  expect(dueFile({ moments: [] })).toContain('"next": null');
});
