/**
 * What would be published of something that was taken down. Git joins a branch that deletes a story and leaves a tombstone with
 * one that translates, renames or credits it, and nobody has decided that readers are to see that again. Pure.
 */

import path from 'node:path/posix';
import type { AddressLedger } from '../content/address-ledger.ts';
import type { ArticleFile } from '../content/article.ts';
import type { Content } from '../content/load-content.ts';
import type { PageFile } from '../content/page.ts';
import type { Tombstone } from '../content/tombstones.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { startOf } from '../diagnostics/diagnostic.ts';
import { redirectFrom } from './address-claims.ts';
import { MovedStories } from './moved-stories.ts';
import { editionUrl, urlOfArticle } from './permalinks.ts';
import type { Edition } from './site.ts';

/** Versions of stories and pages that have a tombstone elsewhere; those at its own address are `duplicate-permalink`. */
export function checkTakenDown(
  content: Content,
  ledger: AddressLedger | undefined,
  displayFolder: string,
): readonly Diagnostic[] {
  if (content.tombstones.length === 0) return [];
  const graves = new Graves(content, ledger);
  const { config } = content;
  return [
    ...content.articles.flatMap((article) =>
      graves.judge(article.file, article.lang, urlOfArticle(article, config), () =>
        article.placeOf(['title']),
      ),
    ),
    ...content.pages.flatMap(({ file, lang, slug }) =>
      graves.judge(file, lang, `${editionUrl(lang, config.defaultLanguage)}${slug}/`, () =>
        startOf(`${displayFolder}/${file}`),
      ),
    ),
  ];
}

class Graves {
  readonly #content: Content;
  /** By what all languages of a story or a page share. */
  readonly #byWork = new Map<string, Tombstone[]>();
  /** Those of which no ledger knows what stood there, by the address without its language. */
  readonly #byAddress = new Map<string, Tombstone[]>();

  constructor(content: Content, ledger: AddressLedger | undefined) {
    this.#content = content;
    const moves = ledger && new MovedStories(content, ledger);
    for (const tombstone of content.tombstones) {
      const url = redirectFrom(tombstone.path);
      const owner = ledger?.addresses.get(url);
      if (owner === undefined) add(this.#byAddress, bareAddress(url, content), tombstone);
      else if (owner.endsWith('.md')) {
        add(this.#byWork, workOf(owner), tombstone);
        const moved = content.files.has(owner) ? undefined : moves?.find(owner)?.file;
        if (moved !== undefined && workOf(moved) !== workOf(owner))
          add(this.#byWork, workOf(moved), tombstone);
      }
    }
  }

  judge(
    file: (ArticleFile | PageFile)['file'],
    lang: string,
    url: string,
    /** Asked for in case of a fault alone: it parses the front matter again. */
    place: () => Tombstone['place'],
  ): readonly Diagnostic[] {
    const found = [
      ...(this.#byWork.get(workOf(file)) ?? []),
      ...(this.#byAddress.get(bareAddress(url, this.#content)) ?? []),
    ];
    if (found.some(({ keep }) => keep.includes(lang))) return [];
    const grave = found.find((tombstone) => redirectFrom(tombstone.path) !== url);
    if (grave === undefined || found.some((tombstone) => redirectFrom(tombstone.path) === url)) return [];
    const what = file.startsWith('pages/') ? 'page' : 'story';
    const other = what === 'page' ? 'give the file' : 'give its folder';
    return [
      {
        code: 'taken-down',
        severity: 'error',
        ...place(),
        message: `This ${what} was taken down: ${redirectFrom(grave.path)} says that it is gone, and this version (${lang}) would be published at ${url}.`,
        hint: `Delete ${path.basename(file)}. If readers are to see this version all the same, write  keep: [${lang}]  into the tombstone of line ${grave.place.line} of ${grave.place.file}. If it is another ${what}, ${other} another name.`,
      },
    ];
  }
}

/**
 * New versions of stories that readers had and that were made drafts again. A version that was published before stays as it
 * is, and `draft: false` says that a new one is meant.
 */
export function checkWithdrawn(
  { articles, config }: Pick<Content, 'articles' | 'config'>,
  ledger: AddressLedger | undefined,
): readonly Diagnostic[] {
  if (ledger === undefined || ledger.addresses.size === 0) return [];
  const published = new Set(ledger.addresses.values());
  const withdrawn = new Map(
    articles
      .filter(({ file, frontMatter }) => frontMatter.draft && published.has(file))
      .map((article) => [article.folder, article]),
  );
  return articles.flatMap((article): readonly Diagnostic[] => {
    const { folder, file, frontMatter, lang, placeOf } = article;
    const other = withdrawn.get(folder);
    if (other === undefined || frontMatter.draft || published.has(file) || saysDraft(article)) return [];
    return [
      {
        code: 'taken-down',
        severity: 'error',
        ...placeOf(['title']),
        message: `Readers had this story, and ${path.basename(other.file)} is a draft again; this version (${lang}) would be published at ${urlOfArticle(article, config)}.`,
        hint: 'Write draft: true here too. If readers are to see this version all the same, write draft: false',
      },
    ];
  });
}

/** Whether the key stands in the front matter: what is not there has the place of what is around it. */
function saysDraft({ placeOf }: Pick<ArticleFile, 'placeOf'>): boolean {
  return JSON.stringify(placeOf(['draft'])) !== JSON.stringify(placeOf(['']));
}

/** Pages of persons whom a tombstone says to be gone, in any language. */
export function checkPeopleTakenDown(
  { tombstones }: Pick<Content, 'tombstones'>,
  editions: readonly Edition[],
): readonly Diagnostic[] {
  return tombstones.flatMap((tombstone): Diagnostic[] => {
    const slug = /^\/(?:[^/]+\/)?people\/([^/]+)\/$/u.exec(redirectFrom(tombstone.path))?.[1];
    if (slug === undefined) return [];
    return editions.flatMap(({ lang, people }): Diagnostic[] => {
      const person = people.find((one) => one.slug === slug);
      if (person === undefined || tombstone.keep.includes(lang)) return [];
      const stories = person.contributions.flatMap(({ articles }) => articles).map(({ id }) => id);
      return [
        {
          code: 'taken-down',
          severity: 'error',
          ...tombstone.place,
          message: `The page of this person was taken down, and ${person.url} would be published: ${person.name} is credited by ${[...new Set(stories)].join(', ')}.`,
          hint: `Take the name out of these credits. If readers are to see the page all the same, delete the tombstone, or write into it for this language alone:  keep: [${lang}]`,
        },
      ];
    });
  });
}

function add(map: Map<string, Tombstone[]>, key: string, tombstone: Tombstone): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [tombstone]);
  else list.push(tombstone);
}

/** The folder of a story, and the name of a page without its language. */
export function workOf(file: string): string {
  const folder = path.dirname(file);
  return folder.startsWith('articles/') ? folder : `${folder}/${path.basename(file).split('.')[0]}`;
}

function bareAddress(url: string, { config: { languages } }: Content): string {
  const [, first = '', rest = ''] = /^\/([^/]+)(\/.*)$/u.exec(url) ?? [];
  return Object.hasOwn(languages, first) ? rest : url;
}
