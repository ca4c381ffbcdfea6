/** Topics of site.yaml by what people call them: a name, its translation or a slug, in any case. Pure. */

import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { TopicConfig } from './site-config.ts';

export function findTopic(word: string, topics: readonly TopicConfig[]): TopicConfig | undefined {
  const wanted = word.trim().toLowerCase();
  return topics.find(
    ({ name, slug, names }) =>
      slug === wanted || [name, ...Object.values(names)].some((known) => known.toLowerCase() === wanted),
  );
}

/** The name or slug that a misspelt word probably means, as site.yaml spells it. */
export function guessTopic(word: string, topics: readonly TopicConfig[]): string | undefined {
  return didYouMean(
    word,
    topics.flatMap(({ name, slug, names }) => [name, slug, ...Object.values(names)]),
  );
}
