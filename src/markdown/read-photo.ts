/** One image of the Markdown as a figure, with its three texts: description, caption, credit. */

import type Token from 'markdown-it/lib/token.mjs';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean, meantWords } from '../diagnostics/did-you-mean.ts';
import { defined } from '../text/defined.ts';
import type { FigureBlock } from './block.ts';
import { figureSizes, readFigureSize } from './figure-size.ts';
import { type BraceWords, type ImageContext, readImageTexts } from './image-texts.ts';
import { judgePhoto } from './link-target.ts';

const videos = /\.(?:mp4|webm|mov|m4v)$/iu;
const sounds = /\.(?:mp3|m4a|ogg|oga|opus|wav|flac)$/iu;

const braces: BraceWords = {
  kind: 'a photo',
  names: ['credit', 'source', 'size', 'decorative'],
  hint: 'Braces may hold {credit="LI Hua"}, with the name in quotes, {source=ai}, {size=half} and {decorative}.',
};

export function readPhoto(
  image: Token,
  context: ImageContext,
): { readonly figure: FigureBlock | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const { folder, file: displayPath, place } = context;
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Pick<Diagnostic, 'code' | 'severity' | 'message' | 'hint'>) =>
    diagnostics.push({ ...diagnostic, file: displayPath, ...place });
  const judged = judgePhoto(String(image.attrGet('src') ?? ''), folder);
  if (!judged.ok) {
    report({ code: judged.code, severity: 'error', message: judged.message, hint: judged.hint });
    return { figure: undefined, diagnostics };
  }
  const { alt, caption, attributes, diagnostics: found } = readImageTexts(image, context, braces);
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
  const { file } = judged;
  const figure: FigureBlock = {
    kind: 'figure',
    media: videos.test(file) ? 'video' : sounds.test(file) ? 'audio' : 'photo',
    file,
    alt,
    decorative: attributes?.isDecorative ?? false,
    ...caption,
    ...defined({ credit: attributes?.credit, source: attributes?.source, size }),
    place,
  };
  return { figure, diagnostics: [...found, ...diagnostics] };
}
