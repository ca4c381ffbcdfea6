/**
 * Who a credit means. A person is a file in `content/people/` or, without one, simply the name;
 * one person has one slug in all languages.
 */

import slugify from '@sindresorhus/slugify';
import type { PersonFile } from '../content/person.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';

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

  constructor(files: readonly PersonFile[]) {
    for (const file of files) {
      const { name, names } = file.frontMatter;
      const person: RegisteredPerson = { slug: file.slug, name, names, file };
      this.#bySlug.set(file.slug, person);
      for (const known of [name, ...Object.values(names)]) this.#byName.set(nameKey(known), person);
    }
  }

  /** Finds the person, or registers a new one by name. A slug must be known: it says that a file exists. */
  find(nameOrSlug: string): PersonLookup {
    const known = this.#byName.get(nameKey(nameOrSlug)) ?? this.#bySlug.get(nameOrSlug);
    if (known !== undefined) return { ok: true, person: known };
    if (/^[a-z0-9]+(?:-[a-z0-9]+)+$/u.test(nameOrSlug)) {
      return { ok: false, guess: didYouMean(nameOrSlug, [...this.#bySlug.keys()]) };
    }
    const slug = this.#freeSlug(personSlug(nameOrSlug));
    const person: RegisteredPerson = { slug, name: nameOrSlug, names: {} };
    this.#bySlug.set(slug, person);
    this.#byName.set(nameKey(nameOrSlug), person);
    return { ok: true, person };
  }

  #freeSlug(wanted: string): string {
    let slug = wanted;
    for (let suffix = 2; this.#bySlug.has(slug); suffix += 1) slug = `${wanted}-${suffix}`;
    return slug;
  }
}

/** Letters of other scripts stay as they are: `杨琳迪` is a readable address. */
function personSlug(name: string): string {
  const latin = slugify(name);
  return latin !== ''
    ? latin
    : name
        .normalize('NFC')
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-|-$/gu, '') || 'person';
}

function nameKey(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** "YANG Lindi" sorts under yang; without a word in capitals the last word is the family name. */
export function familyNameKey(name: string): string {
  const words = name.split(/\s+/u);
  const family = words.find((word) => /^\p{Lu}{2,}(?:[-'’]\p{Lu}+)*$/u.test(word)) ?? words.at(-1) ?? name;
  return `${family} ${words.filter((word) => word !== family).join(' ')}`.trim().toLowerCase();
}
