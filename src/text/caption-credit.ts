/**
 * Finds the photographer whom a caption names at its end: "… taste the soup (Photo by WANG Fang)", "…（李华 摄）". Pure.
 * Only the words that old pages use for it count, and only where names follow; everything else stays in the caption.
 */

import { looksLikeNames } from './name-words.ts';

export interface CreditedCaption {
  /** What is left, which may be nothing. */
  readonly caption: string;
  readonly credit: string;
}

/** "Photo:", "Foto:", "Photo by", "摄影：" and their like. */
const photoWord =
  '(?:photo(?:s|graphs?)?|pictures?|images?)(?: (?:by|credits?(?: to)?|courtesy of))? ?[:：/]|(?:photo(?:s|graphs?)?|pictures?|images?) ?(?:by|courtesy of|provided (?:to|by)|from|taken by)|(?:fotos?|fotograf(?:in|ie)?|bild(?:nachweis|quelle)?|aufnahme|crédits?(?: photos?)?|photographies?|fotograf[ií]as?|foto de|фото|תמונה|صورة|تصوير) ?[:：/]|(?:摄影|供图|图片来源|图)[:：/]';
const endings = [
  new RegExp(`^(.*?)\\s*[(（[] ?(?:${photoWord}|©)\\s*([^()（）[\\]]{2,60}?)\\s*[)）\\]][.。]?$`, 'isu'),
  new RegExp(
    `^(|.*?[.!?。！？…;|]|.*?\\s[/–—-])\\s*(?:${photoWord}|©)\\s*([^()（）[\\].。:：]{2,60}?)[.。]?$`,
    'isu',
  ),
  /^(.*?)\s*[(（]\s*([^()（）]{2,30}?)\s*摄(?:影)?\s*[)）][.。]?$/su,
  // "(WANG Fang/Common Room)": a photographer and an agency.
  /^(.*?)\s*[(（]\s*(\p{Lu}[^()（）/\d]{1,40}\/\s?\p{Lu}[^()（）/\d]{1,40}?)\s*[)）][.。]?$/su,
];
const label = new RegExp(`^(?:${photoWord})\\s*(?=\\S)`, 'iu');

/** The names alone, of a credit that begins with a word for photo. */
export function creditNames(credit: string): string {
  return credit.trim().replace(label, '');
}

/** @param caption inline Markdown, or plain text */
export function creditInCaption(caption: string): CreditedCaption | undefined {
  // Brackets are escaped in Markdown.
  const text = caption.trim().replace(/\\\[([^[\]\\]*)\\\]([.。]?)$/u, '[$1]$2');
  for (const ending of endings) {
    const [, left = '', credit = ''] = ending.exec(text) ?? [];
    if (credit !== '' && looksLikeNames(credit) && !/[*_`\\]/u.test(credit))
      return { caption: left.replace(/[\s;|]+$|\s+[/–—-]$/u, ''), credit };
  }
  return undefined;
}
