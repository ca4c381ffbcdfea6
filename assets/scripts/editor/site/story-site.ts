/**
 * The generator in a browser: reads, checks and renders one story among the texts that it is given, by the same reader,
 * rules and templates as a build. What needs the whole site (other stories of a topic, names spelt otherwise elsewhere) is
 * judged by the check of the pull request.
 */

import path from 'node:path';
import { applyLevels } from '../../../../src/checks/levels.ts';
import { runChecks } from '../../../../src/checks/run-checks.ts';
import type { AddressLedger } from '../../../../src/content/address-ledger.ts';
import type { ArticleFile } from '../../../../src/content/article.ts';
import { ArticleReader } from '../../../../src/content/article-reader.ts';
import { DocumentReader, type SourceText } from '../../../../src/content/document-reader.ts';
import { type Content, readContent } from '../../../../src/content/load-content.ts';
import { checkUnevenTimes, withStrictestTimes } from '../../../../src/content/strictest-times.ts';
import { type Diagnostic, sortDiagnostics, startOf } from '../../../../src/diagnostics/diagnostic.ts';
import { unfinishedMerge } from '../../../../src/diagnostics/unfinished-merge.ts';
import { settingsOf } from '../../../../src/editor/editor-settings.ts';
import type { EditorSettings, Finding, StoryEntry } from '../../../../src/editor/store-messages.ts';
import { storyList } from '../../../../src/editor/story-list.ts';
import type { Photo } from '../../../../src/photos/photo.ts';
import { assembleSite } from '../../../../src/site/assemble-site.ts';
import type { Assets } from '../../../../src/site/assets.ts';
import { defined } from '../../../../src/text/defined.ts';
import { renderRoute } from '../../../../templates/page-template.ts';
import { RouteFinder } from '../../../../templates/pages/site-routes.ts';
import {
  type DraftPage,
  type DraftPhoto,
  type DraftStory,
  draftPhotoPath,
  type SiteReader,
  type SiteTexts,
  type StoryText,
} from '../stores/site-reader.ts';
import { StoreError } from '../stores/story-store.ts';

export interface StorySiteOptions {
  /** Of the published site, whose style sheets pages use. */
  readonly assets: Assets;
  readonly nowMs: () => number;
}

/** Reads what it is given, and no disk. */
class GivenDocuments extends DocumentReader {
  readonly #texts: ReadonlyMap<string, string>;

  constructor(displayFolder: string, texts: ReadonlyMap<string, string>) {
    super('', displayFolder);
    this.#texts = texts;
  }

  override get(displayPath: string): string | undefined {
    return this.read(displayPath)?.text;
  }

  override read(displayPath: string): SourceText | undefined {
    const prefix = `${this.displayFolder}/`;
    return displayPath.startsWith(prefix) ? this.#source(displayPath.slice(prefix.length)) : undefined;
  }

  override readText(file: string): SourceText | undefined {
    const source = this.#source(file);
    const problem = source && unfinishedMerge(source.text, this.displayPath(file));
    if (problem === undefined) return source;
    this.diagnostics.push(problem);
    return undefined;
  }

  #source(file: string): SourceText | undefined {
    const text = this.#texts.get(file);
    // Nothing is kept by it: the text stands for itself.
    return text === undefined ? undefined : { text, hash: text };
  }
}

const noAddresses: AddressLedger = { addresses: new Map(), stories: new Map(), placeOf: startOf };

interface LoadedSite {
  readonly contentFolder: string;
  readonly texts: ReadonlyMap<string, string>;
  readonly content: Content;
}

export class StorySite implements Omit<SiteReader, 'paste'> {
  readonly #options: StorySiteOptions;
  #site: LoadedSite | undefined;

  constructor(options: StorySiteOptions) {
    this.#options = options;
  }

  readonly load = async ({ contentFolder, files, texts: given }: SiteTexts): Promise<EditorSettings> => {
    const texts = textsByFile(given);
    const documents = new GivenDocuments(contentFolder, texts);
    const content = await readContent(documents, { files, others: [], diagnostics: [] });
    if (content === undefined) {
      const [fault] = documents.diagnostics;
      throw new StoreError(
        `site.yaml cannot be read: ${fault?.message ?? ''} Correct it in the repository first.`,
        false,
      );
    }
    this.#site = { contentFolder, texts, content };
    return settingsOf(content, contentFolder);
  };

  readonly entries = async (stories: readonly StoryText[]): Promise<readonly StoryEntry[]> => {
    const { contentFolder, content } = this.#loaded();
    const documents = new GivenDocuments(contentFolder, textsByFile(stories));
    const articles = readArticles(documents, content, stories);
    const files = new Set(stories.map(({ file }) => file));
    return storyList({ articles: withStrictestTimes(articles), files }, this.#options.nowMs());
  };

  readonly render = async (draft: DraftStory): Promise<DraftPage> => {
    const { contentFolder, content: known, texts } = this.#loaded();
    const stories = [draft, ...draft.others];
    const documents = new GivenDocuments(contentFolder, new Map([...texts, ...textsByFile(stories)]));
    const [article] = readArticles(documents, known, [draft]);
    const own = documents.diagnostics.length;
    if (article === undefined) return { findings: findingsOf(documents.diagnostics) };
    const others = readArticles(documents, known, draft.others);
    // What is wrong with other stories is not this one's.
    documents.diagnostics.length = own;
    const articles = withStrictestTimes([article, ...others].sort((a, b) => (a.file < b.file ? -1 : 1)));
    const files = new Set([...known.files, ...stories.map(({ file }) => file)]);
    for (const { file } of draft.photos) files.add(file);
    const content: Content = { ...known, articles, files };
    const photos = new Map(draft.photos.map((photo, index) => [photo.file, photoOf(photo, index)] as const));
    const { widths, formats, effort } = content.config.photos;
    const assembled = assembleSite(content, {
      photos,
      recipe: { widthsPx: widths, formats, effort },
      cardFace: '',
      nowMs: this.#options.nowMs(),
      includeHidden: true,
      displayFolder: contentFolder,
    });
    const { site } = assembled;
    const folder = `${contentFolder}/${path.posix.dirname(draft.file)}/`;
    const has = (file: string): boolean =>
      file === `${contentFolder}/${draft.file}` || (file.startsWith(folder) && !file.endsWith('.md'));
    const found = [...documents.diagnostics, ...checkUnevenTimes(articles), ...assembled.diagnostics];
    const checked = runChecks({
      ...{ content, found, site, everything: () => site, photos, sources: documents, ledger: noAddresses },
      displayFolder: contentFolder,
      atLeast: 'warning',
      only: { has, readsAllTexts: false },
    });
    const findings = findingsOf([
      ...applyLevels(found, content.config.checks).filter(({ file }) => has(file)),
      ...checked,
    ]);
    const page = site.editions.flatMap((edition) => edition.articles).find(({ file }) => file === draft.file);
    const route = page && new RouteFinder(site).find(page.url);
    const html = route && renderRoute(route, site.frame, this.#options.assets);
    return { findings, ...defined({ html }) };
  };

  #loaded(): LoadedSite {
    if (this.#site === undefined) throw new Error('The site was not loaded.');
    return this.#site;
  }
}

function textsByFile(texts: readonly StoryText[]): ReadonlyMap<string, string> {
  return new Map(texts.map(({ file, text }) => [file, text]));
}

function readArticles(
  documents: GivenDocuments,
  { config }: Content,
  stories: readonly StoryText[],
): readonly ArticleFile[] {
  const reader = new ArticleReader(documents, config, undefined);
  return stories.flatMap(({ file }) => reader.read(file) ?? []);
}

/** One rendition, whose address is exchanged for the photo itself. */
function photoOf({ file, widthPx, heightPx, caption, alt, credit }: DraftPhoto, index: number): Photo {
  const path = draftPhotoPath(index);
  return {
    file,
    // Names nothing that is published.
    hash: `draft ${index}`,
    widthPx,
    heightPx,
    metadata: defined({ caption, alt, credit }),
    renditions: [{ format: 'jpeg', widthPx, heightPx, path }],
  };
}

function findingsOf(diagnostics: readonly Diagnostic[]): readonly Finding[] {
  return sortDiagnostics(diagnostics).map(({ fix, ...one }) => ({
    ...one,
    ...defined({ fix: fix?.map((edit) => ({ ...edit })) }),
  }));
}
