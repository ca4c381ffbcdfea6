/**
 * Preview server: follows every change of the content and of `assets/`. Pages and renditions are made on request. It
 * listens on this machine only unless given another address, because drafts and embargoed stories are in it.
 */

import path from 'node:path';
import { bundleToolbar } from '../build/assets/bundle-toolbar.ts';
import type { Progress } from '../build/progress.ts';
import type { Project } from '../build/project.ts';
import type { Sources } from '../content/document-reader.ts';
import type { StampedFolder } from '../content/read-folder.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourcePlace } from '../editor/source-link.ts';
import { Answers } from './answers.ts';
import { EditorAnswers } from './editor-answers.ts';
import { ExtensionWatcher } from './extension-watcher.ts';
import { FolderWatcher } from './folder-watcher.ts';
import { Listeners } from './listeners.ts';
import { type LocalServer, listenLocally } from './local-server.ts';
import { isLoopback } from './own-host.ts';
import { PreviewSite } from './preview-site.ts';
import { PreviewToolbar } from './preview-toolbar.ts';
import { ThemeGallery } from './theme-gallery.ts';

export interface PreviewOptions {
  readonly progress: Progress;
  readonly report: (diagnostics: readonly Diagnostic[], sources: Sources) => void;
  /** The address to listen on, such as `127.0.0.1`. */
  readonly host: string;
  /** Another port is taken when this one is in use; 0 takes any. */
  readonly port: number;
  readonly sourceLink: (place: SourcePlace) => string;
  /** Walk of the content folder that has begun; changes after that moment may be missing from it. */
  readonly walked: { readonly sinceMs: number; readonly folder: Promise<StampedFolder | undefined> };
}

/** Editors save several files at once, and write one in several steps; one assembly answers all of them. */
const settleMs = 15;
/** Idle delay before background work starts. */
const idleMs = 400;

export class PreviewServer {
  readonly #options: PreviewOptions;
  readonly #assetFolder: string;
  readonly #preview: PreviewSite;
  readonly #listeners: Listeners;
  readonly #answers: Answers;
  readonly #editor: EditorAnswers;
  readonly #watchers: readonly (FolderWatcher | ExtensionWatcher)[];
  #server: LocalServer | undefined;
  #changed = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #idle: NodeJS.Timeout | undefined;
  #work: Promise<void> = Promise.resolve();
  /** Stops background work. */
  #background = new AbortController();
  #isReported = false;
  #isClosed = false;

  constructor(project: Project, options: PreviewOptions) {
    this.#options = options;
    this.#assetFolder = path.join(project.root, 'assets');
    this.#preview = new PreviewSite(project, options.progress);
    this.#listeners = new Listeners(this.#preview);
    this.#editor = new EditorAnswers(project, this.#preview, isLoopback(options.host));
    this.#answers = new Answers(project, {
      preview: this.#preview,
      toolbar: new PreviewToolbar(project, this.#preview, options.sourceLink),
      listeners: this.#listeners,
      editor: this.#editor,
      gallery: new ThemeGallery(project, this.#preview),
      onPage: () => this.#scheduleBackground(),
    });
    const onChange = (file: string) => this.#change(file);
    this.#watchers = [
      ...[project.content, this.#assetFolder].map((folder) => new FolderWatcher(folder, onChange)),
      new ExtensionWatcher(project, onChange),
    ];
  }

  /** @returns the address of the site */
  async start(): Promise<string> {
    const { host, port, walked } = this.#options;
    await this.#refresh(new Set(), await walked.folder);
    this.#server = await listenLocally({ host, port }, (request, response) =>
      this.#answers.answer(request, response),
    );
    // The first page comes before the watching of ten thousand folders.
    setTimeout(() => void this.#watch(walked.sinceMs), idleMs);
    return this.#server.origin + (this.#preview.snapshot?.site.config.pathPrefix ?? '/');
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#idle);
    this.#background.abort();
    for (const watcher of this.#watchers) watcher.close();
    this.#listeners.close();
    await this.#work;
    this.#preview.save();
    await this.#server?.close();
  }

  async #watch(sinceMs: number): Promise<void> {
    try {
      for (const watcher of this.#watchers) await watcher.start(sinceMs);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
    this.#scheduleBackground();
  }

  #change(file: string): void {
    this.#changed.add(file);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const changed = this.#changed;
      this.#changed = new Set();
      this.#background.abort();
      this.#next(() => this.#refresh(changed));
    }, settleMs);
  }

  async #refresh(changed: ReadonlySet<string>, folder?: StampedFolder): Promise<void> {
    if ([...changed].some((file) => file.startsWith(this.#assetFolder + path.sep))) {
      this.#answers.toolbarFiles = undefined;
      this.#editor.forgetBundle();
    }
    this.#answers.toolbarFiles ??= bundleToolbar(this.#assetFolder);
    this.#answers.toolbarFiles.catch(() => undefined);
    await this.#preview.refresh(changed, folder);
    this.#isReported = false;
    this.#listeners.tellAll();
    this.#scheduleBackground();
  }

  /** Schedules background work: the report in the terminal, and reading all texts so that names can be compared. */
  #scheduleBackground(): void {
    clearTimeout(this.#idle);
    const isDone = this.#isReported && this.#preview.haveTextsBeenRead;
    if (isDone || this.#isClosed) return;
    this.#idle = setTimeout(() => this.#next(() => this.#workInBackground()), idleMs);
  }

  async #workInBackground(): Promise<void> {
    this.#background = new AbortController();
    if (!this.#isReported) this.#options.report(this.#preview.problems, this.#preview.sources);
    this.#isReported = true;
    if (this.#preview.haveTextsBeenRead) return;
    await this.#preview.readTexts(this.#background.signal);
    if (this.#preview.haveTextsBeenRead) this.#listeners.tellAll();
  }

  #next(work: () => Promise<void>): void {
    this.#work = this.#work
      .then(() => (this.#isClosed ? undefined : work()))
      .catch((error: unknown) => console.error(error));
  }
}
