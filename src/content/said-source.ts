/** Where a photo comes from by what its article says: at the photo, in `photos:`, or of all its photos. Pure. */

import type { FigureBlock } from '../markdown/block.ts';
import { readTypedSource, type SourceType } from '../photos/provenance/source-type.ts';
import type { ArticleFile } from './article.ts';

export function saidSource(
  figure: Pick<FigureBlock, 'file' | 'source'>,
  article: Pick<ArticleFile, 'folder' | 'frontMatter'> | undefined,
): SourceType | undefined {
  const typed = figure.source === undefined ? undefined : readTypedSource(figure.source);
  if (typed !== undefined || article === undefined) return typed;
  const { ai, photos } = article.frontMatter;
  const name = figure.file.slice(article.folder.length + 1);
  return photos[name]?.source ?? (ai?.photos?.kind === 'source' ? ai.photos.source : undefined);
}
