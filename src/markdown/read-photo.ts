/** One image of the Markdown as a figure, with its three texts: description, caption, credit. */

import type Token from 'markdown-it/lib/token.mjs';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean, meantWords } from '../diagnostics/did-you-mean.ts';
import { defined } from '../text/defined.ts';
import type { BodyPlace, FigureBlock } from './block.ts';
import type { DialectState } from './dialect-state.ts';
import { figureSizes, readFigureSize } from './figure-size.ts';
import { inlineText } from './inline-text.ts';
import { judgePhoto } from './link-target.ts';
import { parseInline } from './parse-inline.ts';
import { photoAttributeNames } from './photo-attributes.ts';

export interface PhotoContext {
  readonly state: DialectState;
  readonly folder: string;
  /** The file as diagnostics show it. */
  readonly file: string;
  readonly place: BodyPlace;
  /** The image as typed. */
  readonly source: string;
}

const videos = /\.(?:mp4|webm|mov|m4v)$/iu;
const sounds = /\.(?:mp3|m4a|ogg|oga|opus|wav|flac)$/iu;

export function readPhoto(
  image: Token,
  context: PhotoContext,
): { readonly figure: FigureBlock | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const { state, folder, file: displayPath, place } = context;
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Pick<Diagnostic, 'code' | 'severity' | 'message' | 'hint'>) =>
    diagnostics.push({ ...diagnostic, file: displayPath, ...place });
  const judged = judgePhoto(String(image.attrGet('src') ?? ''), folder);
  if (!judged.ok) {
    report({ code: judged.code, severity: 'error', message: judged.message, hint: judged.hint });
    return { figure: undefined, diagnostics };
  }
  const attributes = state.photoAttributes.get(image);
  const unknown = attributes?.unknown ?? [];
  if (unknown.length > 0) {
    const guess = didYouMean(unknown[0] ?? '', photoAttributeNames);
    report({
      code: 'unknown-attribute',
      severity: 'error',
      message: `Nothing reads ${unknown.join(' ')} in the braces of a photo.${meantWords(guess)}`,
      hint: 'Braces may hold {credit="LI Hua"}, with the name in quotes, {source=ai}, {size=half} and {decorative}.',
    });
  }
  const size = attributes?.size === undefined ? undefined : readFigureSize(attributes.size);
  if (attributes?.size !== undefined && size === undefined) {
    const guess = didYouMean(attributes.size, figureSizes);
    report({
      code: 'unknown-attribute',
      severity: 'error',
      message: `"${attributes.size}" is no size of a photo.${meantWords(guess)}`,
      hint: `Write one of: ${figureSizes.map((name) => `{size=${name}}`).join(', ')}; without any, its shape decides.`,
    });
  }
  const title = typedTitle(context.source) ?? String(image.attrGet('title') ?? '');
  const caption =
    title.trim() === ''
      ? undefined
      : parseInline(title.trim(), { file: displayPath, folder, firstLine: place.line });
  // A caption's own positions are those of its image: it may stand on several lines of a paragraph.
  for (const diagnostic of caption?.diagnostics ?? []) diagnostics.push({ ...diagnostic, ...place });
  const alt = inlineText(image.children ?? []).trim();
  const { file } = judged;
  const figure: FigureBlock = {
    kind: 'figure',
    media: videos.test(file) ? 'video' : sounds.test(file) ? 'audio' : 'photo',
    file,
    alt,
    decorative: attributes?.isDecorative ?? false,
    ...(caption === undefined ? {} : { caption: caption.html, captionText: caption.text }),
    ...defined({ credit: attributes?.credit, source: attributes?.source, size }),
    place,
  };
  return { figure, diagnostics };
}

/** The title between its quotes before backslashes are resolved: it is Markdown of its own. */
function typedTitle(source: string): string | undefined {
  const match =
    /\s(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|\(((?:[^()\\]|\\.)*)\))\s*\)(?:\{[^}]*\})?$/su.exec(source);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}
