/** From the content folder to the assembled site with all that is wrong with it: what every command begins with. */

import path from 'node:path';
import { PackStore } from '../cache/pack-store.ts';
import { applyBaseline } from '../checks/baseline.ts';
import { applyLevels } from '../checks/levels.ts';
import { runChecks } from '../checks/run-checks.ts';
import { warnOfUnseen } from '../checks/unseen-stories.ts';
import type { AddressLedger } from '../content/address-ledger.ts';
import type { ArticleFile } from '../content/article.ts';
import type { LoadMemory } from '../content/article-reader.ts';
import type { Sources } from '../content/document-reader.ts';
import { type Content, loadContent } from '../content/load-content.ts';
import type { PageFile } from '../content/page.ts';
import type { PersonFile } from '../content/person.ts';
import type { StampedFolder } from '../content/read-folder.ts';
import { saidSource } from '../content/said-source.ts';
import type { SiteConfig } from '../content/site-config.ts';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import type { CardFace } from '../photos/cards/card-face.ts';
import type { Photo } from '../photos/photo.ts';
import { describePhotos, type PhotoRequest } from '../photos/photo-pipeline.ts';
import type { Recipe } from '../photos/recipe.ts';
import { assembleSite } from '../site/assemble-site.ts';
import type { Site } from '../site/site.ts';
import { defined } from '../text/defined.ts';
import { loadBaseline } from './baseline-file.ts';
import { checkBesideContent } from './check-beside-content.ts';
import { checkDownloads } from './check-downloads.ts';
import { addOwnParts, type OwnParts } from './extension/add-own-parts.ts';
import { loadLedger } from './ledger-file.ts';
import { photoCacheOf } from './photo-store.ts';
import type { Progress } from './progress.ts';
import type { Project } from './project.ts';
import { readCardFace } from './theme/card-fonts.ts';
import { checkThemeFiles } from './theme/check-theme-files.ts';

export interface PrepareOptions {
  readonly nowMs: number;
  /** Preview: drafts and what is not due are shown too. */
  readonly includeHidden: boolean;
  readonly progress: Progress;
  /** The lowest severity to look for: a build skips warnings. */
  readonly checks: 'warning' | 'error';
  /** A listing of the content folder that the caller has made already. */
  readonly folder?: StampedFolder;
}

export interface PreparedSite {
  /** Undefined when the content cannot be read as a site at all. */
  readonly site: Site | undefined;
  readonly recipe: Recipe | undefined;
  readonly cardFace: CardFace | undefined;
  /** Those of stories that are held back: encoded before they are due, so that a fault is known before. */
  readonly photosToCome: readonly Photo[];
  readonly diagnostics: readonly Diagnostic[];
  /** The same with what the baseline passes over. */
  readonly allDiagnostics: readonly Diagnostic[];
  readonly content: Content | undefined;
  /** Which addresses readers have, and what each story said when it was last published. */
  readonly ledger: AddressLedger;
  /** The text of files, by the name that diagnostics show. */
  readonly sources: Sources;
  /** What builds remember; to be saved once more when pages have been asked for. */
  readonly memory: PackStore;
  /** Where the content names a photo, by file. */
  readonly photoRequests: ReadonlyMap<string, PhotoRequest>;
  /** What the newsroom's web team has added for Eleventy; undefined where there is nothing of the kind. */
  readonly own?: OwnParts;
}

export async function prepareSite(project: Project, options: PrepareOptions): Promise<PreparedSite> {
  const displayFolder = project.displayContent;
  const { folder } = options;
  const memory = memoryOf(project);
  const { ledger, diagnostics: ledgerDiagnostics } = await loadLedger(project);
  const loaded = await loadContent(
    { contentFolder: project.content, displayFolder, memory, takesPart: true },
    folder,
  );
  const { content, sources } = loaded;
  if (content === undefined) {
    return {
      site: undefined,
      recipe: undefined,
      cardFace: undefined,
      photosToCome: [],
      diagnostics: loaded.diagnostics,
      allDiagnostics: loaded.diagnostics,
      content,
      ledger,
      sources,
      memory: memory.store,
      photoRequests: new Map(),
    };
  }
  const requests = photoRequests(content, displayFolder);
  const recipe = recipeOf(content.config);
  const described = await describePhotos(requests, {
    contentFolder: project.content,
    cacheFolder: photoCacheOf(project),
    recipe,
    onProgress: options.progress.step('Reading photos'),
  });
  options.progress.clear();
  const downloadDiagnostics = await checkDownloads(content, {
    contentFolder: project.content,
    displayFolder,
    nowMs: options.nowMs,
    cleansPhotos: options.checks === 'warning',
  });
  const themeDiagnostics = await checkThemeFiles(project, content);
  const cardFace = await readCardFace(project, content.config.theme);
  const assembled = assembleSite(content, {
    ledger,
    photos: described.photos,
    recipe,
    cardFace: cardFace.fingerprint,
    nowMs: options.nowMs,
    includeHidden: options.includeHidden,
    memory,
    displayFolder,
  });
  const { site, diagnostics } = assembled;
  const found = [
    ...loaded.diagnostics,
    ...described.diagnostics,
    ...downloadDiagnostics.filter((one) => !loaded.diagnostics.some((other) => isSame(one, other))),
    ...themeDiagnostics,
    ...(options.checks === 'warning' ? await checkBesideContent(project) : []),
    ...ledgerDiagnostics,
    ...diagnostics,
  ];
  const checked = runChecks({
    content,
    site,
    everything: assembled.everything,
    photos: described.photos,
    sources,
    ledger,
    displayFolder,
    found,
    atLeast: options.checks,
    memory,
  });
  memory.store.save();
  const levelled = warnOfUnseen([...applyLevels(found, content.config.checks), ...checked], {
    ...{ content, sources, displayFolder },
    nowMs: options.nowMs,
  });
  const baseline = await loadBaseline(project);
  const extended = hasErrors(levelled) ? undefined : await addOwnParts(project, site);
  return {
    site: extended?.site ?? site,
    recipe,
    cardFace,
    photosToCome: assembled.photosToCome,
    content,
    ledger,
    diagnostics: [
      ...applyBaseline(levelled, baseline.baseline, displayFolder).diagnostics,
      ...baseline.diagnostics,
      ...(extended?.diagnostics ?? []),
    ],
    allDiagnostics: [...levelled, ...(extended?.diagnostics ?? [])],
    sources: extended === undefined ? sources : extended.sourcesWith(sources),
    memory: memory.store,
    photoRequests: new Map(requests.map((request) => [request.file, request])),
    ...defined({ own: extended?.own }),
  };
}

/** Whether two readers of a file have found the same: the figures of a chart are a download, too. */
function isSame(a: Diagnostic, b: Diagnostic): boolean {
  return a.code === b.code && a.file === b.file && a.line === b.line;
}

/** Opens the cache that builds of this project share. */
export function memoryOf(project: Project): Required<LoadMemory> {
  return {
    store: new PackStore(path.join(project.cache, 'articles')),
    codeVersion: path.basename(project.bundle),
    threadFile: path.join(project.bundle, 'src/content/read-ahead-thread.js'),
    // Whether a file has settled is judged by the clock that stamps files.
    nowMs: Date.now(),
  };
}

export function recipeOf({ photos: { widths, formats, effort } }: SiteConfig): Recipe {
  return { widthsPx: widths, formats, effort };
}

/** A preview makes what is looked at while its reader waits: JPEGs take a third of the time of the other formats. */
export function previewRecipe({ photos: { widths } }: SiteConfig): Recipe {
  return { widthsPx: widths, formats: ['jpeg'], effort: 'fast' };
}

/** Every photo that an article or a page names, with the place that names it. */
export function photoRequests(content: Content, displayFolder: string): PhotoRequest[] {
  const requestsIn = ({ file, body }: ArticleFile | PageFile | PersonFile, article?: ArticleFile) =>
    body.figures
      .filter(({ media }) => media === 'photo')
      .map(
        (figure): PhotoRequest => ({
          file: figure.file,
          place: { file: `${displayFolder}/${file}`, ...figure.place },
          ...defined({ source: saidSource(figure, article) }),
        }),
      );
  const inBodies = [
    ...content.articles.flatMap((article) => requestsIn(article, article)),
    ...[...content.pages, ...content.people].flatMap((document) => requestsIn(document)),
  ];
  const leads = content.articles.flatMap((article): PhotoRequest[] => {
    const { frontMatter, folder, placeOf } = article;
    return frontMatter.image === undefined
      ? []
      : [
          {
            file: `${folder}/${frontMatter.image}`,
            // A getter, because it parses the front matter again: most requests never ask.
            get place() {
              return placeOf(['image']);
            },
            ...defined({ source: saidSource({ file: `${folder}/${frontMatter.image}` }, article) }),
          },
        ];
  });
  return [...inBodies, ...leads];
}
