/** The photos that front matter names: the lead photo, the lists that galleries show, the words of a bundle's resources. Pure. */

import path from 'node:path/posix';
import { defined } from '../../text/defined.ts';
import type { FigureArguments } from '../html/figure-html.ts';
import type { ImportedBlock, ImportedPhoto } from '../imported-article.ts';
import { escapeMarkdown } from '../markdown-text.ts';
import type { SourceFiles } from '../source-files.ts';
import { textOfValue } from './generator-front-matter.ts';
import { keys } from './generator-keys.ts';
import type { GeneratorValues } from './generator-values.ts';

export function leadPhoto(
  values: GeneratorValues,
  sourceFiles: SourceFiles,
  file: string,
): ImportedPhoto | undefined {
  let chosen: { readonly photo: FigureArguments; readonly name: string } | undefined;
  for (const name of keys.image) {
    if (!values.has(name)) continue;
    const value = values.peek(name);
    const [first] = Array.isArray(value) ? value : [value];
    const photo = photoOf(first);
    const isSame =
      photo !== undefined &&
      chosen !== undefined &&
      path.basename(photo.src) === path.basename(chosen.photo.src);
    if (photo === undefined || (chosen !== undefined && !isSame)) continue;
    values.take(name);
    // Themes name one photo under several keys, and its words under one of them.
    const { alt = chosen?.photo.alt, caption = chosen?.photo.caption, credit = chosen?.photo.credit } = photo;
    chosen = {
      name: chosen?.name ?? name,
      photo: { src: chosen?.photo.src ?? photo.src, alt, caption, credit },
    };
  }
  if (chosen !== undefined) {
    const { photo, name } = chosen;
    const source = sourceFiles.find(photo.src, file);
    const { caption, credit } = photo;
    return {
      source,
      alt: photo.alt ?? '',
      ...defined({ caption: caption === undefined ? undefined : captionText(caption), credit }),
      line: values.line(name),
    };
  }
  return undefined;
}

/** Captions and credits of a Hugo bundle's resources, for photos that the text shows without. */
export function addResourceWords(
  values: GeneratorValues,
  blocks: readonly ImportedBlock[],
): readonly ImportedBlock[] {
  const resources = values.take('resources');
  if (!Array.isArray(resources)) return blocks;
  const known = new Map(
    resources.flatMap((entry: unknown) => {
      const photo = photoOf(entry);
      return photo === undefined ? [] : [[path.basename(photo.src).toLowerCase(), photo] as const];
    }),
  );
  return blocks.map((block) =>
    block.kind === 'markdown'
      ? block
      : {
          ...block,
          photos: block.photos.map((photo) => {
            const name = photo.source.kind === 'file' ? photo.source.file : photo.source.name;
            const resource = known.get(path.basename(name).toLowerCase());
            if (resource === undefined) return photo;
            const caption =
              photo.caption ?? (resource.caption === undefined ? undefined : captionText(resource.caption));
            const credit = photo.credit ?? resource.credit;
            return {
              ...photo,
              alt: photo.alt === '' ? (resource.alt ?? '') : photo.alt,
              ...defined({ caption, credit }),
            };
          }),
        },
  );
}

/** Lists of photos by their keys, for galleries that only name one. */
export function listedPhotos(values: GeneratorValues): ReadonlyMap<string, readonly FigureArguments[]> {
  return new Map(
    [...values.names()].flatMap((name) => {
      const value = values.peek(name);
      if (!/^(?:gallery\d*|photos|pictures)$/u.test(name) || !Array.isArray(value)) return [];
      const photos = value.flatMap((entry: unknown) => photoOf(entry) ?? []);
      if (photos.length > 0) values.take(name);
      return photos.length === 0 ? [] : [[name, photos] as const];
    }),
  );
}

/** Themes read captions as Markdown: what is clearly meant as such stays it. */
function captionText(caption: string): string {
  const isMarkdown = /\[[^[\]]+\]\(https?:\/\/[^()\s]+\)|\*\*[^*\s][^*]*\*\*/u.test(caption);
  return isMarkdown && !/<|!\[/u.test(caption)
    ? caption.replace(/\s+/gu, ' ').trim()
    : escapeMarkdown(caption);
}

/** A photo in front matter: its address alone, or a map with its words. */
function photoOf(value: unknown): FigureArguments | undefined {
  const text = textOfValue(value);
  if (text !== undefined) return typeof value === 'string' ? { src: text } : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = new Map(
    Object.entries(value).map(([key, entry]: [string, unknown]) => [key.toLowerCase(), entry]),
  );
  const params = entries.get('params');
  if (typeof params === 'object' && params !== null)
    for (const [key, entry] of Object.entries(params)) entries.set(key.toLowerCase(), entry);
  const pick = (...names: readonly string[]) =>
    names.map((name) => textOfValue(entries.get(name))).find((found) => found !== undefined);
  const src = pick(
    'src',
    'image_path',
    'image',
    'path',
    'file',
    'url',
    'og_image',
    'teaser',
    'overlay_image',
  );
  if (src === undefined || /[*]/u.test(src)) return undefined;
  return {
    src,
    alt: pick('alt', 'image_alt'),
    caption: pick('caption', 'title', 'description'),
    credit: pick('credit', 'attr', 'attribution', 'photographer'),
  };
}
