/**
 * Every step from a site's photos to the files that it publishes, for builds, previews and the jobs of a CI matrix.
 * Code outside `photos/` enters here; `describePhotos` comes first, all others need what it found.
 */

import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import { inParallel } from '../disk/job-limit.ts';
import type { CardFace } from './cards/card-face.ts';
import { encodeSocialCard, type SocialCard } from './cards/social-card.ts';
import { defaultJobs } from './default-jobs.ts';
import { encodePhotos } from './encode-photos.ts';
import { type EncodedRendition, encodeRendition, type RenditionOptions } from './encode-rendition.ts';
import { gatherRenditions } from './gather-renditions.ts';
import type { Photo, Rendition } from './photo.ts';
import { photoDiagnostic } from './photo-fault.ts';
import { prepareDownload } from './prepare-download.ts';
import type { PressKit } from './press-kit/press-kit.ts';
import { type WrittenKit, writePressKit } from './press-kit/write-press-kit.ts';
import type { SourceType } from './provenance/source-type.ts';
import type { CheckedFile } from './store/checked-files.ts';
import { storeName } from './store/rendition-store.ts';

export { type DescribedPhotos, describePhotos, type PhotoRequest } from './describe-photos.ts';
export { encodePhotos } from './encode-photos.ts';

export interface PipelineOptions extends RenditionOptions {
  /** The face of typeset cards. */
  readonly face: CardFace;
  /** Where press kits are kept, absolute. */
  readonly kitFolder: string;
}

interface StepOptions {
  readonly onProgress?: (done: number, total: number) => void;
}

interface PublishedOptions extends StepOptions {
  /** Whether the output has a file already; its name stands for its bytes. */
  readonly isPublished?: (path: string) => boolean;
}

export interface MadeFiles {
  /** Absolute paths of the files to publish, by their path in the output. */
  readonly files: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

export class PhotoPipeline {
  readonly #options: PipelineOptions;

  constructor(options: PipelineOptions) {
    this.#options = options;
  }

  /** Encodes what the store lacks. Throws for failures of the disk, and the signal's reason. */
  encode(photos: readonly Photo[], step: StepOptions & { readonly signal: AbortSignal }) {
    return encodePhotos(photos, { ...this.#options, ...step });
  }

  /** Brings all renditions to this machine, checked. */
  gather(photos: readonly Photo[], step: PublishedOptions) {
    return gatherRenditions(photos, { ...this.#options, ...step });
  }

  rendition(photo: Photo, rendition: Rendition): Promise<EncodedRendition> {
    return encodeRendition(photo, rendition, this.#options);
  }

  card(card: SocialCard): Promise<EncodedRendition> {
    return encodeSocialCard(card, this.#options);
  }

  /** Finds or makes several cards. A photo may stand for a story in several languages: its card is made once. */
  async cards(cards: readonly SocialCard[]): Promise<MadeFiles> {
    const files = new Map<string, string>();
    const diagnostics: Diagnostic[] = [];
    const distinct = new Map(cards.map((card) => [card.rendition.path, card]));
    // Few at once: each holds its pixels until it is packed.
    await inParallel(
      [...distinct],
      async ([path, card]) => {
        const made = await this.card(card);
        if (made.ok) files.set(path, made.path);
        else diagnostics.push(made.diagnostic);
      },
      undefined,
      2 * defaultJobs(),
    );
    return { files, diagnostics };
  }

  kit(kit: PressKit, step: PublishedOptions = {}): Promise<WrittenKit> {
    return writePressKit(kit, { ...this.#options, ...step });
  }

  /**
   * Cleans one file that an article offers for download.
   * @param source of a photo, as articles say it
   */
  async download(
    file: string,
    place: Place,
    source?: SourceType,
  ): Promise<{ readonly path: string } | { readonly diagnostic: Diagnostic }> {
    const { contentFolder, store } = this.#options;
    const made = await prepareDownload(contentFolder, file, store, source);
    return made.ok ? { path: made.value } : { diagnostic: photoDiagnostic(made.fault, file, place) };
  }

  /** A file that the store has checked, by its path in the output. */
  checked(path: string): CheckedFile | undefined {
    return this.#options.store.checked(storeName(path));
  }
}
