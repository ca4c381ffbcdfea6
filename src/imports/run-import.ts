/**
 * One import from its sources to written articles. Folders are given to all articles first, so that links between them
 * can be turned; then each is made and written on its own, so that memory holds the photos of one.
 */

import path from 'node:path';
import type { SiteConfig, TopicConfig } from '../content/site-config.ts';
import { articleFile } from './article-file.ts';
import type { ImportFolder } from './import-folder.ts';
import { hashOf, recordFile } from './import-record.ts';
import type { ImportedArticle, Reading } from './imported-article.ts';
import type { Loss } from './loss.ts';
import { mendBody } from './mend-body.ts';
import { freeName, namePhoto } from './photo-name.ts';
import { PhotoShelf } from './photo-shelf.ts';
import { type PlannedArticle, planArticle } from './plan-article.ts';
import { planPhotos } from './plan-photos.ts';
import { type SourceKind, SourceReader } from './read-source.ts';
import { addressKey, documentEnding, resolveImportedLinks } from './resolve-imported-links.ts';
import { ArticleWriter, type FolderState } from './write-articles.ts';

export interface ImportSource {
  readonly folder: ImportFolder;
  /** Relative to the folder, in the order in which they are read. */
  readonly files: readonly { readonly file: string; readonly kind: SourceKind }[];
  /** The folder's path from the project's folder: tells sources of one name apart, the same for everybody. */
  readonly origin: string;
}

export type AddressState =
  /** Nothing is there: it can redirect. */
  | 'free'
  /** The article has that very address again. */
  | 'own'
  | 'taken';

export interface ImportOptions {
  readonly sources: readonly ImportSource[];
  readonly contentFolder: string;
  readonly shownContent: string;
  readonly config: SiteConfig;
  readonly topic?: TopicConfig;
  readonly today: string;
  /** Whether nothing is written. */
  readonly isTrial: boolean;
  /** What an old address is to the article in that folder (relative to the content folder). */
  readonly judgeAddress: (alias: string, folder: string, day: string) => AddressState;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface ImportedFile {
  readonly source: string;
  /** The article's file, from where the command was called. */
  readonly file: string;
  readonly outcome: 'new' | 'updated' | 'unchanged' | 'kept';
  readonly isDraft: boolean;
}

export interface ImportResult {
  readonly articles: readonly ImportedFile[];
  readonly losses: readonly Loss[];
  readonly readings: readonly (Reading & { readonly file: string })[];
}

interface Assigned {
  readonly article: ImportedArticle;
  readonly source: ImportSource;
  /** The source, relative to its import folder. */
  readonly from: string;
  readonly planned: PlannedArticle;
  readonly folder: string;
  readonly state: FolderState;
  readonly names: { readonly source: string; readonly sourceId: string };
}

export async function runImport(options: ImportOptions): Promise<ImportResult> {
  const run = new ImportRun(options, await ArticleWriter.open(options.contentFolder));
  return await run.run();
}

class ImportRun {
  readonly #options: ImportOptions;
  readonly #writer: ArticleWriter;
  readonly #losses: Loss[] = [];
  readonly #readings: (Reading & { readonly file: string })[] = [];
  readonly #files: ImportedFile[] = [];
  readonly #takenAliases = new Set<string>();
  /** Articles by their old addresses and by the files that they were read from. */
  readonly #articleAt = new Map<string, string>();
  /** Sources without their endings and their articles, by their last name. */
  readonly #byName = new Map<string, readonly (readonly [source: string, target: string])[]>();

  constructor(options: ImportOptions, writer: ArticleWriter) {
    this.#options = options;
    this.#writer = writer;
  }

  async run(): Promise<ImportResult> {
    const assigned = await this.#assign(await this.#read());
    try {
      if (!this.#options.isTrial && assigned.length > 0) await this.#writer.saveRecord();
      for (const [index, article] of assigned.entries()) {
        this.#files.push(await this.#make(article));
        this.#options.onProgress?.(index + 1, assigned.length);
      }
    } finally {
      for (const { folder } of assigned) this.#writer.release(folder);
      if (!this.#options.isTrial && assigned.length > 0) await this.#writer.saveRecord();
    }
    return { articles: this.#files, losses: this.#losses, readings: this.#readings };
  }

  async #read(): Promise<{ article: ImportedArticle; source: ImportSource; file: string }[]> {
    const found: { article: ImportedArticle; source: ImportSource; file: string }[] = [];
    for (const source of this.#options.sources) {
      const reader = new SourceReader(source.folder, this.#options.config);
      for (const { file, kind } of source.files) {
        const reading = await reader.read(file, kind);
        this.#losses.push(...reading.losses);
        const shown = source.folder.shownFile(file);
        this.#readings.push(...reading.readings.map((entry) => ({ ...entry, file: shown })));
        found.push(...reading.articles.map((article) => ({ article, source, file })));
      }
    }
    return found;
  }

  /** Gives every article its folder: the one it had, or a free one. */
  async #assign(
    found: readonly { article: ImportedArticle; source: ImportSource; file: string }[],
  ): Promise<Assigned[]> {
    const { config, topic, today, isTrial } = this.#options;
    const known = new Map([...this.#writer.record].map(([folder, { sourceId }]) => [sourceId, folder]));
    const taken = new Set<string>();
    const assigned: Assigned[] = [];
    for (const { article, source, file } of found) {
      const planned = planArticle(article, { config, today, ...(topic === undefined ? {} : { topic }) });
      const names = {
        source: path.posix.basename(file) + (article.part === '' ? '' : `#${article.part}`),
        sourceId: hashOf(`${source.origin}/${file}#${article.part}`),
      };
      const wanted = `articles/${planned.year}/${planned.slug}`;
      let folder = known.get(names.sourceId) ?? wanted;
      let state = await this.#writer.stateOf(folder);
      for (let number = 2; known.get(names.sourceId) !== folder; number += 1) {
        const isSame = this.#writer.record.get(folder)?.source === names.source;
        if (!taken.has(folder) && (state.kind === 'free' || (isSame && state.kind !== 'foreign'))) break;
        folder = `${wanted}-${number}`;
        state = await this.#writer.stateOf(folder);
      }
      if (folder !== wanted && !known.has(names.sourceId)) {
        this.#lose(
          'guessed',
          article,
          `${this.#shown(wanted)} is another article, so this one became ${this.#shown(folder)}.`,
        );
      }
      taken.add(folder);
      if (!isTrial) this.#writer.claim(folder, names);
      const target = `${folder}/${nameOf(planned)}`;
      for (const { value } of article.aliases) this.#articleAt.set(addressKey(value), target);
      if (article.part === '') {
        this.#articleAt.set(`${source.origin}:${file}`, target);
        const named = `/${file.replace(sourceEnding, '')}`;
        const name = path.posix.basename(named);
        this.#byName.set(name, [...(this.#byName.get(name) ?? []), [named, target]]);
      }
      assigned.push({ article, source, from: file, planned, folder, state, names });
    }
    return assigned;
  }

  async #make({ article, source, from, planned, folder, state, names }: Assigned): Promise<ImportedFile> {
    const { isTrial } = this.#options;
    const name = nameOf(planned);
    const shownFile = `${this.#shown(folder)}/${name}`;
    const result = (outcome: ImportedFile['outcome']): ImportedFile => ({
      source: article.file,
      file: shownFile,
      outcome,
      isDraft: planned.frontMatter.draft === true,
    });
    if (state.kind === 'edited' || state.kind === 'gone') {
      const why =
        state.kind === 'gone'
          ? `${this.#shown(folder)} was removed or renamed since the last import`
          : `${this.#shown(folder)}/${state.file} was changed since the last import`;
      this.#lose(
        'kept',
        article,
        `${why}, so nothing there was touched. To import it anew, delete the folder and its entry in ${recordFile}.`,
      );
      return result('kept');
    }
    this.#losses.push(...planned.losses);
    const photos = await planPhotos(article, (photo) => source.folder.readPhoto(photo));
    this.#losses.push(...photos.losses);
    const { lang: _inFileName, ...frontMatter } = planned.frontMatter;
    const text = articleFile(
      { ...frontMatter, aliases: this.#aliases(article, planned, folder), image: photos.image },
      photos.blocks,
    );
    const documents = new Map<string, string>();
    const resolved = resolveImportedLinks(text, {
      shownFile: article.file,
      folder,
      articleAt: (address) =>
        this.#findArticle(
          address,
          source,
          from,
          article.aliases.map(({ value }) => value),
        ),
      takeDocument: (address) => takeDocument(address, source, from, documents, photos.files),
    });
    this.#losses.push(...resolved.losses);
    const mended = mendBody(resolved.markdown, { shownFile, folder });
    this.#losses.push(...mended.losses);
    const files = new Map<string, string | Uint8Array>([...photos.files, [name, mended.text]]);
    for (const [document, file] of documents) {
      const bytes = await source.folder.readBytes(file);
      if (bytes.ok) files.set(document, bytes.value);
      else this.#lose('dropped', article, `The document ${file} cannot be read.`);
    }
    const obstacle = await this.#writer.obstacle(folder, files);
    if (obstacle !== undefined) {
      this.#lose(
        'kept',
        article,
        `${this.#shown(folder)}/${obstacle} is not from an import, so nothing there was touched. Rename it and import again.`,
      );
      return result('kept');
    }
    if (isTrial) return result(state.kind === 'free' ? 'new' : 'updated');
    const isChanged = await this.#writer.write(folder, files, names);
    return result(state.kind === 'free' ? 'new' : isChanged ? 'updated' : 'unchanged');
  }

  #findArticle(
    address: string,
    { origin }: ImportSource,
    from: string,
    aliases: readonly string[],
  ): string | undefined {
    const known = this.#articleAt;
    const exact = known.get(addressKey(address));
    if (exact !== undefined || /^[a-z][a-z0-9+.-]*:|^\/\//iu.test(address)) return exact;
    const wanted = decodeAddress(address).replace(/\/$/u, '');
    if (wanted === '') return undefined;
    const beside = path.posix.join(path.posix.dirname(from), wanted);
    for (const file of [beside, `${beside}.md`, `${beside}/index.md`]) {
      const found = known.get(`${origin}:${file}`);
      if (found !== undefined) return found;
    }
    // Browsers read a link from the address of its page, which is not where its file was.
    for (const alias of aliases) {
      const base = `https://old.invalid${alias}`;
      const found = URL.canParse(wanted, base)
        ? known.get(addressKey(new URL(wanted, base).pathname))
        : undefined;
      if (found !== undefined) return found;
    }
    // Hugo's ref and Jekyll's post_url name a file wherever it is: good when one file alone has that name.
    const end = `/${wanted.replace(/^\.?\//u, '').replace(sourceEnding, '')}`;
    const named = (this.#byName.get(path.posix.basename(end)) ?? []).filter(([source]) =>
      source.endsWith(end),
    );
    const [only, another] = named;
    return another === undefined ? only?.[1] : undefined;
  }

  #aliases(article: ImportedArticle, planned: PlannedArticle, folder: string): string[] {
    return (planned.frontMatter.aliases ?? []).filter((alias) => {
      const key = alias.toLowerCase().replace(/\/$/u, '');
      const state = this.#options.judgeAddress(alias, folder, planned.frontMatter.date);
      if (state === 'own') return false;
      if (state === 'free' && !this.#takenAliases.has(key)) {
        this.#takenAliases.add(key);
        return true;
      }
      this.#lose(
        'dropped',
        article,
        `The old address ${alias} already leads to a page of this site, so it cannot redirect.`,
      );
      return false;
    });
  }

  #shown(folder: string): string {
    return `${this.#options.shownContent}/${folder}`;
  }

  #lose(kind: Loss['kind'], { file, line }: Pick<ImportedArticle, 'file' | 'line'>, message: string): void {
    this.#losses.push({ kind, file, line, message });
  }
}

const sourceEnding = /(?:\/index)?(?:\.[a-z]{2})?\.(?:md|markdown|html?)$/iu;

function nameOf({ frontMatter: { lang } }: PlannedArticle): string {
  return lang === undefined ? 'index.md' : `index.${lang}.md`;
}

/** @param documents by their name beside the article, the files that are taken along so far */
function takeDocument(
  address: string,
  { folder }: ImportSource,
  from: string,
  documents: Map<string, string>,
  photos: ReadonlyMap<string, Uint8Array>,
): string | undefined {
  const file = documentEnding.test(address.replace(/[?#].*$/u, ''))
    ? new PhotoShelf(folder.files).findFile(address, from)
    : undefined;
  if (file === undefined) return undefined;
  const known = [...documents].find(([, taken]) => taken === file)?.[0];
  const wanted = namePhoto(file, '', path.posix.extname(file).toLowerCase());
  const name = known ?? freeName(wanted, new Set([...documents.keys(), ...photos.keys()]));
  documents.set(name, file);
  return name;
}

function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address).replace(/[?#].*$/u, '');
  } catch {
    return address;
  }
}
