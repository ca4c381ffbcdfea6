/** A letter as plain text, for readers and programs that show no other: lines of 72 letters, links on their own. */

import { type Digest, whenOf } from './digest.ts';

const lineLetters = 72;

export function digestText({ title, sections, events, edition, site, unsubscribe }: Digest): string {
  const blocks = [
    title,
    ...sections.flatMap(({ topic, articles }) => [
      underlined(topic),
      ...articles.map(({ title: headline, summary, url }) =>
        [...wrapped(headline), ...wrapped(summary), site.absolute(url)].join('\n'),
      ),
    ]),
    ...(events.length === 0
      ? []
      : [
          underlined(edition.messages.events),
          ...events.map(({ article, event }) =>
            [
              ...wrapped(article.title),
              ...wrapped(
                [whenOf(event, edition, site), event.place ?? ''].filter((part) => part !== '').join(', '),
              ),
              site.absolute(article.url),
            ].join('\n'),
          ),
        ]),
    `-- \n${edition.siteName}\n${site.absolute(edition.url)}${unsubscribe === undefined ? '' : `\n${edition.messages.unsubscribe}: ${unsubscribe}`}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function underlined(text: string): string {
  const plain = oneLine(text);
  return `${plain}\n${'-'.repeat(Math.min(lineLetters, widthOf(plain)))}`;
}

/** Breaks where words end; a script without spaces between its characters. */
function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of oneLine(text).match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][\p{P}]*|\S+?(?=[\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|$)|\s+/gu,
  ) ?? []) {
    if (widthOf(line + part.trimEnd()) > lineLetters && line.trim() !== '') {
      lines.push(line.trim());
      line = part.trimStart();
    } else line += part;
  }
  return line.trim() === '' ? lines : [...lines, line.trim()];
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Characters of East Asia take two places. */
function widthOf(text: string): number {
  return [...text].reduce(
    (sum, character) =>
      sum +
      (/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[\u3000-\u303f\uff00-\uff60]/u.test(
        character,
      )
        ? 2
        : 1),
    0,
  );
}
