/** Properties of the readers of HTML and Markdown: they never throw, and every word is in the article or in an issue. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LabelWords } from '../../src/imports/facts/label-words.ts';
import { wordsOf } from '../../src/imports/fold-text.ts';
import { readHtmlBody } from '../../src/imports/html/html-body.ts';
import { parseHtml, textOf } from '../../src/imports/html/html-tree.ts';
import type { ImportIssue } from '../../src/imports/import-issue.ts';
import type { ImportedBlock } from '../../src/imports/imported-article.ts';
import { readMarkdownFile } from '../../src/imports/markdown/read-markdown-file.ts';
import { SourceFiles } from '../../src/imports/source-files.ts';
import { config } from './import-files.ts';

const labels = new LabelWords(config);
const sourceFiles = new SourceFiles(['a.jpg', 'b.png', 'photos/c.jpg']);

/** Words that stand nowhere else, so that a lost one is seen. */
const word = fc.integer({ min: 0, max: 9999 }).map((number) => `wort${number}`);
const phrase = fc
  .array(
    fc.oneof(
      word,
      fc.constantFrom(
        '*',
        '_',
        '[',
        '](',
        '`',
        '&amp;',
        '1.',
        '-',
        '::: note',
        '(c)',
        'Draft:',
        'Date:',
        '2024-01-02',
        '。',
      ),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(' '));

const picture = fc
  .tuple(fc.constantFrom('a.jpg', 'b.png', 'gone.jpg', 'https://x.example/y.jpg', ''), word)
  .map(([src, alt]) => `<img src="${src}" alt="${alt}">`);

const { html } = fc.letrec<{ html: string; inline: string; block: string }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small' },
    phrase,
    picture,
    fc
      .tuple(
        fc.constantFrom(
          'b',
          'em',
          'span',
          'sub',
          'del',
          'cite',
          'kbd',
          'a href="x.html"',
          'a href="#y"',
          'a href="javascript:z"',
          'a href="https://x.example/(y)"',
          'font',
        ),
        tie('inline'),
      )
      .map(([tag, inner]) => `<${tag}>${inner}</${tag.split(' ')[0]}>`),
    fc.array(tie('inline'), { maxLength: 3 }).map((parts) => parts.join('<br>')),
  ),
  block: fc.oneof(
    { depthSize: 'small' },
    fc
      .tuple(
        fc.constantFrom(
          'p',
          'div',
          'h1',
          'h2',
          'h4',
          'blockquote',
          'center',
          'p class="caption"',
          'p style="text-align:center"',
          'pre',
          'section',
        ),
        tie('inline'),
      )
      .map(([tag, inner]) => `<${tag}>${inner}</${tag.split(' ')[0]}>`),
    fc
      .tuple(fc.constantFrom('ul', 'ol'), fc.array(tie('inline'), { maxLength: 3 }))
      .map(([tag, items]) => `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`),
    fc
      .array(tie('inline'), { minLength: 1, maxLength: 3 })
      .map((cells) => `<table><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></table>`),
    fc
      .tuple(picture, tie('inline'))
      .map(([image, caption]) => `<figure>${image}<figcaption>${caption}</figcaption></figure>`),
    fc.array(picture, { maxLength: 3 }).map((images) => `<div class="gallery">${images.join('')}</div>`),
    fc
      .tuple(fc.constantFrom('video', 'form', 'svg', 'details'), tie('inline'))
      .map(([tag, inner]) => `<${tag}>${inner}</${tag}>`),
    fc.array(tie('block'), { maxLength: 4 }).map((parts) => `<div>${parts.join('\n')}</div>`),
    tie('inline'),
  ),
  html: fc.array(tie('block'), { maxLength: 8 }).map((parts) => parts.join('\n')),
}));

describe('HTML', () => {
  test('of any kind loses no word silently', () => {
    fc.assert(
      fc.property(html, (source) => {
        const $ = parseHtml(source);
        const before = textOf(parseHtml(source), parseHtml(source)('body'));
        const { blocks, issues, facts } = readHtmlBody($, $('body'), {
          displayPath: 'a.html',
          labels,
          findPhoto: (address) => sourceFiles.find(address, 'a.html'),
        });
        const told = facts.readings.map(({ text }) => text).join(' ');
        expect(missing(before, `${everything(blocks, issues)} ${told}`)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});

const markdownPart = fc.oneof(
  phrase,
  phrase.map((text) => `## ${text}`),
  phrase.map((text) => `- ${text}\n- ${text}`),
  phrase.map((text) => `> ${text}`),
  fc.tuple(phrase, word).map(([caption, alt]) => `![${alt}](a.jpg "${caption.replaceAll('"', '')}")`),
  fc
    .tuple(phrase, word)
    .map(([caption, alt]) => `{{< figure src="a.jpg" caption="${caption}" alt="${alt}" >}}`),
  phrase.map((text) => `{{< gallery >}}\n![${text}](a.jpg)\n{{< /gallery >}}`),
  phrase.map((text) => `{% include figure.html src="b.png" caption="${text}" %}`),
  phrase.map((text) => `{% unknown "${text}" %}`),
  phrase.map((text) => `{{% notice tip %}}\n${text}\n{{% /notice %}}`),
  phrase.map((text) => `<div>\n\n${text}\n\n</div>`),
  phrase.map((text) => `Text <b>${text}</b> ![pic](b.png) more`),
  phrase.map((text) => `<!-- ${text} -->`),
  phrase.map((text) => `~~~\n${text}\n~~~`),
  phrase.map((text) => `| ${text} | b |\n|---|---|\n| 1 | ${text} |`),
  phrase.map((text) => `Note[^1] and [link](gone.md).\n\n[^1]: ${text}`),
  phrase.map((text) => `${text} {{< ref`),
  phrase.map((text) => `<figure><img src="a.jpg"><figcaption>${text}`),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

describe('Markdown', () => {
  test('of another generator loses no word silently', () => {
    fc.assert(
      fc.property(fc.array(markdownPart, { maxLength: 8 }), (parts) => {
        const source = parts.join('\n\n');
        const { articles, issues } = readMarkdownFile(
          `---\ntitle: A title\ndate: 2024-01-02\n---\n${source}`,
          {
            file: 'a.md',
            displayPath: 'a.md',
            labels,
            sourceFiles,
            timeZone: 'Asia/Shanghai',
          },
        );
        const out = everything(articles[0]?.blocks ?? [], issues);
        // Words of our own making alone: marks, names of shortcodes and addresses may go.
        expect(missing((source.match(/wort\d+/gu) ?? []).join(' '), out)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});

function everything(blocks: readonly ImportedBlock[], issues: readonly ImportIssue[]): string {
  const inBlocks = blocks.flatMap((block) =>
    block.kind === 'markdown'
      ? [block.text.replace(/\]\(import:[^)]*\)/gu, '] ')]
      : [
          block.title ?? '',
          ...block.photos.flatMap(({ alt, caption, credit }) => [alt, caption ?? '', credit ?? '']),
        ],
  );
  return [...inBlocks, ...issues.map(({ text }) => text ?? '')].join('\n');
}

function missing(source: string, output: string): string[] {
  const left = new Map<string, number>();
  const plain = (text: string) => wordsOf(text.replace(/\\(?=[\p{P}\p{S}])/gu, '').replace(/[_*~]/gu, ' '));
  for (const one of plain(output)) left.set(one, (left.get(one) ?? 0) + 1);
  return plain(source).filter((one) => {
    const number = left.get(one) ?? 0;
    left.set(one, number - 1);
    return number === 0;
  });
}
