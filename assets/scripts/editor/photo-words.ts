/**
 * Words of a story's photos and where they stand: in the line of the text that shows the photo, or under `photos` of the
 * front matter while no line does. What a line says wins, as on the page. Pure.
 */

import { type DataPath, dataAt } from '../../../src/editor/data-steps.ts';
import { isPlainMap, type PlainData, type PlainMap } from '../../../src/editor/plain-data.ts';
import type { StoryPhoto } from '../../../src/editor/store-messages.ts';
import type { PhotoLine } from './photo-markdown.ts';

export const photoWordKeys = ['alt', 'caption', 'credit', 'source'] as const;
export type PhotoWordKey = (typeof photoWordKeys)[number];

/** As the sheet shows them. @param data of the front matter */
export function wordsOfPhoto(
  photo: StoryPhoto,
  line: PhotoLine | undefined,
  data: PlainMap,
): Readonly<Record<PhotoWordKey, string>> {
  const of = (key: PhotoWordKey, ofFile: string | undefined): string =>
    line?.[key] || headWord(data, photo.name, key) || (line === undefined ? ofFile : undefined) || '';
  return {
    alt: of('alt', photo.alt),
    caption: of('caption', photo.caption),
    credit: of('credit', photo.credit),
    source: of('source', undefined),
  };
}

/** Whether a change of a photo's words belongs into the front matter. */
export function isHeadWord(
  name: string,
  key: PhotoWordKey,
  line: PhotoLine | undefined,
  data: PlainMap,
): boolean {
  return line === undefined || ((line[key] ?? '') === '' && headWord(data, name, key) !== '');
}

/** The change that leaves a photo's words to its line of the text; undefined where the front matter has none. */
export function withoutWords(
  name: string,
  data: PlainMap,
): { readonly path: DataPath; readonly value: PlainData | undefined } | undefined {
  const path = ['photos', name];
  const details = dataAt(data, path);
  if (!isPlainMap(details)) return undefined;
  const words: readonly string[] = photoWordKeys;
  const rest = Object.entries(details).filter(([key]) => !words.includes(key));
  if (rest.length === Object.keys(details).length) return undefined;
  return { path, value: rest.length === 0 ? undefined : Object.fromEntries(rest) };
}

function headWord(data: PlainMap, name: string, key: PhotoWordKey): string {
  const value = dataAt(data, ['photos', name, key]);
  return typeof value === 'string' ? value : '';
}
