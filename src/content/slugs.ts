/**
 * The part of an address that a name becomes. Chinese stays readable in one of two ways, as site.yaml chooses:
 * `pinyin` writes it by its sounds (`hu-mian`), `words` keeps it (`湖面`). Other scripts keep their letters.
 */

import { createRequire } from 'node:module';
import { latinSlug } from '../text/latin-slug.ts';
import type { SiteConfig } from './site-config.ts';

const require = createRequire(import.meta.url);

/** Its dictionary takes longer to load than a year of English stories: loaded when a Chinese name is met. */
const loadDictionary = (): typeof import('pinyin-pro') => require('pinyin-pro');

export type SlugStyle = SiteConfig['slugs'];

/** Disks allow 255 bytes; a doubled slug gets a number behind it. */
export const maximumSlugBytes = 240;

const han = /\p{Script=Han}+/gu;
const latinOnly = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** Most folders are named by one already. */
const isSlug = /^[a-z\d]+(?:-[a-z\d]+)*$/u;

/** Empty for a name without a letter or digit. @param lang of the site, which spells ö as o or as oe */
export function slugOf(typed: string, style: SlugStyle, lang?: string): string {
  if (isSlug.test(typed)) return shorten(typed);
  // Wide, small and joined forms of letters are the letters themselves.
  const name = typed.normalize('NFKC');
  const text = style === 'pinyin' ? name.replace(han, (run) => ` ${syllables(run).join(' ')} `) : name;
  if (latinOnly.test(text)) return shorten(latinSlug(text, { lang, splitsCapitals: false }));
  const words = text.normalize('NFC').toLowerCase();
  return shorten(words.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-|-$/gu, ''));
}

/** Whole words, as many as a folder's name can hold. */
function shorten(slug: string): string {
  if (Buffer.byteLength(slug) <= maximumSlugBytes) return slug;
  const characters = [...slug.slice(0, maximumSlugBytes)];
  while (Buffer.byteLength(characters.join('')) > maximumSlugBytes) characters.pop();
  const cut = characters.join('');
  return cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : cut;
}

/** A person's name: polyphones are read as family names are (`单` as shan). */
export function personSlugOf(typed: string, style: SlugStyle, lang?: string): string {
  const name = typed.normalize('NFKC');
  const latin = style === 'pinyin' && isHan(name) ? readName(name).join(' ') : name;
  return slugOf(latin, style, lang) || 'person';
}

/** The syllables of a Chinese name, those of the family name first and joined: `欧阳修` as ouyang, xiu. */
export function readName(name: string): readonly string[] {
  const read = loadDictionary().pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true });
  const family = compoundFamilyNames.has(name.slice(0, 2)) && name.length > 2 ? 2 : 1;
  return [read.slice(0, family).join(''), read.slice(family).join('')].filter((part) => part !== '');
}

/** Family names of two characters that are met today. */
const compoundFamilyNames = new Set([
  ...['欧阳', '司马', '上官', '诸葛', '东方', '皇甫', '尉迟', '公孙', '慕容', '令狐', '司徒', '司空', '夏侯'],
  ...['端木', '南宫', '西门', '东郭', '百里', '呼延', '轩辕', '宇文', '长孙', '独孤', '拓跋', '闻人', '澹台'],
]);

/** Whether a name is written in Chinese characters alone. */
export function isHan(name: string): boolean {
  return /^\p{Script=Han}+$/u.test(name);
}

export function freeSlug(wanted: string, used: { readonly has: (slug: string) => boolean }): string {
  let slug = wanted;
  for (let suffix = 2; used.has(slug); suffix += 1) slug = `${wanted}-${suffix}`;
  return slug;
}

function syllables(run: string): readonly string[] {
  return loadDictionary().pinyin(run, { toneType: 'none', type: 'array', v: true });
}
