/**
 * All files that a site publishes beside its pages: renditions, social cards, downloads. What the output has already is
 * named and not looked at again, because its name stands for its content.
 */

import { startOf } from '../diagnostics/diagnostic.ts';
import type { MadeFiles, PhotoPipeline } from '../photos/photo-pipeline.ts';
import type { Site } from '../site/site.ts';

export interface GatherFilesOptions {
  /** How diagnostics name the content folder. */
  readonly displayContent: string;
  readonly isPublished: (file: string) => boolean;
  readonly onProgress: (done: number, total: number) => void;
}

export interface GatheredFiles extends MadeFiles {
  /** Paths of files that the output has already. */
  readonly published: ReadonlySet<string>;
  /** Renditions that were damaged in the store and had to be made anew. */
  readonly encodedCount: number;
}

/** Throws for failures of the disk and the network. */
export async function gatherFiles(
  site: Site,
  photos: PhotoPipeline,
  { displayContent, onProgress, isPublished: isInOutput }: GatherFilesOptions,
): Promise<GatheredFiles> {
  const named = [
    ...site.photos.flatMap(({ renditions }) => renditions.map(({ path }) => path)),
    ...site.socialCards.map(({ rendition }) => rendition.path),
  ];
  const published = new Set(named.filter((file) => isInOutput(file)));
  const isPublished = (file: string) => published.has(file);
  const renditions = await photos.gather(site.photos, { onProgress, isPublished });
  const cards = await photos.cards(
    site.socialCards.filter(({ rendition }) => !published.has(rendition.path)),
  );
  const files = new Map([...renditions.files, ...cards.files]);
  const diagnostics = [...renditions.diagnostics, ...cards.diagnostics];
  for (const { file, url, source } of site.attachments) {
    const download = await photos.download(file, startOf(`${displayContent}/${file}`), source);
    if ('path' in download) files.set(url.slice(1), download.path);
    else diagnostics.push(download.diagnostic);
  }
  return { files, published, diagnostics, encodedCount: renditions.encodedCount };
}
