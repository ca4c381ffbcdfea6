/** What readers will see of a figure: what the Markdown says wins over the front matter, that over the camera's file. */

import type { FigureBlock } from '../markdown/block.ts';
import { textsInLanguage } from '../photos/texts-in-language.ts';
import type { CheckContext, CheckedDocument } from './rule.ts';

export interface ResolvedFigure {
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
}

export function resolveFigure(
  figure: FigureBlock,
  { article, lang }: CheckedDocument,
  { photos }: CheckContext,
): ResolvedFigure {
  const details = article?.frontMatter.photos[nameOf(figure.file)];
  const metadata = photos.get(figure.file)?.metadata;
  const own = metadata && textsInLanguage(metadata, lang);
  return {
    alt: figure.alt || details?.alt || own?.alt || '',
    caption: figure.captionText ?? details?.caption ?? own?.caption ?? '',
    credit: figure.credit ?? details?.credit ?? metadata?.credit ?? metadata?.creator ?? '',
  };
}

export function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
