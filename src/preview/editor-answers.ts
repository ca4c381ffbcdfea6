/**
 * Answers the editor: its page, its settings, stories and photos, and the page of the story that is being written.
 * Changes are accepted from its own page only: same origin, a token that no other page can read, and a preview that
 * listens on this machine alone.
 */

import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { bundleEditor } from '../build/assets/bundle-editor.ts';
import { photoCacheOf } from '../build/photo-store.ts';
import { recipeOf } from '../build/prepare-site.ts';
import type { Project } from '../build/project.ts';
import { startOf } from '../diagnostics/diagnostic.ts';
import { editorPage } from '../editor/editor-page.ts';
import { settingsOf } from '../editor/editor-settings.ts';
import {
  draftRequest,
  type OpenedStory,
  pasteRequest,
  type RenderedStory,
  type StoryPhoto,
  saveRequest,
} from '../editor/store-messages.ts';
import { storyList } from '../editor/story-list.ts';
import { isStoryPath } from '../editor/story-path.ts';
import { pasteHtml } from '../imports/html/paste-html.ts';
import { freeName, namePhoto } from '../imports/photo-name.ts';
import { pictureEnding } from '../imports/source-files.ts';
import { contentTypeOf } from '../output/content-type.ts';
import { describePhotos } from '../photos/describe-photos.ts';
import { encodeRendition } from '../photos/encode-rendition.ts';
import type { Photo } from '../photos/photo.ts';
import { recognizeFormat } from '../photos/recognize-format.ts';
import { defined } from '../text/defined.ts';
import type { PreviewSite } from './preview-site.ts';
import type { SiteSnapshot } from './site-snapshot.ts';
import { StoryFiles } from './story-files.ts';

/** Address of the editor's page, below the root of the site. */
export const editorFolder = 'admin';

/** The largest photo that a camera of today makes has about 100 MB. */
const maximumPhotoBytes = 200_000_000;
const maximumRequestBytes = 8_000_000;
/** Pages of drafts that a browser may still ask for. */
const maximumPages = 4;

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export class EditorAnswers {
  readonly #project: Project;
  readonly #preview: PreviewSite;
  readonly #files: StoryFiles;
  readonly #token = randomBytes(24).toString('base64url');
  readonly #isLocal: boolean;
  readonly #pages = new Map<string, string>();
  #pageCount = 0;
  #bundle: Promise<ReadonlyMap<string, Uint8Array>> | undefined;
  #list: { readonly of: SiteSnapshot; readonly json: string } | undefined;

  /** @param isLocal whether the preview listens on this machine alone: otherwise nothing is saved */
  constructor(project: Project, preview: PreviewSite, isLocal: boolean) {
    this.#project = project;
    this.#preview = preview;
    this.#files = new StoryFiles(project.content);
    this.#isLocal = isLocal;
  }

  /** Scripts and styles are bundled again at the next request. */
  forgetBundle(): void {
    this.#bundle = undefined;
  }

  /** @param name the address below the editor's page; empty for the page itself */
  async answer(
    name: string,
    query: URLSearchParams,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { snapshot } = this.#preview;
    if (snapshot === undefined)
      return send(response, text(503, 'The site cannot be read yet: see its front page.'));
    if (request.method === 'POST') return send(response, await this.#change(name, query, request));
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return send(response, text(405, 'GET or POST.'));
    if (name === 'thumb') return await this.#sendThumbnail(query, snapshot, response);
    send(response, await this.#read(name, query, snapshot));
  }

  async #read(name: string, query: URLSearchParams, snapshot: SiteSnapshot): Promise<Reply> {
    if (name === '') {
      const page = editorPage(snapshot.site.config.name, this.#isLocal ? this.#token : '');
      return { status: 200, type: contentTypeOf('.html'), body: page };
    }
    if (name === 'settings.json')
      return json(settingsOf(snapshot.content, path.basename(this.#project.content)));
    if (name === 'stories.json') {
      if (this.#list?.of !== snapshot)
        this.#list = { of: snapshot, json: JSON.stringify(storyList(snapshot.content, snapshot.site.nowMs)) };
      return { status: 200, type: contentTypeOf('.json'), body: this.#list.json };
    }
    if (name === 'story.json') return await this.#open(query.get('file') ?? '', snapshot);
    if (name.startsWith('page/')) {
      const page = this.#pages.get(name.slice('page/'.length));
      // Neither a script of the page nor anything else that it names by mistake is run.
      const headers = { 'Content-Security-Policy': 'sandbox allow-same-origin' };
      return page === undefined
        ? text(404, 'This page is gone.')
        : { status: 200, type: contentTypeOf('.html'), body: page, headers };
    }
    this.#bundle ??= bundleEditor(path.join(this.#project.root, 'assets'));
    const file = (await this.#bundle).get(name);
    return file === undefined
      ? text(404, 'The editor has no such file.')
      : { status: 200, type: contentTypeOf(name), body: file };
  }

  async #change(name: string, query: URLSearchParams, request: IncomingMessage): Promise<Reply> {
    const refusal = this.#refusalOf(request);
    if (refusal !== undefined) return text(403, refusal);
    if (name === 'photo') return await this.#addPhoto(query, request);
    const body = await readBody(request, maximumRequestBytes);
    if (body === undefined) return text(413, 'The story is too large.');
    const given = parseJson(body);
    if (name === 'draft') {
      const draft = draftRequest.safeParse(given);
      return draft.success ? await this.#render(draft.data) : text(400, 'The request cannot be read.');
    }
    if (name === 'save') {
      const saving = saveRequest.safeParse(given);
      if (!saving.success) return text(400, 'The request cannot be read.');
      const { file, raw, version } = saving.data;
      return json(await this.#files.save(file, raw, version));
    }
    if (name === 'paste') {
      const pasted = pasteRequest.safeParse(given);
      return pasted.success ? json(pasteHtml(pasted.data.html)) : text(400, 'The request cannot be read.');
    }
    return text(404, 'The editor asks no such thing.');
  }

  /** Why a request may not change anything; undefined when it may. */
  #refusalOf({ headers }: IncomingMessage): string | undefined {
    if (!this.#isLocal)
      return 'This preview can be reached from other computers, so nothing is saved through it. Start it without --host.';
    const origin = headers.origin;
    if (origin === undefined || origin !== `http://${headers.host ?? ''}`)
      return 'Only the page of the editor may save.';
    const token = headers['x-news-token'];
    const given = Buffer.from(typeof token === 'string' ? token : '');
    const own = Buffer.from(this.#token);
    return given.length === own.length && timingSafeEqual(given, own)
      ? undefined
      : 'The preview was started anew. Load this page again; what you wrote is kept in the browser.';
  }

  async #open(file: string, snapshot: SiteSnapshot): Promise<Reply> {
    const stored = await this.#files.read(file);
    if (stored === undefined) return text(404, `${file} is not there, or cannot be read as UTF-8.`);
    const folder = path.posix.dirname(file);
    const beside = [...snapshot.content.files].filter((one) => path.posix.dirname(one) === folder);
    const pictures = beside.filter((one) => pictureEnding.test(one));
    const photos = await this.#describe(pictures, snapshot);
    const opened: OpenedStory = {
      ...stored,
      photos: pictures.flatMap((one) => {
        const photo = photos.get(one);
        return photo === undefined ? [] : [storyPhotoOf(photo)];
      }),
      others: beside
        .filter((one) => !one.endsWith('.md') && !photos.has(one))
        .map((one) => path.posix.basename(one)),
      translations: beside.filter((one) => isStoryPath(one) && one !== file),
    };
    return json(opened);
  }

  async #render(draft: { readonly file: string; readonly text: string }): Promise<Reply> {
    if (!isStoryPath(draft.file)) return text(400, `${draft.file} is not the file of a story.`);
    const rendered = await this.#preview.renderDraft(draft);
    if (rendered === undefined) return text(503, 'The site cannot be read yet: see its front page.');
    const { diagnostics, page } = rendered;
    let address: string | undefined;
    if (page !== undefined) {
      this.#pageCount += 1;
      address = `page/${this.#pageCount}`;
      this.#pages.set(String(this.#pageCount), page.html.replace(/<script\b[^>]*>.*?<\/script>/gsu, ''));
      this.#pages.delete(String(this.#pageCount - maximumPages));
    }
    const answer: RenderedStory = {
      findings: diagnostics.map(({ fix, ...one }) => ({
        ...one,
        ...defined({ fix: fix?.map((edit) => ({ ...edit })) }),
      })),
      ...defined({ page: address }),
    };
    return json(answer);
  }

  async #addPhoto(query: URLSearchParams, request: IncomingMessage): Promise<Reply> {
    const story = query.get('file') ?? '';
    const given = query.get('name') ?? '';
    const refused = (message: string): Reply => json({ message });
    const bytes = await readBody(request, maximumPhotoBytes);
    if (bytes === undefined) return refused(`${given} has more than ${maximumPhotoBytes / 1e6} MB.`);
    const recognized = recognizeFormat(bytes);
    const ending = recognized.kind === 'photo' ? endings[recognized.format] : endings[recognized.kind];
    if (ending === undefined) return refused(`${given} is not a photo that pages can show.`);
    const added = await this.#files.addPhoto(story, bytes, (taken) =>
      freeName(namePhoto(given, '', ending), taken),
    );
    if (added === undefined) return refused(`${given} cannot lie beside ${story}.`);
    const file = `${path.posix.dirname(story)}/${added.name}`;
    const { snapshot } = this.#preview;
    if (snapshot === undefined) return refused('The site cannot be read yet.');
    const { photos, diagnostics } = await this.#describeAll([file], snapshot);
    const photo = photos.get(file);
    if (photo !== undefined) return json({ photo: storyPhotoOf(photo) });
    // A file that no page can show would only be in the way.
    if (added.isNew) await this.#files.removePhoto(story, added.name);
    const [fault] = diagnostics;
    return refused([fault?.message, fault?.hint].filter((one) => one !== undefined).join(' '));
  }

  async #sendThumbnail(
    query: URLSearchParams,
    snapshot: SiteSnapshot,
    response: ServerResponse,
  ): Promise<void> {
    const file = query.get('file') ?? '';
    const photo = (await this.#describe([file], snapshot)).get(file);
    const rendition = photo?.renditions.find(({ format }) => format !== 'avif') ?? photo?.renditions[0];
    if (photo === undefined || rendition === undefined)
      return send(response, text(404, 'There is no such photo.'));
    const made = await encodeRendition(photo, rendition, {
      contentFolder: this.#project.content,
      store: snapshot.store,
      recipe: recipeOf(snapshot.site.config),
    });
    if (!made.ok) return send(response, text(404, made.diagnostic.message));
    response.setHeader('Content-Type', contentTypeOf(rendition.path));
    createReadStream(made.path)
      .on('error', () => response.destroy())
      .pipe(response);
  }

  async #describe(files: readonly string[], snapshot: SiteSnapshot): Promise<ReadonlyMap<string, Photo>> {
    return (await this.#describeAll(files, snapshot)).photos;
  }

  #describeAll(files: readonly string[], snapshot: SiteSnapshot) {
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

function json(value: unknown): Reply {
  return { status: 200, type: contentTypeOf('.json'), body: JSON.stringify(value) };
}

function text(status: number, body: string): Reply {
  return { status, type: 'text/plain; charset=utf-8', body };
}

function send(response: ServerResponse, { status, type, body, headers }: Reply): void {
  response.statusCode = status;
  response.setHeader('Content-Type', type);
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
  response.end(body);
}

/** Undefined when it is larger. */
async function readBody(request: IncomingMessage, maximumBytes: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    if (!Buffer.isBuffer(part)) continue;
    bytes += part.length;
    if (bytes > maximumBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
