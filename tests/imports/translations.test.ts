/** Stories of several languages: each is of its own, the report says which belong together, and links stay in their language. */

import { afterEach, expect, test } from 'vitest';
import { type Sandbox, sandbox } from './import-files.ts';
import { post, wxr } from './wordpress/make-export.ts';

let here: Sandbox | undefined;
afterEach(async () => {
  await here?.remove();
  here = undefined;
});

const story = (title: string, text = 'Text.') => `---\ntitle: ${title}\ndate: 2021-05-07\n---\n${text}\n`;
const together = 'in another language';

test('of a Hugo site', async () => {
  here = await sandbox({
    'hugo.toml':
      'baseURL = "https://old.example.org/"\ndefaultContentLanguage = "zh"\n[languages.zh]\n[languages.en]\n',
    'content/posts/fair.md': story('集市'),
    'content/posts/fair.en.md': story('Fair'),
    'content/posts/news.en.md': story('News', '[The fair]({{< ref "fair" >}}).'),
    'content/posts/solo.md': story('一'),
  });
  const { issues } = await here.run();
  const files = await here.list();
  expect(files.filter((file) => file.endsWith('.zh.md'))).toHaveLength(2);
  const said = issues.filter(({ message }) => message.includes(together));
  expect(said).toHaveLength(1);
  expect(said[0]?.message).toMatch(/move content\/articles\/2021\/fair-2\/index\.zh\.md/u);
  expect(await here.read('articles/2021/news/index.md')).toContain('[The fair](../fair/index.md)');
});

test('of WordPress with Polylang', async () => {
  const terms = (lang: string) =>
    `<category domain="language" nicename="${lang}"><![CDATA[x]]></category><category domain="post_translations" nicename="pll_1"><![CDATA[pll_1]]></category>`;
  here = await sandbox({
    'export.xml': wxr(
      post({ id: 1, title: 'A', content: 'Text.', more: terms('en') }) +
        post({ id: 2, title: '甲', content: '文。', more: terms('zh') }) +
        post({ id: 3, title: 'B', content: 'Text.' }),
    ),
  });
  const { issues } = await here.run();
  expect(issues.filter(({ message }) => message.includes(together)).map(({ message }) => message)).toEqual([
    'This is content/articles/2019/post-1 in another language. For readers to change between the two, move content/articles/2019/post-2/index.zh.md and its photos there.',
  ]);
});
