/** Who did what for an article, in the order of site.yaml's roles. One object for all articles that say the same. */

import { digestOnce } from '../cache/digest.ts';
import type { ArticleFile } from '../content/article.ts';
import type { SiteConfig } from '../content/site-config.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { meantWords } from '../diagnostics/did-you-mean.ts';
import type { PeopleRegister } from './people-register.ts';
import { editionUrl } from './permalinks.ts';
import type { Credit, PersonLink } from './site.ts';

export class CreditLines {
  readonly #config: SiteConfig;
  readonly #register: PeopleRegister;
  readonly #known = new Map<string, Credit>();

  constructor(config: SiteConfig, register: PeopleRegister) {
    this.#config = config;
    this.#register = register;
  }

  /** @param diagnostics where to say who is not known */
  of(file: ArticleFile, diagnostics: Diagnostic[]): readonly Credit[] {
    return Object.entries(this.#config.credits).flatMap(([role, labels]): Credit[] => {
      const people = this.#find(role, file, diagnostics);
      if (people.length === 0) return [];
      const key = [role, ...people.map(({ url }) => url)].join(' ');
      const known = this.#known.get(key);
      if (known !== undefined) return [known];
      const credit = digestOnce({
        role,
        label: labels[file.lang] ?? labels[this.#config.defaultLanguage] ?? role,
        people,
      });
      this.#known.set(key, credit);
      return [credit];
    });
  }

  #find(role: string, file: ArticleFile, diagnostics: Diagnostic[]): readonly PersonLink[] {
    const root = editionUrl(file.lang, this.#config.defaultLanguage);
    const people = (file.frontMatter.credits[role] ?? []).flatMap((name) => {
      const found = this.#register.find(name);
      if (found.ok) return [this.#register.link(found.person, file.lang, root)];
      diagnostics.push({
        code: 'unknown-person',
        severity: 'error',
        ...file.placeOf(['credits', role]),
        message: `No file in people/ is called ${name}.md.${meantWords(found.guess)}`,
        hint: 'Write the name itself (YANG Lindi), or the name of a file in content/people/ without .md.',
      });
      return [];
    });
    // Two branches may each have added the same person.
    return people.filter(({ url }, index) => people.findIndex((one) => one.url === url) === index);
  }
}
