/**
 * The preview: answers a browser from a site that follows every change of the content and of `assets/`. Pages and
 * renditions are made when they are asked for; nothing is written but the caches. It listens on this machine alone
 * unless it is told another address, because drafts and embargoed stories are in it.
 */

import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isIPv6 } from 'node:net';
import path from 'node:path';
import { bundleDesk } from '../assets/bundle-desk.ts';
import type { Sources } from '../content/document-reader.ts';
import type { SiteConfig } from '../content/site-config.ts';
import { type Diagnostic, startOf } from '../diagnostics/diagnostic.ts';
import type { SourcePlace } from '../editors/source-link.ts';
import { contentTypeOf } from '../output/content-type.ts';
import type { EncodedRendition } from '../photos/encode-rendition.ts';
import { photoDiagnostic } from '../photos/photo-fault.ts';
import { prepareDownload } from '../photos/prepare-download.ts';
import { Desk, deskFolder, versionOf } from './desk.ts';
import { editorFolder, editorSite } from './editor-site.ts';
import { FolderWatcher } from './folder-watcher.ts';
import { PreviewSite, type ShownSite } from './preview-site.ts';
import { problemsPage } from './problems-page.ts';
import type { Progress } from './progress.ts';
import type { Project } from './project.ts';

export interface PreviewOptions {
  readonly progress: Progress;
  readonly report: (diagnostics: readonly Diagnostic[], sources: Sources) => void;
  /** The address to listen on, such as `127.0.0.1`. */
  readonly host: string;
  /** Another port is taken when this one is in use; 0 takes any. */
  readonly port: number;
  readonly sourceLink: (place: SourcePlace) => string;
}

/** An open page that is told of changes. */
interface Listener {
  readonly url: string;
  readonly response: ServerResponse;
  version: string;
}

/** Editors save several files at once, and write one in several steps; one assembly answers all of them. */
const settleMs = 15;
/** So long after the last request and the last change texts are read that nobody waits for. */
const idleMs = 400;
const portsTried = 20;
const html = 'text/html; charset=utf-8';
const plain = 'text/plain; charset=utf-8';
/** By these names a browser reaches its own machine; a page of another host that resolves to it has another one. */
const ownNames = /^(?:localhost|[^:]+\.localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/u;

export class PreviewServer {
  readonly #project: Project;
  readonly #options: PreviewOptions;
  readonly #preview: PreviewSite;
  readonly #desk: Desk;
  readonly #listeners = new Set<Listener>();
  readonly #closing = new AbortController();
  #deskFiles: Promise<ReadonlyMap<string, Uint8Array>> | undefined;
  #server: Server | undefined;
  #watchers: readonly FolderWatcher[] = [];
  #changed = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #idle: NodeJS.Timeout | undefined;
  #work: Promise<void> = Promise.resolve();

  constructor(project: Project, options: PreviewOptions) {
    this.#project = project;
    this.#options = options;
    this.#preview = new PreviewSite(project, options.progress);
    this.#desk = new Desk(project, this.#preview, options.sourceLink);
  }

  /** @returns the address of the site */
  async start(): Promise<string> {
    const startedMs = Date.now();
    const { host } = this.#options;
    await this.#refresh(new Set());
    const port = await this.#listen();
    // The first page comes before the watching of ten thousand folders.
    this.#watchers = [this.#project.content, this.#assetFolder].map(
      (folder) => new FolderWatcher(folder, (file) => this.#change(file)),
    );
    setTimeout(() => void this.#watch(startedMs), idleMs);
    const name = ['127.0.0.1', '::1'].includes(host) ? 'localhost' : isIPv6(host) ? `[${host}]` : host;
    return `http://${name}:${port}${this.#preview.shown?.site.config.pathPrefix ?? '/'}`;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    clearTimeout(this.#timer);
    clearTimeout(this.#idle);
    for (const watcher of this.#watchers) watcher.close();
    for (const { response } of this.#listeners) response.end();
    await this.#work;
    this.#preview.save();
    this.#server?.closeAllConnections();
    await new Promise<void>((resolve) => {
      if (this.#server === undefined) resolve();
      else this.#server.close(() => resolve());
    });
  }

  get #assetFolder(): string {
    return path.join(this.#project.root, 'assets');
  }

  async #listen(): Promise<number> {
    const { host, port } = this.#options;
    const isPrivate = ['localhost', '127.0.0.1', '::1'].includes(host);
    const server = createServer((request, response) => {
      if (isPrivate && !ownNames.test(request.headers.host ?? ''))
        return this.#send(response, 403, plain, 'The preview answers to localhost alone.');
      this.#answer(request, response).catch((error: unknown) => {
        console.error(error);
        if (response.headersSent) response.destroy();
        else this.#send(response, 500, plain, 'The preview has failed at this page; the terminal says why.');
      });
    });
    this.#server = server;
    for (let wanted = port; ; wanted += 1) {
      try {
        await new Promise<void>((resolve, reject) => {
          server.once('error', reject);
          server.listen(wanted, host, () => {
            server.off('error', reject);
            resolve();
          });
        });
        break;
      } catch (error) {
        const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
        if (!isTaken || port === 0 || wanted >= port + portsTried)
          throw new Error(`Cannot listen on ${host}, port ${wanted}.`, { cause: error });
      }
    }
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : port;
  }

  async #watch(sinceMs: number): Promise<void> {
    try {
      for (const watcher of this.#watchers) await watcher.start(sinceMs);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
    this.#rest();
  }

  #change(file: string): void {
    this.#changed.add(file);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const changed = this.#changed;
      this.#changed = new Set();
      this.#work = this.#work
        .then(() => this.#refresh(changed))
        .catch((error: unknown) => console.error(error));
    }, settleMs);
  }

  async #refresh(changed: ReadonlySet<string>): Promise<void> {
    if ([...changed].some((file) => file.startsWith(this.#assetFolder + path.sep)))
      this.#deskFiles = undefined;
    this.#deskFiles ??= bundleDesk(this.#assetFolder);
    this.#deskFiles.catch(() => undefined);
    await this.#preview.refresh(changed);
    this.#tellAll();
    this.#options.report(this.#preview.problems, this.#preview.sources);
    this.#rest();
  }

  /** Pages that look different are loaded again; others ask for what is wrong with them. */
  #tellAll(): void {
    for (const listener of this.#listeners) this.#tell(listener);
  }

  #tell(listener: Listener): void {
    const version = this.#versionAt(listener.url);
    const isSame = version === listener.version;
    listener.version = version;
    listener.response.write(`event: ${isSame ? 'report' : 'page'}\ndata: ${version}\n\n`);
  }

  /** Reads all texts when nothing else is to be done, so that names can be compared. */
  #rest(): void {
    clearTimeout(this.#idle);
    if (this.#preview.haveTextsBeenRead || this.#closing.signal.aborted) return;
    this.#idle = setTimeout(() => {
      this.#work = this.#work
        .then(async () => {
          await this.#preview.readTexts(this.#closing.signal);
          if (this.#preview.haveTextsBeenRead) this.#tellAll();
        })
        .catch((error: unknown) => console.error(error));
    }, idleMs);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    const own = new RegExp(`/\\${deskFolder}/([a-z.]+)$`, 'u').exec(pathname)?.[1];
    if (own !== undefined)
      return await this.#answerDesk(own, searchParams.get('page') ?? '/', searchParams, response);
    const { shown } = this.#preview;
    const url = urlOf(pathname, shown);
    const page = url === undefined ? undefined : this.#page(url);
    if (shown === undefined) return this.#sendPage(response, 500, url ?? '/', page ?? '');
    if (url === undefined) {
      response.setHeader('Location', shown.site.config.pathPrefix);
      return this.#send(response, 302, plain, '');
    }
    const asset = shown.assets.files.get(url.slice(1));
    if (asset !== undefined) {
      // The name carries the content's hash.
      response.setHeader('Cache-Control', 'max-age=31536000, immutable');
      return this.#send(response, 200, contentTypeOf(url), Buffer.from(asset));
    }
    if (page !== undefined) {
      return contentTypeOf(url) === html
        ? this.#sendPage(response, 200, url, page)
        : this.#send(response, 200, contentTypeOf(url), page);
    }
    if (url === `/${editorFolder}` || url.startsWith(`/${editorFolder}/`))
      return await this.#sendEditor(response, url, shown.site.config);
    const picture = shown.picture(url);
    if (picture !== undefined) return await this.#sendPicture(response, url, picture);
    const attachment = shown.attachment(url);
    if (attachment !== undefined) return await this.#sendAttachment(response, url, attachment, shown);
    if (shown.render(`${url}/`) !== undefined) {
      response.setHeader('Location', shown.site.frame.href(`${url}/`));
      return this.#send(response, 302, plain, '');
    }
    const missing = shown.render('/404.html') ?? 'There is no such page.';
    return /\.[a-z0-9]+$/u.test(url)
      ? this.#send(response, 404, plain, 'There is no such file.')
      : this.#sendPage(response, 404, url, missing);
  }

  /** What stands at an address now, without the desk. */
  #page(url: string): string | undefined {
    const { shown, problems, sources } = this.#preview;
    return shown === undefined ? problemsPage({ diagnostics: problems, sources }) : shown.render(url);
  }

  #versionAt(url: string): string {
    return versionOf(this.#page(url) ?? this.#preview.shown?.render('/404.html') ?? '');
  }

  #sendPage(response: ServerResponse, status: number, url: string, page: string): void {
    this.#rest();
    this.#send(response, status, html, this.#desk.addTo(page, url));
  }

  async #answerDesk(
    file: string,
    page: string,
    parameters: URLSearchParams,
    response: ServerResponse,
  ): Promise<void> {
    if (file === 'report.json') {
      const report = await this.#desk.report(page);
      return this.#send(response, 200, contentTypeOf(file), JSON.stringify(report));
    }
    if (file === 'changes') return this.#listenTo(response, page, parameters.get('version') ?? '');
    const bytes = (await this.#deskFiles)?.get(file);
    return bytes === undefined
      ? this.#send(response, 404, plain, 'There is no such file.')
      : this.#send(response, 200, contentTypeOf(file), Buffer.from(bytes));
  }

  #listenTo(response: ServerResponse, url: string, version: string): void {
    const listener: Listener = { url, response, version };
    response.setHeader('Content-Type', 'text/event-stream');
    response.write('retry: 500\n\n');
    this.#listeners.add(listener);
    response.on('close', () => this.#listeners.delete(listener));
    // It has changed between the page and this question, or the preview was started anew.
    if (this.#versionAt(url) !== version) this.#tell(listener);
  }

  async #sendAttachment(
    response: ServerResponse,
    url: string,
    file: string,
    { store }: ShownSite,
  ): Promise<void> {
    const download = await prepareDownload(this.#project.content, file, store);
    if (download.ok) return this.#sendFile(response, url, download.value);
    const { message } = photoDiagnostic(download.fault, file, startOf(file));
    this.#send(response, 404, plain, message);
  }

  async #sendPicture(
    response: ServerResponse,
    url: string,
    make: () => Promise<EncodedRendition>,
  ): Promise<void> {
    const made = await make();
    if (!made.ok) return this.#send(response, 404, plain, made.diagnostic.message);
    response.setHeader('Cache-Control', 'max-age=31536000, immutable');
    this.#sendFile(response, url, made.path);
  }

  async #sendEditor(response: ServerResponse, url: string, config: SiteConfig): Promise<void> {
    if (url === `/${editorFolder}`) {
      response.setHeader('Location', `${editorFolder}/`);
      return this.#send(response, 302, plain, '');
    }
    const files = await editorSite(this.#project, config);
    const file = files.get(url.endsWith('/') ? `${url.slice(1)}index.html` : url.slice(1));
    return file === undefined
      ? this.#send(response, 404, plain, 'The editor has no such file.')
      : this.#send(response, 200, contentTypeOf(url), Buffer.from(file));
  }

  #sendFile(response: ServerResponse, url: string, file: string): void {
    response.setHeader('Content-Type', contentTypeOf(url));
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
  }

  #send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
    response.statusCode = status;
    response.setHeader('Content-Type', type);
    response.end(body);
  }
}

/** The url of the site (see `site.ts`) at a path of the host; undefined outside the site's own. */
function urlOf(pathname: string, shown: ShownSite | undefined): string | undefined {
  const prefix = shown?.site.config.pathPrefix ?? '/';
  if (!pathname.startsWith(prefix)) return undefined;
  const rest = pathname.slice(prefix.length);
  try {
    return `/${decodeURIComponent(rest)}`;
  } catch {
    return `/${rest}`;
  }
}
