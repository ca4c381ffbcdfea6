/** The text of an article's file from values that are known to fit the schema. Pure. */

import { Document, isScalar, YAMLMap } from 'yaml';
import type { PhotoMetadata } from '../photos/photo.ts';
import { escapeAlt, quoteCaption, quoteCredit } from './markdown-text.ts';

/** Keys in the order in which they are written; what is undefined or empty is left out. */
export interface NewFrontMatter {
  readonly title: string;
  readonly date: string;
  readonly topics: readonly string[];
  readonly summary?: string | undefined;
  readonly credits?: Readonly<Record<string, readonly string[]>>;
  readonly image?: string | undefined;
  /** Words of photos that the text does not show, by name. */
  readonly photos?: Readonly<
    Record<string, { readonly alt?: string; readonly caption?: string; readonly credit?: string }>
  >;
  readonly lang?: string | undefined;
  readonly slug?: string | undefined;
  readonly series?: string | undefined;
  readonly aliases?: readonly string[];
  readonly draft?: boolean;
  readonly publishAt?: string | undefined;
  readonly expiresAt?: string | undefined;
  readonly updated?: string | undefined;
  readonly viewsBefore?: number | undefined;
}

export interface NewPhoto {
  /** Beside the article. */
  readonly name: string;
  readonly alt: string;
  /** Inline Markdown. */
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
}

export type NewBlock =
  | { readonly kind: 'markdown'; readonly text: string }
  | { readonly kind: 'photos'; readonly title?: string; readonly photos: readonly NewPhoto[] };

export function articleFile(frontMatter: NewFrontMatter, blocks: readonly NewBlock[]): string {
  const body = blocks.map(blockText).filter((text) => text !== '');
  return `---\n${frontMatterText(frontMatter)}---\n\n${body.join('\n\n')}${body.length === 0 ? '' : '\n'}`;
}

function frontMatterText(frontMatter: NewFrontMatter): string {
  const credits = Object.entries(frontMatter.credits ?? {}).filter(([, names]) => names.length > 0);
  const {
    title,
    date,
    topics,
    summary,
    image,
    photos,
    lang,
    slug,
    series,
    aliases = [],
    draft,
    ...rest
  } = frontMatter;
  const values: Readonly<Record<string, unknown>> = {
    title,
    date,
    topics,
    summary,
    credits:
      credits.length === 0
        ? undefined
        : Object.fromEntries(credits.map(([role, names]) => [role, names.length === 1 ? names[0] : names])),
    image,
    photos,
    lang,
    slug,
    series,
    aliases: aliases.length === 0 ? undefined : aliases,
    draft: draft === true ? true : undefined,
    publishAt: rest.publishAt,
    expiresAt: rest.expiresAt,
    updated: rest.updated,
    viewsBefore: rest.viewsBefore === 0 ? undefined : rest.viewsBefore,
  };
  const written = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  const document = new Document(withoutComments(written), {
    version: '1.2',
    schema: 'core',
    aliasDuplicateObjects: false,
  });
  if (document.contents instanceof YAMLMap) {
    for (const { key, value } of document.contents.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (['topics'].includes(name) && isCollection(value)) value.flow = true;
      if (name === 'credits' && value instanceof YAMLMap) {
        for (const { value: names } of value.items) if (isCollection(names)) names.flow = true;
      }
    }
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** The same data in which nothing begins a comment of HTML, which no text of front matter may hold. */
function withoutComments(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('<!--', '< !--');
  if (Array.isArray(value)) return value.map(withoutComments);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutComments(inner)]));
}

function isCollection(value: unknown): value is { flow?: boolean } {
  return typeof value === 'object' && value !== null && 'items' in value;
}

function blockText(block: NewBlock): string {
  if (block.kind === 'markdown') return block.text.trim();
  const lines = block.photos.map(photoText).join('\n');
  if (block.title === undefined) return lines;
  return `::: gallery "${block.title.replaceAll('"', '”')}"\n${lines}\n:::`;
}

export function photoText({ name, alt, caption, credit }: NewPhoto): string {
  const title = caption === undefined || caption.trim() === '' ? '' : ` ${quoteCaption(caption)}`;
  const braces = credit === undefined || credit.trim() === '' ? '' : `{credit=${quoteCredit(credit)}}`;
  return `![${escapeAlt(alt)}](${name}${title})${braces}`;
}

/** A credit that repeats the photographer is one name; an agency's stands beside it. */
export function creditOf({ credit, creator }: PhotoMetadata): string | undefined {
  if (credit === undefined) return creator;
  if (creator === undefined || credit.includes(creator)) return credit;
  return `${creator}/${credit}`;
}
