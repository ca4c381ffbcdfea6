/** Words of the interface in the reader's language; where they are not translated, marked as of the other language. */

import type { ComponentChildren } from 'preact';
import { directionOf } from '../../src/site/language.ts';
import type { EditionFrame } from '../../src/site/site.ts';

interface SaidProps {
  readonly word: string;
  readonly edition: EditionFrame;
  readonly children: ComponentChildren;
}

export function Said({ word, edition, children }: SaidProps) {
  const language = languageOf(word, edition);
  return language === undefined ? children : <span {...language}>{children}</span>;
}

/** For an element that holds a word alone; undefined where the word is of the page's own language. */
export function languageOf(
  word: string,
  { fallback }: EditionFrame,
): { readonly lang: string; readonly dir: 'ltr' | 'rtl' } | undefined {
  if (fallback === undefined || !fallback.keys.includes(word)) return undefined;
  return { lang: fallback.lang, dir: directionOf(fallback.lang) };
}
