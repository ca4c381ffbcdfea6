/** The writer of a saved page, wherever the page says it. */

import { afterEach, describe, expect, test } from 'vitest';
import { type Sandbox, sandbox } from '../import-files.ts';

let here: Sandbox | undefined;
afterEach(async () => {
  await here?.remove();
  here = undefined;
});

const text = Array.from(
  { length: 4 },
  (_, index) =>
    `<p>Paragraph ${index}: forty students visited the works, saw the furnaces, and spoke for an hour with the people who keep them burning all night.</p>`,
).join('\n');

function page(head: string, above: string, beside = ''): string {
  return `<!doctype html><html lang="en"><head><title>A Visit to the Works</title><meta property="article:published_time" content="2023-05-06">${head}</head><body>
<main><article><h1>A Visit to the Works</h1>${above}
${text}
</article></main>${beside}</body></html>`;
}

const linkedData = JSON.stringify({ '@type': 'NewsArticle', author: { '@type': 'Person', name: 'LI Hua' } });

describe('the writer of a saved page is found', () => {
  test.each([
    ['in a link', page('', '<p><a rel="author" href="/people/li-hua">LI Hua</a></p>')],
    ['in microdata', page('', '<p itemprop="author" itemscope><span itemprop="name">LI Hua</span></p>')],
    ['in linked data', page(`<script type="application/ld+json">${linkedData}</script>`, '')],
    [
      'in linked data inside CDATA',
      page(`<script type="application/ld+json">/*<![CDATA[*/${linkedData}/*]]>*/</script>`, ''),
    ],
    ['in a byline above the story', page('', '<div class="story-byline">By LI Hua</div>')],
    ['in a byline beside the story', page('', '', '<div class="byline">Written by LI Hua</div>')],
  ])('%s', async (_place, html) => {
    here = await sandbox({ 'visit.html': html });
    await here.run();
    expect(await here.read('articles/2023/a-visit-to-the-works/index.md')).toContain(
      'credits:\n  draft: LI Hua\n',
    );
  });

  test('and never taken from those who comment', async () => {
    const comments = '<section class="comments"><span class="author">ZHAO Min</span><p>Good.</p></section>';
    here = await sandbox({ 'visit.html': page('', '', comments) });
    await here.run();
    expect(await here.read('articles/2023/a-visit-to-the-works/index.md')).not.toContain('ZHAO Min');
  });
});
