/**
 * Gives every article of an import its folder: the one that it had, or a free one. Languages of one story share a folder
 * where the source tells that they belong together. Reads the content folder, writes nothing.
 */

import path from 'node:path';
import { folderOf, hashOf } from './import-record.ts';
import type { ImportSource } from './import-source.ts';
import type { ImportedArticle } from './imported-article.ts';
import type { PlannedArticle } from './plan-article.ts';
import type { ArticleWriter, FolderState } from './write-articles.ts';

export interface FoundArticle {
  readonly article: ImportedArticle;
  readonly source: ImportSource;
  /** The source, relative to its import folder. */
  readonly file: string;
  readonly planned: PlannedArticle;
}

export interface AssignedArticle extends FoundArticle {
  /** Relative to the content folder. */
  readonly folder: string;
  /** `index.md`, `index.zh.md`. */
  readonly name: string;
  /** Under which the record has it. */
  readonly key: string;
  readonly state: FolderState;
  readonly names: SourceNames;
}

interface SourceNames {
  readonly source: string;
  readonly sourceId: string;
}

export interface AssignOptions {
  readonly writer: ArticleWriter;
  /** Whether articles that were deleted since the last import are made once more. */
  readonly again: boolean;
  readonly report: (kind: 'guessed' | 'look', article: ImportedArticle, message: string) => void;
  readonly displayFolder: (folder: string) => string;
}

/** In the order in which they were found. */
export async function assignFolders(
  found: readonly FoundArticle[],
  options: AssignOptions,
): Promise<readonly AssignedArticle[]> {
  const assigner = new FolderAssigner(options);
  const assigned = new Map<FoundArticle, AssignedArticle>();
  for (const story of storiesOf(found))
    for (const one of await assigner.assign(story)) assigned.set(one.found, one.assigned);
  return found.flatMap((one) => assigned.get(one) ?? []);
}

/** Versions of one story together, that of the default language first. */
function storiesOf(found: readonly FoundArticle[]): readonly (readonly FoundArticle[])[] {
  const stories = new Map<unknown, FoundArticle[]>();
  for (const one of found) {
    const { translation } = one.article;
    const key = translation === undefined ? one : `${one.source.origin}:${translation}`;
    stories.set(key, [...(stories.get(key) ?? []), one]);
  }
  return [...stories.values()].map((versions) =>
    versions.toSorted((a, b) => Number(langOf(a) !== undefined) - Number(langOf(b) !== undefined)),
  );
}

class FolderAssigner {
  readonly #options: AssignOptions;
  /** Keys of the record by the sources that they were made of. */
  readonly #known: ReadonlyMap<string, string>;
  readonly #taken = new Set<string>();

  constructor(options: AssignOptions) {
    this.#options = options;
    this.#known = new Map([...options.writer.record].map(([key, { sourceId }]) => [sourceId, key]));
  }

  async assign(
    story: readonly FoundArticle[],
  ): Promise<{ found: FoundArticle; assigned: AssignedArticle }[]> {
    const versions: { found: FoundArticle; assigned: AssignedArticle }[] = [];
    for (const found of story) {
      const leader = versions[0]?.assigned;
      const assigned =
        (leader === undefined
          ? undefined
          : await this.#beside(
              found,
              leader,
              versions.map((one) => one.assigned),
            )) ?? (await this.#alone(found));
      versions.push({ found, assigned });
      this.#taken.add(assigned.folder);
      if (leader !== undefined && assigned.folder !== leader.folder) this.#reportApart(leader, assigned);
    }
    return versions;
  }

  /** In the folder of another language; undefined when that cannot be. */
  async #beside(
    found: FoundArticle,
    leader: AssignedArticle,
    versions: readonly AssignedArticle[],
  ): Promise<AssignedArticle | undefined> {
    const names = namesOf(found);
    if (this.#keyOf(found, names) !== undefined || leader.state.kind === 'gone') return undefined;
    const name = fileName(found);
    if (versions.some((one) => one.folder === leader.folder && one.name === name)) return undefined;
    if (timesOf(found) !== timesOf(leader)) return undefined;
    const key = `${leader.folder}/${name}`;
    const state = await this.#options.writer.stateOf(key);
    return state.kind === 'free' ? { ...found, folder: leader.folder, name, key, state, names } : undefined;
  }

  async #alone(found: FoundArticle): Promise<AssignedArticle> {
    const { writer, again, report, displayFolder } = this.#options;
    const { article, planned } = found;
    const names = namesOf(found);
    const known = this.#keyOf(found, names);
    const wanted = `articles/${planned.year}/${planned.slug}`;
    let key = known ?? wanted;
    let state = await writer.stateOf(key);
    for (let number = 2; known === undefined; number += 1) {
      if (!this.#taken.has(key) && (state.kind === 'free' || (await this.#isMoved(key, state, found, names))))
        break;
      key = `${wanted}-${number}`;
      state = await writer.stateOf(key);
    }
    if (known === undefined && key !== wanted)
      report(
        'guessed',
        article,
        `${displayFolder(wanted)} is another article, so this one became ${displayFolder(key)}.`,
      );
    if (again && state.kind === 'gone') state = { kind: 'free' };
    return { ...found, folder: folderOf(key), name: fileName(found), key, state, names };
  }

  #keyOf(found: FoundArticle, { sourceId }: SourceNames): string | undefined {
    return this.#known.get(sourceId) ?? this.#known.get(placeId(found));
  }

  /** Whether a source of that name, from a folder that was called otherwise, has made the same story there. */
  async #isMoved(key: string, state: FolderState, found: FoundArticle, names: SourceNames): Promise<boolean> {
    const { writer } = this.#options;
    if (state.kind === 'foreign' || writer.record.get(key)?.source !== names.source) return false;
    const text = await writer.readText(`${key}/${fileName(found)}`);
    const { title, date } = found.planned.frontMatter;
    return text === undefined || (text.includes(title) && text.includes(date.slice(0, 10)));
  }

  #reportApart(leader: AssignedArticle, { article, planned, folder, name, state }: AssignedArticle): void {
    if (state.kind !== 'free' || fileName(leader) === name) return;
    const { report, displayFolder } = this.#options;
    const why =
      timesOf({ planned }) === timesOf(leader)
        ? ''
        : ' The two appear at different times, and in one folder the later would hold for both.';
    report(
      'look',
      article,
      `This is ${displayFolder(leader.folder)} in another language. For readers to change between the two, move ${displayFolder(folder)}/${name} and its photos there.${why}`,
    );
  }
}

/** When it appears and goes: one folder has one answer. */
function timesOf({ planned: { frontMatter } }: Pick<FoundArticle, 'planned'>): string {
  return `${frontMatter.publishAt ?? ''} ${frontMatter.expiresAt ?? ''}`;
}

function langOf({ planned }: FoundArticle): string | undefined {
  return planned.frontMatter.lang;
}

function fileName(found: FoundArticle): string {
  const lang = langOf(found);
  return lang === undefined ? 'index.md' : `index.${lang}.md`;
}

function namesOf(found: FoundArticle): SourceNames {
  const { article, file } = found;
  return {
    source: path.posix.basename(file) + (article.part === '' ? '' : `#${article.part}`),
    sourceId: article.identity === undefined ? placeId(found) : hashOf(article.identity),
  };
}

/** Of sources that are known by nothing but where they lie. */
function placeId({ article, source, file }: FoundArticle): string {
  return hashOf(`${source.origin}/${file}#${article.part}`);
}
