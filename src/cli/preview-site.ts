/**
 * The site as the preview shows it. After a change only what was changed is read, and only what it can have changed is
 * assembled anew; pages are found, rendered and checked when somebody asks for them. What has a mistake stays as it was
 * before the mistake.
 */

import path from 'node:path';
import { RouteFinder } from '../../templates/kinds/all-routes.ts';
import { renderRoute } from '../../templates/page-kind.ts';
import { type BundledAssets, bundleAssets } from '../assets/bundle-assets.ts';
import { applyBaseline } from '../checks/baseline.ts';
import { readDocuments } from '../checks/checked-document.ts';
import { runChecks } from '../checks/run-checks.ts';
import { namesIn } from '../checks/text-names.ts';
import { ledgerFile } from '../content/address-ledger.ts';
import type { LoadMemory } from '../content/article-reader.ts';
import type { Sources } from '../content/document-reader.ts';
import { type Content, OpenContent } from '../content/load-content.ts';
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { applyLevels } from '../diagnostics/levels.ts';
import { type CardFace, readCardFace } from '../photos/cards/card-face.ts';
import { encodeSocialCard } from '../photos/cards/social-card.ts';
import { type DescribedPhotos, describePhotos, type PhotoRequest } from '../photos/describe-photos.ts';
import { type EncodedRendition, encodeRendition } from '../photos/encode-rendition.ts';
import type { PressKit } from '../photos/press-kit/press-kit.ts';
import { writePressKit } from '../photos/press-kit/write-press-kit.ts';
import type { Recipe } from '../photos/recipe.ts';
import type { RenditionStore } from '../photos/store/rendition-store.ts';
import { SiteAssembler } from '../site/assemble-site.ts';
import { offerPressKits, planPressKits } from '../site/press-kit.ts';
import type { Article, Site } from '../site/site.ts';
import { loadBaseline } from './baseline-file.ts';
import { readClock } from './clock.ts';
import { type LoadedLedger, loadLedger } from './ledger-file.ts';
import { kitFolderOf } from './make-press-kits.ts';
import { openPhotoStore, photoCacheOf } from './photo-store.ts';
import { cardFaceOf, memoryOf, photoRequests, recipeOf } from './prepare-site.ts';
import type { Progress } from './progress.ts';
import type { Project } from './project.ts';

/** What finds a rendition, a social card or a press kit in the photo cache, or makes it. */
type PictureMaker = () => Promise<EncodedRendition>;

/** One state of the site, exchanged as a whole. */
export interface ShownSite {
  readonly site: Site;
  readonly content: Content;
  readonly assets: BundledAssets;
  readonly store: RenditionStore;
  /** A page or a text file of the site; undefined where there is none. */
  readonly render: (url: string) => string | undefined;
  readonly picture: (url: string) => PictureMaker | undefined;
  /** A file of the content, relative to it. */
  readonly attachment: (url: string) => string | undefined;
  readonly articleAt: (url: string) => Article | undefined;
}

/** Texts that are read before other work has its turn. */
const textsAtOnce = 20;

export class PreviewSite {
  readonly #project: Project;
  readonly #progress: Progress;
  readonly #memory: Required<LoadMemory>;
  readonly #content: OpenContent;
  readonly #assembler = new SiteAssembler();
  #recipe: { readonly of: Content['config']; readonly recipe: Recipe } | undefined;
  #face: CardFace | undefined;
  #ledger: LoadedLedger | undefined;
  #photos:
    | { readonly asked: string; readonly recipe: Recipe; readonly described: DescribedPhotos }
    | undefined;
  #assets: { readonly pathPrefix: string; readonly bundled: Promise<BundledAssets> } | undefined;
  #shown: ShownSite | undefined;
  #problems: readonly Diagnostic[] = [];
  #sources: Sources = { get: () => undefined };
  #haveTextsBeenRead = false;

  constructor(project: Project, progress: Progress) {
    this.#project = project;
    this.#progress = progress;
    this.#memory = memoryOf(project);
    const { content: contentFolder, shownContent: shownFolder } = project;
    this.#content = new OpenContent({ contentFolder, shownFolder, memory: this.#memory });
  }

  /** Undefined until the content could be read as a site for the first time. */
  get shown(): ShownSite | undefined {
    return this.#shown;
  }

  /** What the content's readers found; what the checks find is asked for by file. */
  get problems(): readonly Diagnostic[] {
    return this.#problems;
  }

  get sources(): Sources {
    return this.#sources;
  }

  /** @param changed absolute paths of all that was written, made or deleted; none at the first time */
  async refresh(changed: ReadonlySet<string> = new Set()): Promise<void> {
    const { content: contentFolder, shownContent: shownFolder, root } = this.#project;
    const inContent = new Set([...changed].flatMap((file) => within(contentFolder, file)));
    if ([...changed].some((file) => within(path.join(root, 'assets'), file).length > 0))
      this.#assets = undefined;
    const loaded = await this.#content.load(inContent);
    const { content } = loaded;
    this.#sources = loaded.sources;
    if (content === undefined) {
      this.#problems = loaded.diagnostics;
      return;
    }
    if (this.#ledger === undefined || inContent.has(ledgerFile))
      this.#ledger = await loadLedger(this.#project);
    // esbuild works in a process of its own: it may begin.
    const assets = this.#bundleAssets(content.config.pathPrefix);
    this.#face ??= await readCardFace(cardFaceOf(this.#project));
    const recipe = this.#recipe?.of === content.config ? this.#recipe.recipe : recipeOf(content.config);
    this.#recipe = { of: content.config, recipe };
    const described = await this.#describe(content, recipe, inContent);
    const { site, diagnostics } = this.#assembler.assemble(content, {
      ledger: this.#ledger.ledger,
      photos: described.photos,
      recipe,
      cardFace: this.#face.fingerprint,
      nowMs: readClock(),
      includeHidden: true,
      shownFolder,
    });
    const found = [
      ...loaded.diagnostics,
      ...described.diagnostics,
      ...this.#ledger.diagnostics,
      ...diagnostics,
    ];
    this.#problems = await this.#grandfathered(sortDiagnostics(applyLevels(found, content.config.checks)));
    const store = this.#shown?.store ?? (await openPhotoStore(this.#project, content.config)).store;
    this.#shown = this.#show(site, { content, recipe, store, face: this.#face, assets: await assets });
  }

  /**
   * All that is wrong with some files, as `news check` finds it. While the texts of others have not been read
   * (`readTexts`), names are not compared.
   */
  async check(has: (shownFile: string) => boolean): Promise<readonly Diagnostic[]> {
    const found = this.#problems.filter(({ file }) => has(file));
    const shown = this.#shown;
    if (shown === undefined || this.#photos === undefined || this.#ledger === undefined) return found;
    const checked = runChecks({
      content: shown.content,
      site: shown.site,
      photos: this.#photos.described.photos,
      sources: this.#sources,
      ledger: this.#ledger.ledger,
      shownFolder: this.#project.shownContent,
      atLeast: 'warning',
      only: { has, readsAllTexts: this.#haveTextsBeenRead },
    });
    return sortDiagnostics([...found, ...(await this.#grandfathered(checked))]);
  }

  get haveTextsBeenRead(): boolean {
    return this.#haveTextsBeenRead;
  }

  /** Reads all texts for the check of names, in small steps that let other work pass. */
  async readTexts(signal: AbortSignal): Promise<void> {
    const shown = this.#shown;
    if (shown === undefined || this.#haveTextsBeenRead) return;
    const documents = readDocuments(shown.content, this.#sources, this.#project.shownContent);
    for (const [index, document] of documents.entries()) {
      namesIn(document);
      if (index % textsAtOnce === textsAtOnce - 1) await new Promise((resolve) => setImmediate(resolve));
      if (signal.aborted) return;
    }
    this.#haveTextsBeenRead = true;
  }

  /** Keeps what was parsed for the next start. */
  save(): void {
    this.#memory.store.save();
  }

  async #grandfathered(diagnostics: readonly Diagnostic[]): Promise<readonly Diagnostic[]> {
    const baseline = await loadBaseline(this.#project);
    return applyBaseline(diagnostics, baseline.baseline, this.#project.shownContent).diagnostics;
  }

  /** Photos are looked at again when one of them has changed, or when others are asked for. */
  async #describe(content: Content, recipe: Recipe, changed: ReadonlySet<string>): Promise<DescribedPhotos> {
    const requests: readonly PhotoRequest[] = photoRequests(content, this.#project.shownContent);
    const asked = requests.map(({ file }) => file).join('\n');
    const known = this.#photos;
    const isKnown =
      known !== undefined &&
      known.asked === asked &&
      known.recipe === recipe &&
      known.described.diagnostics.length === 0 &&
      [...changed].every((file) => file.endsWith('.md'));
    if (isKnown) return known.described;
    const described = await describePhotos(requests, {
      contentFolder: this.#project.content,
      cacheFolder: photoCacheOf(this.#project),
      recipe,
      onProgress: this.#progress.step('Reading photos'),
    });
    this.#progress.clear();
    this.#photos = { asked, recipe, described };
    return described;
  }

  #bundleAssets(pathPrefix: string): Promise<BundledAssets> {
    if (this.#assets?.pathPrefix !== pathPrefix) {
      const bundled = bundleAssets(path.join(this.#project.root, 'assets'), pathPrefix);
      // Whoever waits for it is told; that nobody waits yet is no failure of the process.
      bundled.catch(() => undefined);
      this.#assets = { pathPrefix, bundled };
    }
    return this.#assets.bundled;
  }

  #show(assembled: Site, parts: ShownParts): ShownSite {
    const { content, store, assets } = parts;
    const kits = planPressKits(assembled);
    const site = offerPressKits(
      assembled,
      new Map(
        [...kits].map(([url, { path: kit, photos }]) => [url, { path: kit, photoCount: photos.length }]),
      ),
    );
    const routes = new RouteFinder(site);
    const rendered = new Map<string, string>();
    const pictures = once(() => this.#pictures(site, kits, parts));
    const attachments = once(() => new Map(site.attachments.map(({ file, url }) => [url, file])));
    const articles = once(
      () => new Map(site.editions.flatMap((edition) => edition.articles.map((one) => [one.url, one]))),
    );
    return {
      site,
      content,
      assets,
      store,
      render: (url) => {
        const known = rendered.get(url);
        if (known !== undefined) return known;
        const route = routes.find(url);
        if (route === undefined) return undefined;
        const text = renderRoute(route, site.frame, assets);
        rendered.set(url, text);
        return text;
      },
      picture: (url) => pictures().get(url),
      attachment: (url) => attachments().get(url),
      articleAt: (url) => articles().get(url),
    };
  }

  #pictures(
    site: Site,
    kits: ReadonlyMap<string, PressKit>,
    { store, recipe, face }: ShownParts,
  ): ReadonlyMap<string, PictureMaker> {
    const { content: contentFolder } = this.#project;
    const options = { contentFolder, kitFolder: kitFolderOf(this.#project), store, recipe, face };
    return new Map<string, PictureMaker>([
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
}

interface ShownParts {
  readonly content: Content;
  readonly recipe: Recipe;
  readonly store: RenditionStore;
  readonly face: CardFace;
  readonly assets: BundledAssets;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The file relative to the folder; nothing where it lies outside. */
function within(folder: string, file: string): readonly string[] {
  const relative = path.relative(folder, file).replaceAll('\\', '/');
  return relative === '' || relative.startsWith('../') || path.isAbsolute(relative) ? [] : [relative];
}
