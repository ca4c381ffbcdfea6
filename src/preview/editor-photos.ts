/** Photos of stories in the editor: what their files say, their thumbnails, and new ones put beside a story. */

import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { photoCacheOf } from '../build/photo-store.ts';
import { recipeOf } from '../build/prepare-site.ts';
import type { Project } from '../build/project.ts';
import { startOf } from '../diagnostics/diagnostic.ts';
import { refusedFile } from '../editor/refused-file.ts';
import type { StoryPhoto } from '../editor/store-messages.ts';
import { freeName, namePhoto } from '../imports/photo-name.ts';
import { pictureEnding } from '../imports/source-files.ts';
import { contentTypeOf } from '../output/content-type.ts';
import { describePhoto } from '../photos/describe-photo.ts';
import { describePhotos } from '../photos/describe-photos.ts';
import { encodeRendition } from '../photos/encode-rendition.ts';
import type { Photo } from '../photos/photo.ts';
import { type PhotoFault, photoDiagnostic } from '../photos/photo-fault.ts';
import { recognizeFormat } from '../photos/recognize-format.ts';
import { defined } from '../text/defined.ts';
import { jsonReply, type Reply, readBody, sendReply, textReply } from './editor-reply.ts';
import type { SiteSnapshot } from './site-snapshot.ts';
import type { StoryFiles } from './story-files.ts';
import { writeRefusal } from './write-refusal.ts';

/** The largest photo that a camera of today makes has about 100 MB. */
const maximumPhotoBytes = 200_000_000;

export class EditorPhotos {
  readonly #project: Project;
  readonly #files: StoryFiles;

  constructor(project: Project, files: StoryFiles) {
    this.#project = project;
    this.#files = files;
  }

  /** The photos among some files, with what each file says of itself. */
  async photosOf(files: readonly string[], snapshot: SiteSnapshot): Promise<readonly StoryPhoto[]> {
    const pictures = files.filter((one) => pictureEnding.test(one));
    const { photos } = await this.#describe(pictures, snapshot);
    return pictures.flatMap((one) => {
      const photo = photos.get(one);
      return photo === undefined ? [] : [storyPhotoOf(photo)];
    });
  }

  /** Puts the photo of a request beside a story. */
  async add(query: URLSearchParams, request: IncomingMessage, snapshot: SiteSnapshot): Promise<Reply> {
    const story = query.get('file') ?? '';
    const given = query.get('name') ?? '';
    const refused = (message: string): Reply => jsonReply({ message });
    const bytes = await readBody(request, maximumPhotoBytes);
    if (bytes === undefined) return refused(`${given} has more than ${maximumPhotoBytes / 1e6} MB.`);
    const recognized = recognizeFormat(bytes);
    const ending = recognized.kind === 'photo' ? endings[recognized.format] : endings[recognized.kind];
    if (recognized.kind === 'other') return refused(refusedFile(given, recognized.format));
    if (ending === undefined) return refused(`${given} is not a photo that pages can show.`);
    let added: Awaited<ReturnType<StoryFiles['addPhoto']>>;
    try {
      added = await this.#files.addPhoto(story, bytes, (taken) =>
        freeName(namePhoto(given, '', ending), taken),
      );
    } catch (error) {
      const message = writeRefusal(error, given);
      if (message === undefined) throw error;
      return refused(message);
    }
    if (added === undefined) return refused(`${given} cannot lie beside ${story}.`);
    const file = `${path.posix.dirname(story)}/${added.name}`;
    const { photos, diagnostics } = await this.#describe([file], snapshot);
    const photo = photos.get(file);
    if (photo !== undefined) return jsonReply({ photo: storyPhotoOf(photo) });
    // A file that no page can show would only be in the way.
    if (added.isNew) await this.#files.removePhoto(story, added.name);
    // By the name that the editor knows: that of the story's folder was never seen.
    const read = await describePhoto(bytes);
    if (!read.ok) return refused(faultOf(read.fault, given));
    const [fault] = diagnostics;
    return refused([`${given}:`, fault?.message, fault?.hint].filter((one) => one !== undefined).join(' '));
  }

  async sendThumbnail(file: string, snapshot: SiteSnapshot, response: ServerResponse): Promise<void> {
    const photo = (await this.#describe([file], snapshot)).photos.get(file);
    const rendition = photo?.renditions.find(({ format }) => format !== 'avif') ?? photo?.renditions[0];
    if (photo === undefined || rendition === undefined)
      return sendReply(response, textReply(404, 'There is no such photo.'));
    const made = await encodeRendition(photo, rendition, {
      contentFolder: this.#project.content,
      store: snapshot.store,
      recipe: recipeOf(snapshot.site.config),
    });
    if (!made.ok) return sendReply(response, textReply(404, made.diagnostic.message));
    response.setHeader('Content-Type', contentTypeOf(rendition.path));
    createReadStream(made.path)
      .on('error', () => response.destroy())
      .pipe(response);
  }

  #describe(files: readonly string[], snapshot: SiteSnapshot) {
    return describePhotos(
      files.map((file) => ({ file, place: startOf(file) })),
      {
        contentFolder: this.#project.content,
        cacheFolder: photoCacheOf(this.#project),
        recipe: recipeOf(snapshot.site.config),
      },
    );
  }
}

function faultOf(fault: PhotoFault, name: string): string {
  const { message, hint } = photoDiagnostic(fault, name, startOf(name));
  return [message, hint].filter((one) => one !== undefined).join(' ');
}

const endings: Readonly<Record<string, string>> = {
  jpeg: '.jpg',
  png: '.png',
  webp: '.webp',
  tiff: '.tif',
  avif: '.avif',
  gif: '.gif',
  heic: '.heic',
};

function storyPhotoOf({ file, widthPx, heightPx, metadata }: Photo): StoryPhoto {
  const { caption, alt, credit, creator } = metadata;
  return {
    name: path.posix.basename(file),
    widthPx,
    heightPx,
    ...defined({ caption, alt, credit: credit ?? creator }),
  };
}
