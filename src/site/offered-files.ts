/** The files that documents name beside their photos (downloads, films, sounds, figures of charts), and whether readers get them. Pure. */

import type { Content } from '../content/load-content.ts';
import { isDownload } from './downloads.ts';
import { lifetimeOf } from './lifetime.ts';
import { filesNamedBy, filesOf } from './plan-attachments.ts';

/** By file whether readers see, or will see, a document that names it. */
export function offeredFiles(
  { articles, pages, people, files }: Pick<Content, 'articles' | 'pages' | 'people' | 'files'>,
  nowMs: number,
): ReadonlyMap<string, boolean> {
  const offered = new Map<string, boolean>();
  const add = (names: readonly string[], isSeen: boolean) => {
    for (const file of names) {
      if (files.has(file) && isDownload(file)) offered.set(file, isSeen || offered.get(file) === true);
    }
  };
  for (const article of articles) add(filesNamedBy(article), lifetimeOf(article.timing, nowMs) !== undefined);
  for (const { body } of [...pages, ...people]) add(filesOf(body), true);
  return offered;
}
