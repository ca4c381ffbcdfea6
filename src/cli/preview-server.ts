/**
 * The preview: pages and renditions are made when the browser asks for them, from a site that is assembled anew
 * whenever a file of the content or of `assets/` changes. Nothing is written but the photo cache. While the content
 * has errors, the last good site stays on screen and the mistakes are shown on it.
 */

import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import DevServer from '@11ty/eleventy-dev-server';
import { watch } from 'chokidar';
import { routesByUrl } from '../../templates/kinds/all-routes.ts';
import { type Route, renderRoute } from '../../templates/page-kind.ts';
import { type BundledAssets, bundleAssets } from '../assets/bundle-assets.ts';
import type { Sources } from '../content/document-reader.ts';
import type { SiteConfig } from '../content/site-config.ts';
import { type Diagnostic, startOf } from '../diagnostics/diagnostic.ts';
import { contentTypeOf } from '../output/content-type.ts';
import { type CardOptions, encodeSocialCard } from '../photos/cards/social-card.ts';
import { type EncodedRendition, encodeRendition } from '../photos/encode-rendition.ts';
import { photoDiagnostic } from '../photos/photo-fault.ts';
import { prepareDownload } from '../photos/prepare-download.ts';
import type { PressKit } from '../photos/press-kit/press-kit.ts';
import { type PressKitOptions, writePressKit } from '../photos/press-kit/write-press-kit.ts';
import type { RenditionStore } from '../photos/store/rendition-store.ts';
import { offerPressKits, planPressKits } from '../site/press-kit.ts';
import type { Site } from '../site/site.ts';
import { readClock } from './clock.ts';
import { editorFolder, editorSite } from './editor-site.ts';
import { kitFolderOf } from './make-press-kits.ts';
import { openPhotoStore } from './photo-store.ts';
import { prepareSite } from './prepare-site.ts';
import { problemsPage } from './problems-page.ts';
import type { Progress } from './progress.ts';
import type { Project } from './project.ts';

export interface PreviewOptions {
  readonly progress: Progress;
  readonly report: (diagnostics: readonly Diagnostic[], sources: Sources) => void;
}

/** Everything that the server answers from, exchanged as a whole. */
interface Shown {
  readonly site: Site;
  readonly store: RenditionStore;
  readonly routes: ReadonlyMap<string, Route>;
  /** By url, what finds a rendition, a social card or a press kit in the photo cache, or makes it. */
  readonly pictures: ReadonlyMap<string, () => Promise<EncodedRendition>>;
  /** Files of the content, by URL. */
  readonly attachments: ReadonlyMap<string, string>;
}

/** Editors save several files at once; one assembly answers all of them. */
const settleMs = 30;

export class PreviewServer {
  readonly #project: Project;
  readonly #options: PreviewOptions;
  #store: RenditionStore | undefined;
  #assets: BundledAssets | undefined;
  #shown: Shown | undefined;
  #problems: { readonly diagnostics: readonly Diagnostic[]; readonly sources: Sources } = {
    diagnostics: [],
    sources: { get: () => undefined },
  };
  #server: DevServer | undefined;
  #watcher: ReturnType<typeof watch> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #work: Promise<void> = Promise.resolve();

  constructor(project: Project, options: PreviewOptions) {
    this.#project = project;
    this.#options = options;
  }

  /** @returns the address of the site; another port than the wanted one when that is taken */
  async start(port: number): Promise<string> {
    const assetFolder = path.join(this.#project.root, 'assets');
    await this.#assemble();
    const pathPrefix = this.#shown?.site.config.pathPrefix ?? '/';
    this.#server = DevServer.getServer('news-preview', this.#project.cache, {
      port,
      pathPrefix,
      liveReload: true,
      domDiff: true,
      portReassignmentRetryCount: 20,
      middleware: [(request, response, next) => this.#answer(request, response, next)],
      logger: { info: () => undefined, log: () => undefined, error: (...values) => console.error(...values) },
    });
    // Answers once, when the server begins to listen: asked later, it never would.
    const listening = this.#server.getPort();
    this.#server.serve(port);
    await this.#server.ready();
    const isHidden = (file: string) => path.basename(file).startsWith('.') && file !== this.#project.content;
    this.#watcher = watch([this.#project.content, assetFolder], { ignoreInitial: true, ignored: isHidden });
    this.#watcher.on('all', (_event, file) => this.#changed(file));
    return `http://localhost:${await listening}${pathPrefix}`;
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#watcher?.close();
    await this.#work;
    await this.#server?.close();
  }

  #changed(file: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#work = this.#work.then(() => this.#refresh(file)).catch((error: unknown) => console.error(error));
    }, settleMs);
  }

  async #refresh(file: string): Promise<void> {
    const assetFolder = path.join(this.#project.root, 'assets');
    if (file.startsWith(assetFolder + path.sep)) this.#assets = undefined;
    await this.#assemble();
    this.#server?.reload({ files: [file] });
  }

  async #assemble(): Promise<void> {
    const {
      site: assembled,
      recipe,
      cardFace,
      diagnostics,
      sources,
    } = await prepareSite(this.#project, {
      nowMs: readClock(),
      includeHidden: true,
      checks: 'warning',
      progress: this.#options.progress,
    });
    this.#problems = { diagnostics, sources };
    this.#options.report(diagnostics, sources);
    if (assembled === undefined || recipe === undefined || cardFace === undefined) return;
    const kits = planPressKits(assembled);
    const site = offerPressKits(
      assembled,
      new Map(
        [...kits].map(([url, { path: kit, photos }]) => [url, { path: kit, photoCount: photos.length }]),
      ),
    );
    const { pathPrefix } = site.config;
    if (this.#assets === undefined || this.#shown?.site.config.pathPrefix !== pathPrefix) {
      this.#assets = await bundleAssets(path.join(this.#project.root, 'assets'), pathPrefix);
    }
    this.#store ??= (await openPhotoStore(this.#project, site.config)).store;
    this.#shown = {
      site,
      store: this.#store,
      routes: routesByUrl(site),
      pictures: picturesOf(site, kits, {
        contentFolder: this.#project.content,
        kitFolder: kitFolderOf(this.#project),
        store: this.#store,
        recipe,
        face: cardFace,
      }),
      attachments: new Map(site.attachments.map(({ file, url }) => [url, file])),
    };
  }

  async #answer(request: IncomingMessage, response: ServerResponse, next: () => void): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const prefix = this.#shown?.site.config.pathPrefix ?? '/';
    const url = pathname.startsWith(prefix) ? `/${safeDecode(pathname.slice(prefix.length))}` : undefined;
    response.setHeader('Cache-Control', 'no-store');
    if (this.#shown === undefined || this.#assets === undefined || url === undefined) {
      if (this.#shown !== undefined) return next();
      return this.#send(response, 500, 'text/html; charset=utf-8', problemsPage(this.#problems));
    }
    const route = this.#shown.routes.get(url) ?? this.#shown.routes.get(`${url}/`);
    if (route !== undefined) {
      const text = renderRoute(route, this.#shown.site.frame, this.#assets);
      return this.#send(response, 200, contentTypeOf(route.url), text);
    }
    if (url === `/${editorFolder}` || url.startsWith(`/${editorFolder}/`)) {
      return await this.#sendEditor(response, url, this.#shown.site.config);
    }
    const asset = this.#assets.files.get(url.slice(1));
    if (asset !== undefined) return this.#send(response, 200, contentTypeOf(url), Buffer.from(asset));
    const picture = this.#shown.pictures.get(url);
    if (picture !== undefined) return await this.#sendPicture(response, url, picture);
    const attachment = this.#shown.attachments.get(url);
    if (attachment !== undefined) {
      const download = await prepareDownload(this.#project.content, attachment, this.#shown.store);
      if (!download.ok) {
        const { message } = photoDiagnostic(download.fault, attachment, startOf(attachment));
        return this.#send(response, 404, 'text/plain; charset=utf-8', message);
      }
      response.setHeader('Content-Type', contentTypeOf(url));
      createReadStream(download.value)
        .on('error', () => response.destroy())
        .pipe(response);
      return;
    }
    const missing = this.#shown.routes.get('/404.html');
    if (!/\.[a-z0-9]+$/u.test(url) && missing !== undefined && !url.startsWith('/.11ty')) {
      return this.#send(
        response,
        404,
        'text/html; charset=utf-8',
        renderRoute(missing, this.#shown.site.frame, this.#assets),
      );
    }
    next();
  }

  async #sendPicture(
    response: ServerResponse,
    url: string,
    make: () => Promise<EncodedRendition>,
  ): Promise<void> {
    const made = await make();
    if (!made.ok) return this.#send(response, 404, 'text/plain; charset=utf-8', made.diagnostic.message);
    response.setHeader('Content-Type', contentTypeOf(url));
    createReadStream(made.path)
      .on('error', () => response.destroy())
      .pipe(response);
  }

  async #sendEditor(response: ServerResponse, url: string, config: SiteConfig): Promise<void> {
    if (url === `/${editorFolder}`) {
      response.setHeader('Location', `${editorFolder}/`);
      return this.#send(response, 302, 'text/plain; charset=utf-8', '');
    }
    const files = await editorSite(this.#project, config);
    const file = files.get(url.endsWith('/') ? `${url.slice(1)}index.html` : url.slice(1));
    return file === undefined
      ? this.#send(response, 404, 'text/plain; charset=utf-8', 'The editor has no such file.')
      : this.#send(response, 200, contentTypeOf(url), Buffer.from(file));
  }

  #send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
    response.statusCode = status;
    response.setHeader('Content-Type', type);
    response.end(body);
  }
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function picturesOf(
  site: Site,
  kits: ReadonlyMap<string, PressKit>,
  options: CardOptions & PressKitOptions,
): Shown['pictures'] {
  return new Map([
    ...site.photos.flatMap((photo) =>
      photo.renditions.map(
        (rendition) => [`/${rendition.path}`, () => encodeRendition(photo, rendition, options)] as const,
      ),
    ),
    ...site.socialCards.map(
      (card) => [`/${card.rendition.path}`, () => encodeSocialCard(card, options)] as const,
    ),
    ...[...kits.values()].map((kit) => [`/${kit.path}`, () => writePressKit(kit, options)] as const),
  ]);
}
