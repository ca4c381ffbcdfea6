/** The topics of site.yaml as links, one object for all who show the same. */

import type { SiteConfig } from '../content/site-config.ts';
import { editionUrl } from './permalinks.ts';
import type { TopicLink } from './site.ts';

export class TopicLinks {
  readonly #topics: ReadonlyMap<string, SiteConfig['topics'][number]>;
  readonly #defaultLanguage: string;
  readonly #links = new Map<string, TopicLink>();

  constructor({ topics, defaultLanguage }: SiteConfig) {
    this.#topics = new Map(topics.map((topic) => [topic.slug, topic]));
    this.#defaultLanguage = defaultLanguage;
  }

  /** As one language names it; of a topic that site.yaml does not have, its slug. */
  link(slug: string, lang: string): TopicLink {
    const url = `${editionUrl(lang, this.#defaultLanguage)}topics/${slug}/`;
    const known = this.#links.get(url);
    if (known !== undefined) return known;
    const topic = this.#topics.get(slug);
    const link = { slug, name: topic?.names[lang] ?? topic?.name ?? slug, url };
    this.#links.set(url, link);
    return link;
  }
}
