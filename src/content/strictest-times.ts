/**
 * When a story appears and goes. An embargo holds the story, not a file: of the languages of one folder the strictest
 * time holds for all. Pure.
 */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ArticleFile } from './article.ts';
import type { SiteDate } from './dates.ts';
import { ownTiming, type Timing } from './timing.ts';

/** The times that all languages share, and which of two is the stricter one. */
const sharedTimes = {
  embargoUntil: (a: SiteDate, b: SiteDate) => (a.timeMs >= b.timeMs ? a : b),
  publishAt: (a: SiteDate, b: SiteDate) => (a.timeMs >= b.timeMs ? a : b),
  expiresAt: (a: SiteDate, b: SiteDate) => (a.timeMs <= b.timeMs ? a : b),
} as const;

const sharedKeys = ['embargoUntil', 'publishAt', 'expiresAt'] as const;

/** The articles, each with the strictest times of its story. What needs no change is the same object. */
export function withStrictestTimes(articles: readonly ArticleFile[]): readonly ArticleFile[] {
  return articles.map((article) => {
    const versions = versionsOf(articles, article);
    if (versions.length < 2) return article;
    const strictest = Object.fromEntries(
      sharedKeys.flatMap((key) => {
        const time = strictestOf(key, versions);
        return time === undefined ? [] : [[key, time]];
      }),
    );
    const timing: Timing = { ...ownTiming(article.frontMatter), ...strictest };
    return JSON.stringify(timing) === JSON.stringify(article.timing) ? article : retimed(article, timing);
  });
}

/** Where the languages of a story give different times: which one holds. */
export function checkUnevenTimes(articles: readonly ArticleFile[]): readonly Diagnostic[] {
  return articles.flatMap((article) => {
    const versions = versionsOf(articles, article);
    if (versions.length < 2) return [];
    return sharedKeys.flatMap((key): Diagnostic[] => {
      const strictest = strictestOf(key, versions);
      const own = article.frontMatter[key];
      if (strictest === undefined || own?.timeMs === strictest.timeMs) return [];
      const holder = versions.find(({ frontMatter }) => frontMatter[key] === strictest);
      const name = holder?.file.split('/').at(-1) ?? '';
      return [
        {
          code: 'uneven-times',
          severity: 'warning',
          ...article.placeOf(own === undefined ? ['title'] : [key]),
          message:
            own === undefined
              ? `This version has no ${key}, but ${name} says ${strictest.iso}, which holds for the story in all languages.`
              : `This version says ${own.iso}, but ${name} says ${strictest.iso}, which holds for the story in all languages.`,
          hint: `Write ${key}: ${strictest.iso} here too, or change it in ${name}.`,
        },
      ];
    });
  });
}

function strictestOf(
  key: (typeof sharedKeys)[number],
  versions: readonly ArticleFile[],
): SiteDate | undefined {
  const times = versions.flatMap(({ frontMatter }) => frontMatter[key] ?? []);
  return times.length === 0 ? undefined : times.reduce(sharedTimes[key]);
}

const versionsByList = new WeakMap<readonly ArticleFile[], ReadonlyMap<string, readonly ArticleFile[]>>();

function versionsOf(articles: readonly ArticleFile[], { id }: ArticleFile): readonly ArticleFile[] {
  let byId = versionsByList.get(articles);
  if (byId === undefined) {
    const groups = new Map<string, ArticleFile[]>();
    for (const article of articles) groups.set(article.id, [...(groups.get(article.id) ?? []), article]);
    versionsByList.set(articles, groups);
    byId = groups;
  }
  return byId.get(id) ?? [];
}

const retimedArticles = new WeakMap<ArticleFile, ArticleFile>();

/** The same object as long as the article and its times are the same: a preview knows by it that nothing changed. */
function retimed(article: ArticleFile, timing: Timing): ArticleFile {
  const known = retimedArticles.get(article);
  if (known !== undefined && JSON.stringify(known.timing) === JSON.stringify(timing)) return known;
  const made = { ...article, timing };
  retimedArticles.set(article, made);
  return made;
}
