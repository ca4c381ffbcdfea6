/** Lines that begin with the word of a credit: at the head or foot of a story they are credits, in its midst they are text. */

import { afterEach, describe, expect, test } from 'vitest';
import { judgeCredit } from '../../src/imports/facts/credit-value.ts';
import { type Sandbox, sandbox } from './import-files.ts';
import { makeDocx, type Part } from './word/make-docx.ts';

let here: Sandbox | undefined;
afterEach(async () => {
  await here?.remove();
  here = undefined;
});

/** Each stands in a story; none is a credit. */
const sentences = [
  'Foto: Das Bild ist wichtig, sagt sie.',
  'Übersetzung: Das Wort bedeutet „Weg“.',
  'Quelle: Statistisches Bundesamt, eigene Berechnung',
  'Text: Wer schreibt, der bleibt.',
  'Photo: The picture is important, she says.',
  'Source: Statistical Office, own calculation',
];
const paragraphs = ['Die Pendelzeit sinkt.', 'Die Forscherin erklärt das so.'];
const end = ['Danach kam die Frage.', 'Ende der Meldung.'];
const lines = [...paragraphs, ...sentences, ...end];

const html = (body: string) =>
  `<!doctype html><html><head><title>Studie zur Pendelzeit</title></head><body><article><h1>Studie zur Pendelzeit</h1>${body}</article></body></html>`;
const wordpress = (body: string) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><wp:wxr_version>1.2</wp:wxr_version><item><title>Studie zur Pendelzeit</title><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:post_date>2024-05-06 08:00:00</wp:post_date><content:encoded><![CDATA[${body}]]></content:encoded></item></channel></rss>`;
const paragraphsOf = (texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('\n');

async function imported(name: string, source: string | Uint8Array): Promise<string> {
  here = await sandbox({ [name]: source });
  const { articles } = await here.run();
  const [article] = articles;
  if (article === undefined) throw new Error('Nothing was imported.');
  return await here.read(article.file.replace(/^.*?(?=articles\/)/u, ''));
}

const byline = 'Text: Jana MÜLLER';
const sources: readonly (readonly [
  name: string,
  make: (texts: readonly string[]) => Promise<Buffer> | string,
])[] = [
  [
    'pendel.docx',
    (texts) =>
      makeDocx({
        parts: [
          { text: 'Studie zur Pendelzeit', style: 'Title' },
          ...texts.map((text, index): Part => (index === 1 ? { text, footnote: 1 } : { text })),
        ],
        footnotes: ['Quelle: Statistisches Bundesamt 2025.'],
      }),
  ],
  ['pendel.html', (texts) => html(paragraphsOf(texts))],
  ['pendel.xml', (texts) => wordpress(paragraphsOf(texts))],
  ['pendel.txt', (texts) => ['Studie zur Pendelzeit', ...texts].join('\n\n')],
  [
    'pendel.md',
    (texts) => `---\ntitle: Studie zur Pendelzeit\ndate: 2024-05-06\n---\n\n${texts.join('\n\n')}\n`,
  ],
];

describe('in the midst of a story', () => {
  test.each(sources)('such lines stay text: %s', async (name, make) => {
    const article = await imported(name, await make([byline, ...lines]));
    for (const line of lines) expect(article).toContain(line);
    for (const word of ['photos:', 'translation:', 'source:']) expect(article).not.toContain(word);
    if (name.endsWith('docx')) expect(article).toContain('[^1]: Quelle: Statistisches Bundesamt 2025.');
    if (!name.endsWith('md')) expect(article).toMatch(/draft: Jana MÜLLER|draft: MÜLLER Jana/u);
  });
});

describe('what stands behind the word of a credit', () => {
  test.each([
    'LI Hua',
    'Jana MÜLLER, Bo SCHMIDT',
    'Jana Müller und Bo Schmidt',
    'J. R.',
    'Martin L. King Jr.',
    'Statistisches Bundesamt',
    '李华 王伟',
  ])('may be names: %s', (value) => {
    expect(judgeCredit(value)).toBe('names');
  });

  test.each([
    'privat',
    'Universität zu Köln e.V.',
    'courtesy of the city archive',
    'Jana MÜLLER.',
    'die Redaktion',
  ])('may be what an editor should see: %s', (value) => {
    expect(judgeCredit(value)).toBe('guess');
  });

  test.each([
    'Das Bild ist wichtig, sagt sie.',
    'Das Wort bedeutet „Weg“.',
    'Das Bild ist wichtig',
    'What do you think?',
    '这是一张照片。',
    'where the river has run for as long as anyone remembers',
  ])('may be a sentence: %s', (value) => {
    expect(judgeCredit(value)).toBe('sentence');
  });
});
