/** Chinese that is typed in several lines has no spaces where the lines end, in whatever is made of it. */

import { expect, test } from 'vitest';
import { feedBody } from '../../src/feeds/feed-body.ts';
import { newsArticleData } from '../../src/seo/news-article.ts';
import { story } from '../builds/temporary-content.ts';
import { assembled } from './assembled.ts';

const body =
  '集市于周一开幕，同学们骑着自行\n车来到**草地**\n上，一共有四十个摊位\n与 Beijing\n大学合作。\n\n![两棵树之间的红\n色摊位](stall.jpg "棋社的\n摊位")';

async function read(keys: string) {
  const { site, edition, diagnostics } = await assembled({
    'articles/2024/jishi/index.zh.md': story(`date: 2024-05-06\ntopics: [Research]\n${keys}`, body),
    'articles/2024/jishi/stall.jpg': '',
  });
  const zh = edition('zh');
  const [article] = zh.articles;
  if (article === undefined) throw new Error(JSON.stringify(diagnostics));
  const frame = { edition: zh.frame, site: site.frame };
  return { article, data: JSON.stringify(newsArticleData(article, frame)), html: feedBody(article, frame) };
}

test('in summaries, descriptions, captions, feeds and the words of the search', async () => {
  const { article, data, html } = await read('title: 草地上的集市');
  expect(article.summary).toBe(
    '集市于周一开幕，同学们骑着自行车来到草地上，一共有四十个摊位与 Beijing 大学合作。',
  );
  expect(article.pictures[0]?.captionText).toBe('棋社的摊位');
  expect(article.pictures[0]?.alt).toBe('两棵树之间的红色摊位');
  for (const made of [data, html.replace(/<[^>]*>/gu, '')]) {
    expect(made).toContain('自行车来到草地上，一共');
    expect(made).toContain('棋社的摊位');
  }
});

test.each([
  'title: 草地上的\n  集市\nsummary: 同学们骑着自行\n  车。',
  'title: "草地上的\n  集市"\nsummary: \'同学们骑着自行\n  车。\'',
  'title: >-\n  草地上的\n  集市\nsummary: |-\n  同学们骑着自行\n  车。',
])('in front matter however YAML has it: %j', async (keys) => {
  const { article } = await read(keys);
  expect([article.title, article.summary]).toEqual(['草地上的集市', '同学们骑着自行车。']);
});
