/** What of a story decides which others belong to it. Pure. */

export interface Relatable {
  readonly url: string;
  readonly lang: string;
  readonly title: string;
  readonly summary: string;
  /** The first terms of its prose, parted by spaces. */
  readonly leadTerms: string;
  readonly topics: readonly { readonly slug: string }[];
  readonly series?: string;
}

export function isSameStory(article: Relatable, other: Relatable | undefined): boolean {
  if (article === other) return true;
  return (
    other !== undefined &&
    article.url === other.url &&
    article.title === other.title &&
    article.summary === other.summary &&
    article.leadTerms === other.leadTerms &&
    article.series === other.series &&
    article.topics.length === other.topics.length &&
    article.topics.every(({ slug }, index) => slug === other.topics[index]?.slug)
  );
}

export function firstTopic(article: Relatable): string {
  return article.topics[0]?.slug ?? '';
}

export function isSameTopic(article: Relatable | undefined, other: Relatable | undefined): boolean {
  const wanted = article === undefined ? '' : firstTopic(article);
  return other?.topics.some(({ slug }) => slug === wanted) === true;
}

export function isSameSeries(article: Relatable | undefined, other: Relatable | undefined): boolean {
  return article?.series !== undefined && article.series === other?.series;
}
