/**
 * Finds what stands in prose and is none: formulas, attributes, pieces of programs, prime signs. Its marks and spaces
 * mean something, so no rule judges them and no fix changes them. Offsets count from 0 in the text. Pure.
 */

import type { Stretch } from '../markdown/dialect-state.ts';

/** Quick, and true wherever one of the patterns finds something. */
const suspicious = /[=$<{[\\]|\(["']|\w\(|''|\p{L}'/u;

const patterns: readonly RegExp[] = [
  // lang="en", x='a', --name="b c"
  /[\p{L}\p{N}_$.-]+\s?(?:[=!<>]=|[:+]?=)\s?(?:"[^"\n]*"|'[^'\n]*')/gu,
  // print("hi"), max(width,height), row['name']
  /[\p{L}\p{N}_$]\((?:"[^"\n]*"|'[^'\n]*'|[^()"'\s]*,[^()"'\s]*)(?:\s?,\s?[^()\n]*)?\)/gu,
  /[\p{L}\p{N}_$)\]]\[(?:"[^"\n]*"|'[^'\n]*')\]/gu,
  // ["a", "b"] and [a,b]; {"key": "value"} and {a,b}
  /\[\s?(?:"[^"\]\n]*"|'[^'\]\n]*')(?:\s?,\s?(?:"[^"\]\n]*"|'[^'\]\n]*'))+\s?\]/gu,
  /[[{][^[\]{}"'\s]+(?:,[^[\]{}"'\s]+)+[\]}]/gu,
  /\{[^{}\n]*["'=][^{}\n]*\}/gu,
  // <span title="x">
  /<\/?[a-z][^<>\n]*>/giu,
  // $x' = a$, but no two prices
  /(?<![\\$\p{L}\p{N}])\$(?=[^\s$])[^$\n]*[^\s$\\]\$(?![\p{N}$])/gu,
  // f'(x), f'', x' = y, A'B'
  /(?<![\p{L}\p{N}'’])\p{L}\d?'{1,3}(?=[(=+*/^_,;:)\]]|\s[=+*/<>≈≤≥−-]|$)/gu,
  /(?<![\p{L}\p{N}'’])[a-zA-Z]\d?'{1,3}(?=\s|[.!?](?:\s|$))/gu,
  /''+/gu,
  /\\["']/gu,
];

/** The stretches of a text that are no prose, which may overlap. */
export function codeLike(text: string): readonly Stretch[] {
  if (!suspicious.test(text)) return [];
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ start: index, end: index + length })),
  );
}

export function touches(stretches: readonly Stretch[], start: number, end: number): boolean {
  return stretches.some((stretch) => start < stretch.end && end > stretch.start);
}
