/**
 * Traditional and simplified Chinese characters as one: the index is written in simplified ones, and a browser fetches
 * the table when a word of a query stands nowhere. Source: Open Chinese Convert (OpenCC).
 */

import table from 'opencc-js/dict/TSCharacters';

const characters = new Map(
  table.split('|').flatMap((entry): [string, string][] => {
    const [traditional = '', plain = ''] = entry.split(' ');
    return traditional === plain || plain === '' ? [] : [[traditional, plain]];
  }),
);

/** Each character by itself: where one stands for several, the one that is used most. */
export function simplified(text: string): string {
  let written = '';
  for (const character of text) written += characters.get(character) ?? character;
  return written;
}

/** What the browser fetches: two texts of as many characters, traditional and simplified. */
export function variantsFile(): string {
  const common = [...characters].filter(([from, to]) => from.length === 1 && to.length === 1);
  return `${JSON.stringify([common.map(([from]) => from).join(''), common.map(([, to]) => to).join('')])}\n`;
}
