/**
 * Takes the photos of one article from the source: reads, judges and names them. A photo that cannot be published is
 * left out and reported; one that the source shows twice is one file.
 */

import type { Description } from '../photos/describe-photo.ts';
import { photoDiagnostic } from '../photos/photo-fault.ts';
import type { Outcome } from '../photos/source-file.ts';
import { creditInCaption } from '../text/caption-credit.ts';
import { defined } from '../text/defined.ts';
import type { NewBlock, NewPhoto } from './article-file.ts';
import { wordsOf } from './fold-text.ts';
import { isDecorationSize } from './html/tiny-pictures.ts';
import type { ImportIssue } from './import-issue.ts';
import type { ImportedArticle, ImportedPhoto, PhotoSource } from './imported-article.ts';
import { freeName, namePhoto } from './photo-name.ts';

export interface PhotoFile extends Description {
  readonly bytes: Uint8Array;
  readonly hash: string;
  /** Of what the file is, whatever it is called: `.jpg`. */
  readonly ending: string;
}

export type ReadPhotoFile = (source: PhotoSource) => Promise<Outcome<PhotoFile>>;

export interface PlannedPhotos {
  readonly blocks: readonly NewBlock[];
  /** By name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Names of photos that are whole files of the import folder, by those. */
  readonly names: ReadonlyMap<string, string>;
  readonly image?: string;
  /** Words of the lead photo where the text does not show it. */
  readonly leadWords?: NewPhoto;
  readonly issues: readonly ImportIssue[];
}

/** @param beside files of other languages in the folder, by name, with their hashes: a photo that they have is theirs too */
export async function planPhotos(
  article: ImportedArticle,
  read: ReadPhotoFile,
  beside: ReadonlyMap<string, string> = new Map(),
): Promise<PlannedPhotos> {
  const planner = new PhotoPlanner(article.file, read, beside);
  const blocks: NewBlock[] = [];
  for (const block of article.blocks) {
    if (block.kind === 'markdown') blocks.push(block);
    else {
      const photos: NewPhoto[] = [];
      for (const photo of block.photos) {
        const planned = await planner.plan(photo);
        if (planned !== undefined) photos.push(planned);
      }
      if (photos.length > 0) blocks.push({ ...block, photos });
    }
  }
  const image = article.image === undefined ? undefined : await planner.plan(article.image);
  const shown = blocks.flatMap((block) => (block.kind === 'photos' ? block.photos : []));
  const isShown = shown.some(({ name }) => name === image?.name);
  const hasWords =
    image !== undefined && (image.alt !== '' || image.caption !== undefined || image.credit !== undefined);
  const leadWords = hasWords && !isShown ? image : undefined;
  if (image !== undefined && !isShown)
    planner.issues.push({
      kind: 'look',
      file: article.file,
      line: article.image?.line ?? article.line,
      message: 'The lead photo stands in lists alone: the text does not show it.',
      text: image.name,
    });
  return {
    blocks,
    files: planner.files,
    names: planner.names,
    ...defined({ image: image?.name, leadWords }),
    issues: planner.issues,
  };
}

class PhotoPlanner {
  readonly files = new Map<string, Uint8Array>();
  readonly names = new Map<string, string>();
  readonly issues: ImportIssue[] = [];
  readonly #file: string;
  readonly #read: ReadPhotoFile;
  readonly #byHash: Map<string, string>;
  readonly #taken: ReadonlySet<string>;

  constructor(file: string, read: ReadPhotoFile, beside: ReadonlyMap<string, string>) {
    this.#file = file;
    this.#read = read;
    this.#byHash = new Map([...beside].map(([name, hash]) => [hash, name]));
    this.#taken = new Set(beside.keys());
  }

  async plan(photo: ImportedPhoto): Promise<NewPhoto | undefined> {
    const { source, alt, line } = photo;
    const { caption, credit } = this.#words(photo);
    const called = source.kind === 'file' ? source.file : source.name;
    const told = source.kind === 'file' ? called : (source.place ?? called);
    const words = [caption, alt, credit].filter((text) => text !== undefined && text !== '').join(' / ');
    const drop = (message: string, group?: ImportIssue['group']): undefined => {
      this.issues.push({
        kind: 'dropped',
        file: this.#file,
        line,
        message,
        text: words === '' ? told : `${told}: ${words}`,
        ...defined({ group }),
      });
    };
    if (source.kind === 'missing') {
      return drop(
        source.place === undefined
          ? `The photo ${called} is not in the folder. Put it there and import again.`
          : `The ${told} cannot be taken out of it. Save the picture as a JPEG and put it beside the article.`,
        'missing-photo',
      );
    }
    const found = await this.#read(source);
    if (!found.ok && source.kind === 'file' && source.edit !== undefined)
      return drop(
        'A picture is cut or turned in the document in a way that cannot be repeated, so it was left out. Cut it in a picture program and put it beside the article.',
      );
    if (!found.ok) {
      const place = { file: this.#file, line, column: 1, endColumn: 1 };
      const { message, hint } = photoDiagnostic(found.fault, told, place);
      return drop(`${message} ${hint ?? ''} Then import again.`.replaceAll('  ', ' '), 'unreadable-photo');
    }
    // Captions, descriptions and credits inside the file need no copy: the site reads them from there.
    const { bytes, hash, ending, metadata, widthPx, heightPx } = found.value;
    if (isDecorationSize(widthPx, heightPx))
      return drop(
        `A picture of ${widthPx} × ${heightPx} pixels shows nothing: a spacer, a bullet or a counter.`,
      );
    const known = this.#byHash.get(hash);
    const name =
      known ??
      freeName(
        namePhoto(called, caption ?? metadata.caption ?? alt, ending),
        new Set([...this.#taken, ...this.files.keys()]),
      );
    if (source.kind === 'file' && source.isGuessed === true)
      this.issues.push({
        kind: 'guessed',
        file: this.#file,
        line,
        message: 'A photo was found by its name alone. Look whether it is the right one.',
        text: called,
        picture: name,
      });
    this.#byHash.set(hash, name);
    this.files.set(name, bytes);
    if (source.kind === 'file' && source.edit === undefined) this.names.set(source.file, name);
    const repeats = caption !== undefined && wordsOf(alt).join(' ') === wordsOf(caption).join(' ');
    if (repeats && alt !== '') {
      this.issues.push({
        kind: 'dropped',
        file: this.#file,
        line,
        message: `The description of ${name} only repeated its caption and was left out. Say what is to be seen.`,
        text: alt,
      });
    }
    return { name, alt: repeats ? '' : alt, caption, credit };
  }

  /** Caption and credit, the credit taken out of a caption that ends with it. */
  #words({ caption, credit, line }: ImportedPhoto): Pick<NewPhoto, 'caption' | 'credit'> {
    const found = caption === undefined || credit !== undefined ? undefined : creditInCaption(caption);
    if (caption === undefined || found === undefined) return { caption, credit };
    this.issues.push({
      kind: 'guessed',
      file: this.#file,
      line,
      message: `The end of this caption was taken as the credit of the photo: ${found.credit}.`,
      text: caption,
    });
    return { caption: found.caption === '' ? undefined : found.caption, credit: found.credit };
  }
}
