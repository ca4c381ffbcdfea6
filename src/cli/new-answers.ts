/** What a new article is made of, answered by flags or by a person. */

export interface NewAnswers {
  readonly title: string;
  /** Of the site. */
  readonly lang: string;
  /** Names of topics of the site. */
  readonly topics: readonly string[];
  /** As front matter writes dates. */
  readonly date: string;
  /** By role of the site. */
  readonly credits: Readonly<Record<string, readonly string[]>>;
  /** Photos and folders of photos. */
  readonly photos: readonly string[];
}

/** What flags have said: the rest is asked for, or has a default. */
export type KnownAnswers = Partial<Omit<NewAnswers, 'credits' | 'photos'>> &
  Pick<NewAnswers, 'credits' | 'photos'>;

export function splitNames(names: string): string[] {
  return names
    .split(/[,;，；、]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
