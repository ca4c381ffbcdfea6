/** What a photo is called in the folder of its article. Pure. */

import { windowsRefusal } from '../content/portable-name.ts';
import { latinSlug } from '../text/latin-slug.ts';

/** Names that cameras, phones, messengers and old systems give: they say nothing about the photo. */
const machineName =
  /^(?:dsc[nf_]?|dscf|img|image|imag|pict?|photo|p|mvimg|pxl|gopr|dji|wechat(?:img)?|wx|mmexport|screenshot|screen-shot|微信图片|微信截图|qq图片|未标题|untitled|scan|file|capture)?[-_ ()]*\d[-_\d() ]{3,}(?:[-_ ]?(?:副本|copy|edited|scaled|hdr|burst))*$|^(?:photo|image|img|picture|pic|bild|图片|图)[-_ ]?\d{1,3}$|^[\da-f]{8}(?:-?[\da-f]{4}){3}-?[\da-f]{12}$|^[\da-f]{16,}$/iu;

/** Longer names are cut at a word: they stand in the text that editors read. */
const longestStem = 60;

/**
 * @param name as the source calls the file, with or without folders
 * @param caption without markup; names the photo when its own name tells nothing
 * @param ending of what the file really is, with its dot
 */
export function namePhoto(name: string, caption: string, ending: string): string {
  const stem = (name.replaceAll('\\', '/').split('/').at(-1) ?? '').replace(/\.[^.]*$/u, '');
  const own = machineName.test(stem.normalize('NFC').trim()) ? '' : slug(stem);
  const fromCaption = slug(caption.split(/\s+/u).slice(0, 7).join(' '));
  return `${own || fromCaption || 'photo'}${ending}`;
}

/** The name, or the name with the first free number. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const [, stem = name, ending = ''] = /^(.*?)(\.[^.]*)?$/u.exec(name) ?? [];
  let number = 2;
  while (taken.has(`${stem}-${number}${ending}`)) number += 1;
  return `${stem}-${number}${ending}`;
}

/** Small letters, digits, hyphens. Scripts that have no Latin spelling stay as they are. A name that Windows can hold. */
export function slug(text: string, lang?: string): string {
  const name = wordsOf(text, lang);
  return windowsRefusal(name) === undefined ? name : `${name}-1`;
}

function wordsOf(text: string, lang?: string): string {
  const latin = latinSlug(text.replace(/['’]/gu, ''), { lang, splitsCapitals: true });
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const kept = latin.match(/[a-z]/gu)?.length ?? 0;
  const whole =
    kept * 2 >= letters
      ? latin
      : text
          .normalize('NFC')
          .toLowerCase()
          .replace(/[^\p{Ll}\p{Lo}\p{N}]+/gu, '-')
          .replace(/^-+|-+$/gu, '');
  if (whole.length <= longestStem) return whole;
  const cut = whole.slice(0, longestStem);
  return cut.slice(0, cut.lastIndexOf('-') > longestStem / 2 ? cut.lastIndexOf('-') : longestStem);
}
