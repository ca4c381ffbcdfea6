/** The texts of one image of the Markdown, whatever it shows: what is in its brackets, its caption, its braces. */

import type Token from 'markdown-it/lib/token.mjs';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean, meantWords } from '../diagnostics/did-you-mean.ts';
import type { BodyPlace, Html } from './block.ts';
import type { DialectState, PhotoAttributes } from './dialect-state.ts';
import { inlineText } from './inline-text.ts';
import { parseInline } from './parse-inline.ts';

export interface ImageContext {
  readonly state: DialectState;
  readonly folder: string;
  /** The file as diagnostics show it. */
  readonly file: string;
  readonly place: BodyPlace;
  /** The image as typed. */
  readonly source: string;
}

/** What may stand in the braces of one kind of image. */
export interface BraceWords {
  /** `a photo`. */
  readonly kind: string;
  readonly names: readonly string[];
  readonly hint: string;
}

export interface ImageTexts {
  readonly alt: string;
  readonly caption: { readonly caption?: Html; readonly captionText?: string };
  readonly attributes: PhotoAttributes | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export function readImageTexts(image: Token, context: ImageContext, braces: BraceWords): ImageTexts {
  const { state, folder, file, place, source } = context;
  const attributes = state.photoAttributes.get(image);
  const diagnostics: Diagnostic[] = [];
  const unknown = [
    ...(attributes?.unknown ?? []),
    ...(attributes?.names ?? []).filter((name) => !braces.names.includes(name)),
  ];
  if (unknown.length > 0) {
    const guess = didYouMean(unknown[0] ?? '', braces.names);
    diagnostics.push({
      code: 'unknown-attribute',
      severity: 'error',
      file,
      ...place,
      message: `Nothing reads ${unknown.join(' ')} in the braces of ${braces.kind}.${meantWords(guess)}`,
      hint: braces.hint,
    });
  }
  const title = typedTitle(source) ?? String(image.attrGet('title') ?? '');
  const caption =
    title.trim() === '' ? undefined : parseInline(title.trim(), { file, folder, firstLine: place.line });
  // A caption's own positions are those of its image: it may stand on several lines of a paragraph.
  for (const diagnostic of caption?.diagnostics ?? []) diagnostics.push({ ...diagnostic, ...place });
  return {
    alt: inlineText(image.children ?? []).trim(),
    caption: caption === undefined ? {} : { caption: caption.html, captionText: caption.text },
    attributes,
    diagnostics,
  };
}

/** The title between its quotes before backslashes are resolved: it is Markdown of its own. */
function typedTitle(source: string): string | undefined {
  const match =
    /\s(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|\(((?:[^()\\]|\\.)*)\))\s*\)(?:\{[^}]*\})?$/su.exec(source);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}
