/**
 * Renders and checks one story as it stands in an editor, before it is saved: the same reader, rules and templates as a
 * build, over the content with this one text in the place of its file. Writes nothing but the photo cache.
 */

import { createHash } from 'node:crypto';
import path from 'node:path';
import { renderRoute } from '../../templates/page-template.ts';
import { storyCardsRoute } from '../../templates/pages/story-cards.tsx';
import { photoCacheOf } from '../build/photo-store.ts';
import { photoRequests } from '../build/prepare-site.ts';
import type { Project } from '../build/project.ts';
import { applyLevels } from '../checks/levels.ts';
import { runChecks } from '../checks/run-checks.ts';
import { warnOfUnseen } from '../checks/unseen-stories.ts';
import type { ArticleFile } from '../content/article.ts';
import { ArticleReader } from '../content/article-reader.ts';
import { DocumentReader, type SourceText } from '../content/document-reader.ts';
import type { Content } from '../content/load-content.ts';
import { checkUnevenTimes, withStrictestTimes } from '../content/strictest-times.ts';
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { describePhotos } from '../photos/describe-photos.ts';
import type { Photo } from '../photos/photo.ts';
import type { AssembleOptions } from '../site/assemble-options.ts';
import { SiteAssembler } from '../site/assemble-site.ts';
import { defined } from '../text/defined.ts';
import type { StoryViews } from './draft-pages.ts';
import { feedView } from './feed-view.ts';
import { type SiteSnapshot, type SnapshotParts, takeSnapshot } from './site-snapshot.ts';

export interface StoryText {
  /** Relative to the content folder. */
  readonly file: string;
  /** With `\n` line ends and without a byte order mark. */
  readonly text: string;
}

/** What the previewed site knows besides its content. */
export interface DraftState {
  readonly photos: ReadonlyMap<string, Photo>;
  readonly ledger: AssembleOptions['ledger'] | undefined;
}

export interface RenderedDraft {
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined where the text cannot be read as a story. */
  readonly views?: StoryViews;
  readonly snapshot?: SiteSnapshot;
}

/** Reads one file from an editor, and all others from the disk. */
class DraftDocuments extends DocumentReader {
  readonly #draft: StoryText;

  constructor(contentFolder: string, displayFolder: string, draft: StoryText) {
    super(contentFolder, displayFolder);
    this.#draft = draft;
  }

  override read(displayPath: string): SourceText | undefined {
    return displayPath === this.displayPath(this.#draft.file) ? this.#source() : super.read(displayPath);
  }

  override readText(file: string): SourceText | undefined {
    return file === this.#draft.file ? this.#source() : super.readText(file);
  }

  #source(): SourceText {
    const { text } = this.#draft;
    return { text, hash: createHash('sha256').update(text).digest('hex') };
  }
}

export class DraftRenderer {
  readonly #project: Project;
  readonly #assembler = new SiteAssembler();
  /** Photos of the site and of the story in the editor: the same map while no photo is new, so that little is assembled. */
  #photos: { readonly of: DraftState['photos']; readonly all: DraftState['photos'] } | undefined;

  constructor(project: Project) {
    this.#project = project;
  }

  async render(
    draft: StoryText,
    { photos: known, ledger }: DraftState,
    options: AssembleOptions,
    parts: SnapshotParts,
  ): Promise<RenderedDraft> {
    const { content: contentFolder, displayContent } = this.#project;
    const documents = new DraftDocuments(contentFolder, displayContent, draft);
    const { config } = parts.content;
    const article = new ArticleReader(documents, config, undefined).read(draft.file);
    const judge = (diagnostics: readonly Diagnostic[], articles: readonly ArticleFile[]) =>
      sortDiagnostics(
        warnOfUnseen(diagnostics, {
          content: { ...parts.content, articles },
          sources: documents,
          displayFolder: displayContent,
          nowMs: options.nowMs,
        }),
      );
    if (article === undefined) {
      const others = parts.content.articles.filter(({ file }) => file !== draft.file);
      return { diagnostics: judge(documents.diagnostics, others) };
    }
    const content = withArticle(parts.content, article);
    if (this.#photos?.of !== known) this.#photos = { of: known, all: known };
    const requests = photoRequests(
      { ...content, articles: [article], people: [], pages: [] },
      displayContent,
    );
    const { all } = this.#photos;
    const unknown = requests.filter(({ file }) => !all.has(file));
    const described =
      unknown.length === 0
        ? undefined
        : await describePhotos(unknown, {
            contentFolder,
            cacheFolder: photoCacheOf(this.#project),
            recipe: parts.recipe,
          });
    if (described !== undefined && described.photos.size > 0)
      this.#photos = { of: known, all: new Map([...all, ...described.photos]) };
    const photos = this.#photos.all;
    const storyFolder = `${path.posix.dirname(draft.file)}/`;
    const assembled = this.#assembler.assemble(content, {
      ...options,
      photos,
      isJudged: (file) => file.startsWith(storyFolder),
    });
    const snapshot = takeSnapshot(assembled.site, { ...parts, content });
    const folder = `${displayContent}/${storyFolder}`;
    const has = (file: string): boolean =>
      file === `${displayContent}/${draft.file}` || (file.startsWith(folder) && !file.endsWith('.md'));
    const found = [
      ...documents.diagnostics,
      ...checkUnevenTimes(content.articles),
      ...(described?.diagnostics ?? []),
      ...assembled.diagnostics,
    ];
    const checked =
      ledger === undefined
        ? []
        : runChecks({
            content,
            found,
            site: snapshot.site,
            everything: () => snapshot.site,
            photos,
            sources: documents,
            ledger,
            displayFolder: displayContent,
            atLeast: 'warning',
            only: { has, readsAllTexts: false },
          });
    const diagnostics = judge(
      [...applyLevels(found, config.checks).filter(({ file }) => has(file)), ...checked],
      content.articles,
    );
    return { diagnostics, snapshot, ...defined({ views: viewsOf(draft.file, snapshot) }) };
  }
}

/** The views of a story; undefined where it is in no edition. */
function viewsOf(file: string, { site, assets, render }: SiteSnapshot): StoryViews | undefined {
  for (const edition of site.editions) {
    const article = edition.articles.find((one) => one.file === file);
    const page = article && render(article.url);
    if (article !== undefined && page !== undefined)
      return {
        page,
        cards: () => renderRoute(storyCardsRoute(article, edition), site.frame, assets),
        feed: () => feedView(article, edition, site),
      };
  }
  return undefined;
}

/** In the order in which a folder is read. */
function withArticle(content: Content, article: ArticleFile): Content {
  const others = content.articles.filter(({ file }) => file !== article.file);
  const at = others.findIndex(({ file }) => file > article.file);
  const articles = at < 0 ? [...others, article] : [...others.slice(0, at), article, ...others.slice(at)];
  return {
    ...content,
    articles: withStrictestTimes(articles),
    // The same set where it can be: by it the assembler knows that nothing else has changed.
    files: content.files.has(article.file) ? content.files : new Set([...content.files, article.file]),
  };
}
