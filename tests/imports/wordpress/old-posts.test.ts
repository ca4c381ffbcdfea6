/** Posts as twenty years of WordPress and its plugins left them: text without tags, several writers, old addresses. */

import { afterEach, describe, expect, test } from 'vitest';
import { withParagraphs } from '../../../src/imports/wordpress/post-paragraphs.ts';
import { type Sandbox, sandbox } from '../import-files.ts';
import { photo } from '../test-photos.ts';
import { post, wxr } from './make-export.ts';

let here: Sandbox | undefined;
afterEach(async () => {
  await here?.remove();
  here = undefined;
});

async function imported(xml: string, files: Readonly<Record<string, Uint8Array>> = {}) {
  here = await sandbox({ 'export.xml': wxr(xml), ...files });
  const { issues } = await here.run();
  return { text: await here.read('articles/2019/post-1/index.md'), issues };
}

function bodyOf(text: string): string {
  return text.slice(text.indexOf('\n---\n') + 5).trim();
}

function meta(key: string, value: string): string {
  return `<wp:postmeta><wp:meta_key><![CDATA[${key}]]></wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`;
}

function term(domain: string, nicename: string, name: string): string {
  return `<category domain="${domain}" nicename="${nicename}"><![CDATA[${name}]]></category>`;
}

describe('paragraphs without tags', () => {
  test.each([
    [
      'beside one that has them',
      'One\nline.\n\nTwo.\n\n<p style="x">Three.</p>\n\nFour.',
      'One\\\nline.\n\nTwo.\n\nThree.\n\nFour.',
    ],
    [
      'beside an address that was shown as a film',
      'One.\n\nTwo.\n\nhttps://www.youtube.com/watch?v=x\n\nThree.',
      'One.\n\nTwo.\n\n[https://www.youtube.com/watch?v=x](https://www.youtube.com/watch?v=x)\n\nThree.',
    ],
    ['in a quotation', '<blockquote>One.\n\nTwo.</blockquote>\nThree.', '> One.\n>\n> Two.\n\nThree.'],
    ['in a division', '<div class="x">One.\n\nTwo.</div>', 'One.\n\nTwo.'],
    [
      'around headings and lists',
      'One.\n<h3>Two</h3>\nThree.\n<ul>\n<li>Four</li>\n</ul>\nFive.',
      'One.\n\n## Two\n\nThree.\n\n- Four\n\nFive.',
    ],
    ['with breaks of their own', 'One<br />\ntwo.', 'One\\\ntwo.'],
    ['on two pages', 'One.<!--nextpage-->Two.', 'One.\n\nTwo.'],
    ['not in what was typed as it is', '<pre>a\n\nb</pre>', '```\na\n\nb\n```'],
    ['not in posts of blocks', '<!-- wp:paragraph -->\n<p>One\ntwo.</p>\n<!-- /wp:paragraph -->', 'One two.'],
  ])('%s', async (_, content, expected) => {
    const { text } = await imported(post({ id: 1, title: 'A', content }));
    expect(bodyOf(text)).toBe(expected);
  });

  test('a photo that was a link leaves no empty link in its paragraph', async () => {
    const { text } = await imported(
      post({
        id: 1,
        title: 'A',
        content:
          'Before.\n\n<a href="https://tickets.example.org/"><img src="a.jpg" alt="A tent" /></a>\nLast.',
      }),
      { 'a.jpg': await photo('#123456') },
    );
    expect(bodyOf(text)).toBe(
      'Before.\n\n![A tent](a.jpg)\n\n[A tent](https://tickets.example.org/)\n\nLast.',
    );
  });

  test('a hundred thousand tags that nothing closes take no time', () => {
    // Quadratic work would take minutes, and the test with it.
    const content = '<p <div <br '.repeat(50_000);
    expect(withParagraphs(content)).toContain(content);
  });
});

describe('what plugins keep', () => {
  test('all writers of a post are named, guests too', async () => {
    const guest = post({
      id: 9,
      title: 'MA Lin',
      type: 'guest-author',
      name: 'cap-ma-lin',
      more: meta('cap-user_login', 'ma-lin') + meta('cap-display_name', 'MA Lin'),
    });
    const { text, issues } = await imported(
      post({
        id: 1,
        title: 'A',
        content: 'Text.',
        more: term('author', 'cap-lihua', 'lihua') + term('author', 'cap-ma-lin', 'ma-lin'),
      }) + guest,
    );
    expect(text).toContain('draft: [LI Hua, MA Lin]');
    expect(issues.filter(({ kind }) => kind === 'dropped')).toEqual([]);
  });

  test('a language of a post is its own', async () => {
    here = await sandbox({
      'export.xml': wxr(post({ id: 1, title: 'A', content: 'Text.', more: term('language', 'zh', '中文') })),
    });
    await here.run();
    expect(await here.list()).toContain('articles/2019/post-1/index.zh.md');
  });
});

describe('addresses', () => {
  test('of names and days that a post had before redirect too', async () => {
    const { text } = await imported(
      post({
        id: 1,
        title: 'A',
        content: 'Text.',
        more: meta('_wp_old_slug', 'first-name') + meta('_wp_old_date', '2019-04-30'),
      }),
    );
    expect(text).toContain(
      'aliases:\n  - /2019/05/post-1/\n  - /2019/05/first-name/\n  - /2019/04/post-1/\n',
    );
  });

  test.each([
    ['its number', '/?p=1', 'index.md'],
    [
      'its address with what counts readers',
      'https://news.old.edu/2019/05/post-1/?utm_source=mail&#038;fbclid=x',
      'index.md',
    ],
    ['its address with www', 'http://www.news.old.edu/2019/05/post-1/', 'index.md'],
    [
      'the same path at another host',
      'https://news.other.edu/2019/05/post-1/',
      'https://news.other.edu/2019/05/post-1/',
    ],
    ['the same number at another host', 'https://news.other.edu/?p=1', 'https://news.other.edu/?p=1'],
  ])('a link to %s', async (_, address, expected) => {
    const { text } = await imported(
      post({ id: 1, title: 'A', content: `See <a href="${address}">this</a>.` }),
    );
    expect(bodyOf(text)).toBe(`See [this](${expected}).`);
  });
});

describe('what would end with the old site', () => {
  test('a link to one of its files is taken along or told', async () => {
    const { text, issues } = await imported(
      post({
        id: 1,
        title: 'A',
        content:
          'The <a href="https://news.old.edu/files/plan.pdf">plan</a>, the <a href="https://news.old.edu/files/map.pdf">map</a>, <a href="https://other.example.org/x.pdf">more</a>.',
      }),
      { 'files/plan.pdf': new TextEncoder().encode('%PDF') },
    );
    expect(bodyOf(text)).toBe(
      'The [plan](plan.pdf), the [map](https://news.old.edu/files/map.pdf), [more](https://other.example.org/x.pdf).',
    );
    expect(issues.filter(({ kind }) => kind === 'look').map(({ text: words }) => words)).toEqual([
      'https://news.old.edu/files/map.pdf',
    ]);
  });

  test('a post without a text, as page builders leave it, is a draft', async () => {
    const { text, issues } = await imported(post({ id: 1, title: 'A', content: '' }));
    expect(text).toContain('draft: true');
    expect(issues.some(({ message }) => message.startsWith('No text was found here'))).toBe(true);
  });
});
