/** Finds HTML that was typed or pasted into the text: readers would see its tags. */

import { splitFrontMatter } from '../content/front-matter.ts';
import { readFilmAddress } from '../markdown/film-address.ts';
import { findRawHtml } from '../markdown/raw-html.ts';
import type { TextRule } from './rule.ts';

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'raw-html': true;
  }
}

const instead: ReadonlyMap<string, string> = new Map([
  ['br', 'For a new line, end the line above with a backslash (\\).'],
  ['b', 'For bold text, write **two stars** around it.'],
  ['strong', 'For bold text, write **two stars** around it.'],
  ['i', 'For italic text, write *one star* around it.'],
  ['em', 'For italic text, write *one star* around it.'],
  ['a', 'For a link, write [text](address).'],
  ['p', 'Leave the tags out: an empty line separates two paragraphs.'],
  ['div', 'Leave the tags out, or use a block such as ::: note'],
  ['blockquote', 'For a quotation, write ::: quote above it and ::: below it.'],
  ['table', 'Write the table with bars: | one | two |'],
  ['script', 'Leave it out: stories never run programs.'],
  ['iframe', 'Leave it out, and link to the page instead: [text](address).'],
]);

export const rawHtml: TextRule = {
  code: 'raw-html',
  level: 'warning',
  explanation: 'HTML was typed into the text.',
  check: ({ text, displayPath }) => {
    const split = splitFrontMatter(text, displayPath);
    if (!split.ok) return [];
    return findRawHtml(split.file.body, split.file.bodyLine)
      .filter(({ name }) => name !== 'img')
      .map(({ name, tag, place }) => ({
        file: displayPath,
        ...place,
        message: `HTML such as ${tag} is shown to readers as it is typed.`,
        hint: filmHint(tag) ?? instead.get(name) ?? 'Take it out, or write it in Markdown.',
      }));
  },
};

/** What hosts of films offer for copying is a frame with the address of their player. */
function filmHint(tag: string): string | undefined {
  const [, address] = /\ssrc=["']?([^"'\s>]+)/iu.exec(tag) ?? [];
  const reading = address === undefined ? undefined : readFilmAddress(address.replaceAll('&amp;', '&'));
  return reading?.ok === true
    ? `To show the film, write ![Title of the film](${reading.film.page})`
    : undefined;
}
