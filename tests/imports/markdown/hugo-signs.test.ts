/** What shortcodes and front matter of Hugo say besides the words of a story. */

import { afterEach, expect, test } from 'vitest';
import { type Files, type Sandbox, sandbox } from '../import-files.ts';
import { photo } from '../test-photos.ts';

let here: Sandbox | undefined;
afterEach(async () => {
  await here?.remove();
  here = undefined;
});

async function imported(body: string, more = '', files: Files = {}) {
  here = await sandbox({
    'hugo.toml': 'baseURL = "https://old.example.org/"\n',
    'content/posts/hall/index.md': `---\ntitle: The hall\ndate: 2019-03-04\n${more}---\n${body}\n`,
    'content/posts/hall/cover.jpg': await photo(),
    ...files,
  });
  const { issues } = await here.run();
  const text = await here.read('articles/2019/hall/index.md');
  return { text, body: text.slice(text.indexOf('\n---\n') + 5).trim(), issues };
}

test.each([
  [
    'the link of a figure',
    '{{< figure src="cover.jpg" alt="Cover it" link="https://example.org/l" >}}',
    '![Cover it](cover.jpg)\n\n[Cover it](https://example.org/l)',
  ],
  ['a part that opens', '{{< details summary="More" >}}\nInside.\n{{< /details >}}', '**More**\n\nInside.'],
  [
    'a post of a network',
    '{{< x user="SanDiegoZoo" id="145" >}}',
    '<https://twitter.com/SanDiegoZoo/status/145>',
  ],
  ['a shortcode that is printed', 'Write {{</* figure src="x" */>}}.', 'Write {{\\< figure src="x" >}}.'],
  [
    'an underlined heading with an address of its own',
    'Text.\n\nHeading {#custom}\n-------\n\nMore.',
    'Text.\n\nHeading\n-------\n\nMore.',
  ],
  [
    'a photo that the text links to again',
    '![](cover.jpg)\n\n[The cover](cover.jpg)',
    '![](cover.jpg)\n\n[The cover](cover.jpg)',
  ],
])('%s stays', async (_name, source, wanted) => {
  expect((await imported(source)).body).toBe(wanted);
});

test('the words of a lead photo that two keys name', async () => {
  const { text, issues } = await imported(
    'Text.',
    'featured_image: cover.jpg\ncover: {image: cover.jpg, alt: A door, caption: "By [Per](https://example.org)"}\n',
  );
  expect(text).toContain(
    'image: cover.jpg\nphotos:\n  cover.jpg:\n    alt: A door\n    caption: By [Per](https://example.org)\n',
  );
  expect(issues.filter(({ kind, text: said }) => kind === 'dropped' && said?.includes('cover'))).toEqual([]);
});

test.each([
  ['goes earlier', 'expiryDate: 2099-01-01\n'],
  ['appears later', 'publishDate: 2098-01-01\n'],
])('a link to a story that %s becomes its words, as the check asks', async (_name, more) => {
  const { body, issues } = await imported('See [the fair]({{< ref "fair" >}}).', '', {
    'content/posts/fair.md': `---\ntitle: Fair\ndate: 2019-03-05\n${more}---\nText.\n`,
  });
  expect(body).toBe('See the fair.');
  expect(issues.map(({ message }) => message).join()).toContain('appears later or goes earlier');
});
