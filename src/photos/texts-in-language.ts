/** What a photo says of itself in the language of a story: in that language, else in none (`x-default`). Pure. */

import { defined } from '../text/defined.ts';
import type { PhotoMetadata } from './photo.ts';

type TextsByLanguage = Readonly<Record<string, string>>;

/** @param lang as stories write it: `zh`, `pt-BR` */
export function textsInLanguage(
  metadata: PhotoMetadata,
  lang: string,
): Pick<PhotoMetadata, 'caption' | 'alt'> {
  const { caption, alt, captions = {}, alts = {} } = metadata;
  return defined({ caption: textIn(captions, lang) ?? caption, alt: textIn(alts, lang) ?? alt });
}

function textIn(texts: TextsByLanguage, lang: string): string | undefined {
  const wanted = lang.toLowerCase();
  const [primary = wanted] = wanted.split('-');
  const entries = Object.entries(texts).map(([key, text]) => [key.toLowerCase(), text] as const);
  const same = entries.find(([key]) => key === wanted);
  const near =
    entries.find(([key]) => key === primary) ?? entries.find(([key]) => key.startsWith(`${primary}-`));
  return (same ?? near)?.[1];
}
