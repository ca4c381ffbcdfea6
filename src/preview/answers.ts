/** Answers requests: pages with the toolbar in them, the files that pages load, the toolbar's own requests, the editor. */

import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Project } from '../build/project.ts';
import { startOf } from '../diagnostics/diagnostic.ts';
import { contentTypeOf } from '../output/content-type.ts';
import { photoDiagnostic } from '../photos/photo-fault.ts';
import { prepareDownload } from '../photos/prepare-download.ts';
import type { Attachment } from '../site/site.ts';
import { type EditorAnswers, editorFolder } from './editor-answers.ts';
import type { Listeners } from './listeners.ts';
import type { PreviewSite } from './preview-site.ts';
import { type PreviewToolbar, toolbarFolder } from './preview-toolbar.ts';
import type { PictureMaker, SiteSnapshot } from './site-snapshot.ts';
import { galleryFolder, type ThemeGallery } from './theme-gallery.ts';

export interface AnswerParts {
  readonly preview: PreviewSite;
  readonly toolbar: PreviewToolbar;
  readonly listeners: Listeners;
  readonly editor: EditorAnswers;
  readonly gallery: ThemeGallery;
  /** Called after every page that is sent. */
  readonly onPage: () => void;
}

const html = 'text/html; charset=utf-8';
const plain = 'text/plain; charset=utf-8';
const toolbarAddress = new RegExp(`/\\${toolbarFolder}/([a-z.-]+)$`, 'u');

export class Answers {
  /** The scripts and style sheets of the toolbar, by file name. */
  toolbarFiles: Promise<ReadonlyMap<string, Uint8Array>> | undefined;
  readonly #project: Project;
  readonly #parts: AnswerParts;

  constructor(project: Project, parts: AnswerParts) {
    this.#project = project;
    this.#parts = parts;
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, search, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const { preview } = this.#parts;
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    const own = toolbarAddress.exec(pathname)?.[1];
    if (own !== undefined) return await this.#answerToolbar(own, searchParams, response);
    const { snapshot } = preview;
    const asked = urlOf(pathname, snapshot);
    if (snapshot === undefined) return this.#sendPage(response, 500, asked ?? '/');
    if (asked === undefined)
      return redirect(response, belowPrefix(pathname, snapshot.site.config.pathPrefix) + search);
    const themed = asked.startsWith(`/${galleryFolder}/`)
      ? await this.#parts.gallery.answer(asked.slice(galleryFolder.length + 2), snapshot)
      : undefined;
    if (themed?.kind === 'page') return send(response, 200, html, themed.html);
    if (themed?.kind === 'asset') return send(response, 200, contentTypeOf(asked), Buffer.from(themed.bytes));
    const url = themed?.url ?? asked;
    const asset = snapshot.assets.files.get(url.slice(1)) ?? this.#parts.gallery.fileAt(url);
    if (asset !== undefined) {
      keepForever(response);
      return send(response, 200, contentTypeOf(url), Buffer.from(asset));
    }
    const page = preview.pageAt(url);
    if (page !== undefined) {
      return contentTypeOf(url) === html
        ? this.#sendPage(response, 200, url)
        : send(response, 200, contentTypeOf(url), page);
    }
    if (url === `/${editorFolder}` || url === `/${galleryFolder}`)
      return redirect(response, snapshot.site.frame.href(`${url}/`));
    if (url.startsWith(`/${editorFolder}/`))
      return await this.#parts.editor.answer(
        url.slice(editorFolder.length + 2),
        searchParams,
        request,
        response,
      );
    const picture = preview.pictureAt(url);
    if (picture !== undefined) return await sendPicture(response, url, picture);
    const ownFile = snapshot.ownFile(url);
    if (ownFile !== undefined) return sendFile(response, url, ownFile);
    const attachment = snapshot.attachment(url);
    if (attachment !== undefined) return await this.#sendAttachment(response, url, attachment, snapshot);
    if (preview.pageAt(`${url}/`) !== undefined)
      return redirect(response, snapshot.site.frame.href(`${url}/`));
    return /\.[a-z0-9]+$/u.test(url)
      ? send(response, 404, plain, 'There is no such file.')
      : this.#sendPage(response, 404, url);
  }

  #sendPage(response: ServerResponse, status: number, url: string): void {
    const { preview, toolbar, onPage } = this.#parts;
    onPage();
    send(response, status, html, toolbar.addTo(preview.pageAt(url) ?? preview.missingPage, url));
  }

  async #answerToolbar(file: string, parameters: URLSearchParams, response: ServerResponse): Promise<void> {
    const { toolbar, listeners } = this.#parts;
    const page = parameters.get('page') ?? '/';
    if (file === 'report.json')
      return send(response, 200, contentTypeOf(file), JSON.stringify(toolbar.report(page)));
    if (file === 'changes') return listeners.add(response, page, parameters.get('version') ?? '');
    const bytes = (await this.toolbarFiles)?.get(file);
    return bytes === undefined
      ? send(response, 404, plain, 'There is no such file.')
      : send(response, 200, contentTypeOf(file), Buffer.from(bytes));
  }

  async #sendAttachment(
    response: ServerResponse,
    url: string,
    { file, source }: Attachment,
    { store }: SiteSnapshot,
  ): Promise<void> {
    const download = await prepareDownload(this.#project.content, file, store, source);
    if (download.ok) return sendFile(response, url, download.value);
    send(response, 404, plain, photoDiagnostic(download.fault, file, startOf(file)).message);
  }
}

async function sendPicture(response: ServerResponse, url: string, make: PictureMaker): Promise<void> {
  const made = await make();
  if (!made.ok) return send(response, 404, plain, made.diagnostic.message);
  keepForever(response);
  sendFile(response, url, made.path);
}

function sendFile(response: ServerResponse, url: string, file: string): void {
  response.setHeader('Content-Type', contentTypeOf(url));
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

/** The name carries the content's hash. */
function keepForever(response: ServerResponse): void {
  response.setHeader('Cache-Control', 'max-age=31536000, immutable');
}

function redirect(response: ServerResponse, location: string): void {
  response.setHeader('Location', location);
  send(response, 302, plain, '');
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.statusCode = status;
  response.setHeader('Content-Type', type);
  response.end(body);
}

/** The same address where the whole site stands: `/aktuell/admin/` for `/admin/`. */
function belowPrefix(pathname: string, prefix: string): string {
  return `${pathname}/` === prefix ? prefix : prefix + pathname.replace(/^\/+/u, '');
}

/** The url of the site (see `site.ts`) at a path of the host; undefined outside the site's own. */
function urlOf(pathname: string, snapshot: SiteSnapshot | undefined): string | undefined {
  const prefix = snapshot?.site.config.pathPrefix ?? '/';
  if (!pathname.startsWith(prefix)) return undefined;
  const rest = pathname.slice(prefix.length);
  try {
    return `/${decodeURIComponent(rest)}`;
  } catch {
    return `/${rest}`;
  }
}
