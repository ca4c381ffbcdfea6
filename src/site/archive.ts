/** Articles by year and month. */

import type { ArchiveMonth, ArchiveYear, Article, ArticleCard } from './site.ts';

/** @param articles newest first @param root the edition's url */
export function collectArchive(articles: readonly Article[], root: string): ArchiveYear[] {
  const byMonth = new Map<string, ArticleCard[]>();
  for (const article of articles) {
    const key = article.date.day.slice(0, 7);
    const list = byMonth.get(key);
    if (list === undefined) byMonth.set(key, [article.card]);
    else list.push(article.card);
  }
  const years = new Map<number, ArchiveMonth[]>();
  for (const [key, list] of byMonth) {
    const [yearText = '', monthText = ''] = key.split('-');
    const year = Number(yearText);
    const months = years.get(year) ?? [];
    months.push({
      year,
      month: Number(monthText),
      url: `${root}archive/${yearText}/${monthText}/`,
      articles: list,
    });
    years.set(year, months);
  }
  return [...years].map(([year, months]) => ({
    year,
    url: `${root}archive/${year}/`,
    count: months.reduce((sum, month) => sum + month.articles.length, 0),
    months,
  }));
}
