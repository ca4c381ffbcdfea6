/**
 * What the settings of an old site say of its pages: their addresses, their language, the values that whole folders
 * share. Jekyll, Hugo and Eleventy each have their own; a folder without settings has no known addresses. Pure.
 */

export interface PageFacts {
  /** Relative to the root of the site. */
  readonly file: string;
  readonly title: string | undefined;
  /** The slug of the front matter. */
  readonly slug: string | undefined;
  /** The date as the front matter or the name of the file spells it. */
  readonly date: string | undefined;
  readonly categories: readonly string[];
  /** The pattern or address of the front matter: Jekyll's and Eleventy's permalink, Hugo's url. */
  readonly permalink: string | undefined;
}

export type PageAddress =
  /** @property address as the old site printed it, with its base path */
  | { readonly kind: 'known'; readonly address: string }
  /** @property guess good enough for links between stories, never for a redirect */
  | { readonly kind: 'unknown'; readonly reason: string; readonly guess?: string }
  /** The page was never published. */
  | { readonly kind: 'none' };

export interface GeneratorSite {
  readonly generator: 'Jekyll' | 'Hugo' | 'Eleventy';
  /** The folder of the settings, relative to the import folder; empty when they are the same. */
  readonly root: string;
  /** The path below which the whole old site stood: `/news`, or nothing. */
  readonly basePath: string;
  /** Names of the old site's own host, in small letters. */
  readonly hosts: readonly string[];
  /** Values that the settings give to a file whose front matter has none. */
  readonly defaultsOf: (file: string) => ReadonlyMap<string, unknown>;
  readonly languageOf: (file: string) => string | undefined;
  /** The same for the languages of one story, where the generator tells them by their names. */
  readonly translationOf?: (file: string) => string | undefined;
  readonly addressOf: (page: PageFacts) => PageAddress;
  /** Whether a file is a story; the generator makes single pages and templates of others. */
  readonly isStory: (file: string, hasDate: boolean) => boolean;
  readonly isDraft: (file: string) => boolean;
  /** Names of writers by the words that front matter has for them. */
  readonly authors?: ReadonlyMap<string, string>;
}

/** The site whose root is nearest above a file. */
export function siteOf(sites: readonly GeneratorSite[], file: string): GeneratorSite | undefined {
  return sites
    .filter(({ root }) => root === '' || file.startsWith(`${root}/`))
    .reduce<GeneratorSite | undefined>(
      (nearest, site) => (nearest === undefined || site.root.length > nearest.root.length ? site : nearest),
      undefined,
    );
}

export function inSite({ root }: GeneratorSite, file: string): string {
  return root === '' ? file : file.slice(root.length + 1);
}
