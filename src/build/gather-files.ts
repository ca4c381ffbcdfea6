/**
 * All files that a site publishes beside its pages: renditions, social cards, downloads. What the output has already is
 * named and not looked at again, because its name stands for its content.
 */

import { type Diagnostic, startOf } from '../diagnostics/diagnostic.ts';
import type { CardOptions } from '../photos/cards/social-card.ts';
import { gatherRenditions } from '../photos/gather-renditions.ts';
import { photoDiagnostic } from '../photos/photo-fault.ts';
import { prepareDownload } from '../photos/prepare-download.ts';
import { storeName } from '../photos/store/rendition-store.ts';
import type { Site } from '../site/site.ts';
import { makeSocialCards } from './make-social-cards.ts';

export interface GatherFilesOptions extends CardOptions {
  /** How diagnostics name the content folder. */
  readonly shownContent: string;
  readonly isPublished: (file: string) => boolean;
  readonly onProgress: (done: number, total: number) => void;
}

export interface GatheredFiles {
  /** Files to publish as they are, by their path in the output. */
  readonly files: ReadonlyMap<string, string>;
  /** The SHA-256 of those that were checked, by path in the output. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Paths of files that the output has already. */
  readonly published: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
  /** Renditions that were damaged in the store and had to be made anew. */
  readonly encodedCount: number;
}

/** Throws for failures of the disk and the network. */
export async function gatherFiles(site: Site, options: GatherFilesOptions): Promise<GatheredFiles> {
  const named = [
    ...site.photos.flatMap(({ renditions }) => renditions.map(({ path }) => path)),
    ...site.socialCards.map(({ rendition }) => rendition.path),
  ];
  const published = new Set(named.filter((file) => options.isPublished(file)));
  const isPublished = (file: string) => published.has(file);
  const renditions = await gatherRenditions(site.photos, { ...options, isPublished });
  const cards = await makeSocialCards(
    site.socialCards.filter(({ rendition }) => !published.has(rendition.path)),
    options,
  );
  const files = new Map([...renditions.files, ...cards.files]);
  const hashes = new Map(
    [...files.keys()].flatMap((file) => {
      const hash = options.store.sha256Of(storeName(file));
      return hash === undefined ? [] : [[file, hash] as const];
    }),
  );
  const diagnostics = [...renditions.diagnostics, ...cards.diagnostics];
  for (const { file, url } of site.attachments) {
    const download = await prepareDownload(options.contentFolder, file, options.store);
    if (download.ok) files.set(url.slice(1), download.value);
    else diagnostics.push(photoDiagnostic(download.fault, file, startOf(`${options.shownContent}/${file}`)));
  }
  return { files, hashes, published, diagnostics, encodedCount: renditions.encodedCount };
}
