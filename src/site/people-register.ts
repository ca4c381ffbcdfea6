/**
 * Who a credit means. A person is a file in `content/people/` or, without one, simply the name;
 * one person has one slug in all languages.
 */

import type { PersonFile } from '../content/person.ts';
import { freeSlug, isHan, personSlugOf, readName, type SlugStyle } from '../content/slugs.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { type KnownSlugs, lastingSlugs } from './lasting-slugs.ts';
import type { PersonLink } from './site.ts';

export interface RegisteredPerson {
  readonly slug: string;
  /** As the default language writes it. */
  readonly name: string;
  /** By language code. */
  readonly names: Readonly<Record<string, string>>;
  readonly file?: PersonFile;
}

export type PersonLookup =
  | { readonly ok: true; readonly person: RegisteredPerson }
  | { readonly ok: false; readonly guess: string | undefined };

export class PeopleRegister {
  readonly #bySlug = new Map<string, RegisteredPerson>();
  readonly #byName = new Map<string, RegisteredPerson>();
  readonly #links = new Map<string, PersonLink>();
  readonly #style: SlugStyle;
  readonly #lang: string | undefined;

  /** @param credited all names that stories credit, the earliest story first */
  constructor(
    files: readonly PersonFile[],
    style: SlugStyle,
    {
      credited = [],
      known = new Map(),
      lang,
    }: {
      readonly credited?: readonly string[];
      readonly known?: KnownSlugs;
      /** The default language of the site. */
      readonly lang?: string;
    } = {},
  ) {
    this.#style = style;
    this.#lang = lang;
    for (const file of files) {
      const { name, names } = file.frontMatter;
      const person: RegisteredPerson = { slug: file.slug, name, names, file };
      this.#bySlug.set(file.slug, person);
      for (const spelling of [name, ...Object.values(names)]) this.#byName.set(nameKey(spelling), person);
    }
    const unnamed = credited.filter((name) => !this.#byName.has(nameKey(name)) && !this.#isSlug(name));
    const names = [...new Map(unnamed.map((name) => [nameKey(name), name])).values()];
    const slugOf = (name: string) => personSlugOf(name, style, lang);
    for (const [name, slug] of lastingSlugs(names, { slugOf, taken: this.#bySlug.keys(), known }))
      this.#register(name, slug);
  }

  /** A name as a language writes it, where it is all that is said and the person has a file. */
  nameIn(lang: string, name: string): string {
    const known = this.#byName.get(nameKey(name));
    return known?.file === undefined ? name : (known.names[lang] ?? known.name);
  }

  /** Finds the person, or registers a new one by name. A slug must be known: it says that a file exists. */
  find(nameOrSlug: string): PersonLookup {
    const known = this.#byName.get(nameKey(nameOrSlug)) ?? this.#withFile(nameOrSlug);
    if (known !== undefined) return { ok: true, person: known };
    if (this.#isSlug(nameOrSlug)) {
      return { ok: false, guess: didYouMean(nameOrSlug, [...this.#bySlug.keys()]) };
    }
    const slug = freeSlug(personSlugOf(nameOrSlug, this.#style, this.#lang), this.#bySlug);
    return { ok: true, person: this.#register(nameOrSlug, slug) };
  }

  /** Whose address ends with the slug. */
  at(slug: string): RegisteredPerson | undefined {
    return this.#bySlug.get(slug);
  }

  /** A slug says that a file exists; whether a name has come to the same slug depends on what was read before. */
  #withFile(slug: string): RegisteredPerson | undefined {
    const person = this.#bySlug.get(slug);
    return person?.file === undefined ? undefined : person;
  }

  #isSlug(text: string): boolean {
    return /^[a-z0-9]+(?:-[a-z0-9]+)+$/u.test(text);
  }

  #register(name: string, slug: string): RegisteredPerson {
    const person: RegisteredPerson = { slug, name, names: {} };
    this.#bySlug.set(slug, person);
    this.#byName.set(nameKey(name), person);
    return person;
  }

  /** The same object whenever it is asked for. @param root the url of the edition */
  link({ slug, name, names }: RegisteredPerson, lang: string, root: string): PersonLink {
    const url = `${root}people/${slug}/`;
    const known = this.#links.get(url);
    if (known !== undefined) return known;
    const link = { slug, name: names[lang] ?? name, url };
    this.#links.set(url, link);
    return link;
  }
}

/** Nothing to put in order, as nearly always. */
const tidyName = /^[!-~]+(?: [!-~]+)*$/u;

export function nameKey(name: string): string {
  if (tidyName.test(name)) return name;
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/**
 * By family name: "YANG Lindi" sorts under yang, 杨琳迪 too; a name without a word in capitals under its last word.
 */
export function familyNameKey(name: string): string {
  if (isHan(name)) return readName(name).join(' ');
  const words = name.split(/\s+/u);
  const family = words.find((word) => /^\p{Lu}{2,}(?:[-'’]\p{Lu}+)*$/u.test(word)) ?? words.at(-1) ?? name;
  const given = words.filter((word) => word !== family).join(' ');
  return `${family} ${given}`
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .trim()
    .toLowerCase();
}
