/**
 * Keeps the previewed site current with its content, and reports what is wrong with it. A change is read and assembled at
 * once; pages and checks are computed when they are requested.
 */

import path from 'node:path';
import type { BundledAssets } from '../build/assets/bundle-assets.ts';
import { loadBaseline } from '../build/baseline-file.ts';
import { readClock } from '../build/clock.ts';
import { addOwnParts } from '../build/extension/add-own-parts.ts';
import { componentFault } from '../build/extension/extension-fault.ts';
import { keptAssets } from '../build/kept-assets.ts';
import { type LoadedLedger, loadLedger } from '../build/ledger-file.ts';
import { openPhotoStore } from '../build/photo-store.ts';
import { memoryOf, previewRecipe } from '../build/prepare-site.ts';
import type { Progress } from '../build/progress.ts';
import type { Project } from '../build/project.ts';
import { readCardFace } from '../build/theme/card-fonts.ts';
import { checkThemeFiles } from '../build/theme/check-theme-files.ts';
import type { PackStore } from '../cache/pack-store.ts';
import { applyBaseline } from '../checks/baseline.ts';
import { readDocuments } from '../checks/checked-document.ts';
import { applyLevels } from '../checks/levels.ts';
import { runChecks } from '../checks/run-checks.ts';
import { warnOfUnseen } from '../checks/unseen-stories.ts';
import { ledgerFile } from '../content/address-ledger.ts';
import type { LoadMemory } from '../content/article-reader.ts';
import type { Sources } from '../content/document-reader.ts';
import { type Content, OpenContent } from '../content/load-content.ts';
import type { StampedFolder } from '../content/read-folder.ts';
import type { ThemeConfig } from '../content/theme-schema.ts';
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { isInside } from '../disk/inside-folder.ts';
import type { CardFace } from '../photos/cards/card-face.ts';
import type { Photo } from '../photos/photo.ts';
import type { Recipe } from '../photos/recipe.ts';
import type { AssembleOptions } from '../site/assemble-options.ts';
import { SiteAssembler } from '../site/assemble-site.ts';
import { once } from '../site/once.ts';
import { PhotoDescriptions } from './photo-descriptions.ts';
import { problemsPage } from './problems-page.ts';
import { type PictureMaker, type SiteSnapshot, type SnapshotParts, takeSnapshot } from './site-snapshot.ts';
import { DraftRenderer, type RenderedDraft, type StoryText } from './story-draft.ts';

/** Texts read before requests get their turn. */
const textsAtOnce = 10;

/** What the content was last, besides the snapshot itself. */
interface PreviewState {
  readonly sources: Sources;
  readonly problems: () => readonly Diagnostic[];
  readonly grandfathered: (diagnostics: readonly Diagnostic[]) => readonly Diagnostic[];
  readonly photos: ReadonlyMap<string, Photo>;
  readonly ledger: LoadedLedger['ledger'] | undefined;
  /** Undefined until the content has been read as a site once. */
  readonly drafting?: { readonly options: AssembleOptions; readonly parts: SnapshotParts };
}

const nothingRead: PreviewState = {
  sources: { get: () => undefined, read: () => undefined },
  problems: () => [],
  grandfathered: (diagnostics) => diagnostics,
  photos: new Map(),
  ledger: undefined,
};

export class PreviewSite {
  readonly #project: Project;
  readonly #memory: Required<LoadMemory>;
  readonly #content: OpenContent;
  readonly #photos: PhotoDescriptions;
  readonly #assembler = new SiteAssembler();
  readonly #drafts: DraftRenderer;
  #recipe: { readonly of: Content['config']; readonly recipe: Recipe } | undefined;
  #face: { readonly of: ThemeConfig; readonly face: CardFace } | undefined;
  #ledger: LoadedLedger | undefined;
  #assets: { readonly of: Content['config']; readonly bundled: Promise<BundledAssets> } | undefined;
  #snapshot: SiteSnapshot | undefined;
  /** The site with the story in an editor, for the pictures of its page. */
  #draftSnapshot: SiteSnapshot | undefined;
  #ownProblems: readonly Diagnostic[] = [];
  #state = nothingRead;
  #haveTextsBeenRead = false;

  constructor(project: Project, progress: Progress) {
    this.#project = project;
    this.#drafts = new DraftRenderer(project);
    this.#memory = memoryOf(project);
    this.#photos = new PhotoDescriptions(project, progress);
    const { content: contentFolder, displayContent: displayFolder } = project;
    this.#content = new OpenContent({ contentFolder, displayFolder, memory: this.#memory });
  }

  /** Undefined until the content has been read as a site once. */
  get snapshot(): SiteSnapshot | undefined {
    return this.#snapshot;
  }

  /** Findings of the readers; findings of the checks are requested by file (`check`). */
  get problems(): readonly Diagnostic[] {
    return this.#state.problems();
  }

  get sources(): Sources {
    return this.#state.sources;
  }

  /** Renders the page at an address, without the toolbar. */
  pageAt(url: string): string | undefined {
    if (this.#snapshot === undefined) return this.#problemsPage(this.problems);
    try {
      return this.#snapshot.render(url);
    } catch (error) {
      const fault = componentFault(error, this.#project.home);
      if (fault === undefined) throw error;
      return this.#problemsPage([fault]);
    }
  }

  get missingPage(): string {
    // It may be one of the pages that could not be made.
    if (this.#ownProblems.length > 0) return this.#problemsPage(this.#ownProblems);
    return this.#snapshot?.render('/404.html') ?? 'There is no such page.';
  }

  #problemsPage(diagnostics: readonly Diagnostic[]): string {
    return problemsPage({ diagnostics, sources: this.sources });
  }

  /**
   * @param changed absolute paths of everything written, created or deleted; empty on the first call
   * @param folder the content folder as it is now, where the caller has walked it already
   */
  async refresh(changed: ReadonlySet<string> = new Set(), folder?: StampedFolder): Promise<void> {
    const { content: contentFolder, displayContent: displayFolder, root } = this.#project;
    const inContent = new Set([...changed].flatMap((file) => within(contentFolder, file)));
    if (
      [...changed].some((file) => within(path.join(root, 'assets'), file).length > 0) ||
      [...inContent].some((file) => file.startsWith('theme/'))
    ) {
      this.#assets = undefined;
      this.#face = undefined;
    }
    const loaded = await this.#content.load(inContent, folder);
    const { content, sources } = loaded;
    if (content === undefined) {
      this.#state = { ...this.#state, sources, problems: () => loaded.diagnostics };
      return;
    }
    // esbuild works in a process of its own: it may begin.
    const assets = this.#bundleAssets(content.config);
    if (this.#ledger === undefined || inContent.has(ledgerFile))
      this.#ledger = await loadLedger(this.#project);
    const { theme } = content.config;
    if (this.#face?.of !== theme) this.#face = { of: theme, face: await readCardFace(this.#project, theme) };
    const { face } = this.#face;
    const recipe = this.#recipe?.of === content.config ? this.#recipe.recipe : previewRecipe(content.config);
    this.#recipe = { of: content.config, recipe };
    const themeDiagnostics = await checkThemeFiles(this.#project, content);
    const { photos, diagnostics: photoDiagnostics } = await this.#photos.of(content, recipe, inContent);
    const baseline = await loadBaseline(this.#project);
    const { ledger, diagnostics: ledgerDiagnostics } = this.#ledger;
    const options = {
      ledger,
      photos,
      recipe,
      cardFace: face.fingerprint,
      nowMs: readClock(),
      includeHidden: true,
      displayFolder,
    };
    const assembled = this.#assembler.assemble(content, options);
    const store = this.#snapshot?.store ?? (await openPhotoStore(this.#project, content.config)).store;
    const extended = await addOwnParts(this.#project, assembled.site);
    const ownFiles = extended?.own.files ?? new Map<string, string>();
    this.#ownProblems = extended?.diagnostics ?? [];
    const parts = { project: this.#project, content, recipe, store, face, ownFiles, assets: await assets };
    const judged = { content, sources, displayFolder, nowMs: options.nowMs };
    const grandfathered = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
      applyBaseline(warnOfUnseen(diagnostics, judged), baseline.baseline, displayFolder).diagnostics;
    const problems = once(() => {
      const before = [...loaded.diagnostics, ...themeDiagnostics, ...photoDiagnostics, ...ledgerDiagnostics];
      const found = applyLevels([...before, ...assembled.diagnostics], content.config.checks);
      const own = extended?.diagnostics ?? [];
      return sortDiagnostics([...grandfathered(found), ...baseline.diagnostics, ...own]);
    });
    this.#state = {
      sources: extended?.sourcesWith(sources) ?? sources,
      problems,
      grandfathered,
      photos,
      ledger,
      drafting: { options, parts },
    };
    this.#snapshot = takeSnapshot(extended?.site ?? assembled.site, parts);
  }

  /**
   * Checks some files as `news check` does. Names are compared only after all texts have been read (`readTexts`).
   */
  check(has: (displayPath: string) => boolean): readonly Diagnostic[] {
    const { sources, photos, ledger, grandfathered } = this.#state;
    const found = this.problems.filter(({ file }) => has(file));
    if (this.#snapshot === undefined || ledger === undefined) return found;
    const { content, site } = this.#snapshot;
    const checked = runChecks({
      ...{ content, site, everything: () => site, photos, sources, ledger },
      displayFolder: this.#project.displayContent,
      found,
      atLeast: 'warning',
      only: { has, readsAllTexts: this.#haveTextsBeenRead },
      memory: this.#memory,
    });
    return sortDiagnostics([...found, ...grandfathered(checked)]);
  }

  /** Renders and checks a story as it stands in an editor; undefined while there is no site. */
  async renderDraft(draft: StoryText): Promise<RenderedDraft | undefined> {
    const { drafting } = this.#state;
    if (drafting === undefined) return undefined;
    const rendered = await this.#drafts.render(draft, this.#state, drafting.options, drafting.parts);
    if (rendered.snapshot !== undefined) this.#draftSnapshot = rendered.snapshot;
    return rendered;
  }

  /** Finds what makes a picture, of the site or of the story in an editor. */
  pictureAt(url: string): PictureMaker | undefined {
    return this.#snapshot?.picture(url) ?? this.#draftSnapshot?.picture(url);
  }

  /** What is kept for the next start. */
  get keptValues(): PackStore {
    return this.#memory.store;
  }

  get haveTextsBeenRead(): boolean {
    return this.#haveTextsBeenRead;
  }

  /** Reads all texts for the check of names, in small steps that leave room for requests. */
  async readTexts(signal: AbortSignal): Promise<void> {
    if (this.#snapshot === undefined || this.#haveTextsBeenRead) return;
    const { content } = this.#snapshot;
    const documents = readDocuments(content, this.sources, this.#project.displayContent, this.#memory);
    for (const [index, document] of documents.entries()) {
      // Reading the property fills the memory.
      document.names.size;
      if (index % textsAtOnce === textsAtOnce - 1) await new Promise((resolve) => setImmediate(resolve));
      if (signal.aborted) return;
    }
    this.#haveTextsBeenRead = true;
  }

  /** Persists parsed content for the next start. */
  save(): void {
    this.#memory.store.save();
  }

  #bundleAssets(config: Content['config']): Promise<BundledAssets> {
    if (this.#assets?.of !== config) {
      const bundled = keptAssets(this.#project, config, this.#memory.store);
      // Callers that wait see the failure; without one it must not end the process.
      bundled.catch(() => undefined);
      this.#assets = { of: config, bundled };
    }
    return this.#assets.bundled;
  }
}

/** Path relative to the folder; empty where the file lies outside. */
function within(folder: string, file: string): readonly string[] {
  return isInside(folder, file) ? [path.relative(folder, file).replaceAll('\\', '/').normalize('NFC')] : [];
}
