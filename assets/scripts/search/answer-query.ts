/** Answers a query over the chosen indexes: asks further, and other languages, before it gives up. */

import { fold, termsOfWord, wordsOf } from '../../../src/content/terms.ts';
import { type DirectEntry, directEntries } from './direct-entries.ts';
import { type Filters, findArticles, type Hit, partsOf, type RankedHits, rankHits } from './find-articles.ts';
import { searchAids, searchDates, searchFurther } from './lazy-parts.ts';
import { foldedWords, noQuery, type Query, type QueryWord, readQuery } from './query.ts';
import type { SearchIndex } from './search-index.ts';

export interface Question {
  readonly text: string;
  readonly locale: string;
  readonly filters: Filters;
  readonly indexes: readonly SearchIndex[];
  /** Asked when these have nothing. */
  readonly otherIndexes: readonly SearchIndex[];
}

export interface Correction {
  readonly typed: string;
  /** As it stands in an article, where one was found that says it. */
  readonly word: string;
}

export interface Answer extends RankedHits {
  /** What was searched for at last, by language. */
  readonly query: (lang: string) => Query;
  readonly entries: readonly (DirectEntry & { readonly index: SearchIndex })[];
  readonly correction?: Correction;
  readonly isElsewhere: boolean;
}

export async function answerQuery(question: Question): Promise<Answer> {
  const asked = await ask(question.text, question.indexes, question);
  const answer = isFound(asked) ? asked : await further(asked, question);
  if (isFound(answer) || answer.partial.length > 0) return answer;
  const elsewhere = await ask(question.text, question.otherIndexes, question);
  return isFound(elsewhere) ? { ...elsewhere, isElsewhere: true } : answer;
}

export interface Asked extends Answer {
  readonly unknown: readonly { readonly index: SearchIndex; readonly word: QueryWord }[];
}

async function ask(text: string, indexes: readonly SearchIndex[], question: Question): Promise<Asked> {
  const query = await readQueries(text, indexes, question);
  const [first] = indexes;
  const asked = query(first?.lang ?? question.locale);
  // Fetched meanwhile; where it is awaited its failure is reported.
  if (asked.phrases.length > 0) searchAids().catch(() => {});
  const found = await Promise.all(
    indexes.map(async (index) => ({
      index,
      ...(await findArticles(index, query(index.lang), question.filters)),
    })),
  );
  const ranked = rankHits(
    found.flatMap(({ hits }) => hits),
    partsOf(asked),
  );
  const entries = hasFilters(question)
    ? []
    : await Promise.all(
        indexes.map(async (index) =>
          directEntries(await index.root(), query(index.lang), index.lang).map((entry) => ({
            ...entry,
            index,
          })),
        ),
      );
  const leading = await leadWithHeadline(ranked.whole, query);
  return {
    whole: await withPhrases(leading, query),
    partial: ranked.partial,
    query,
    entries: entries.flat(),
    isElsewhere: false,
    unknown: found.flatMap(({ index, unknown }) => unknown.map((word) => ({ index, word }))),
  };
}

/** A year has digits, in whatever script, or is written out in Chinese. */
const mayHaveDates = /\p{Nd}{4}|[零〇一二三四五六七八九]年/u;

/** The query as each language reads it. */
async function readQueries(
  text: string,
  indexes: readonly SearchIndex[],
  { locale }: Question,
): Promise<(lang: string) => Query> {
  const locales = locale.startsWith('en') ? [locale] : [locale, 'en'];
  const dates = mayHaveDates.test(text)
    ? (await searchDates()).findDates(text, locales, { fold, wordsOf })
    : [];
  const queries = new Map<string, Query>();
  for (const index of indexes) {
    const [{ skipped }] = await Promise.all([index.root(), index.loadStemmer()]);
    queries.set(index.lang, readQuery(text, { lang: index.lang, skipped, dates }));
  }
  return (lang) => queries.get(lang) ?? noQuery;
}

async function further(asked: Asked, question: Question): Promise<Asked> {
  // Pages are read first: fetched beside the script that reads them, which tells of a failure.
  for (const index of question.indexes) index.pages().catch(() => {});
  const { askFurther } = await searchFurther();
  return await askFurther(asked, question, {
    ask: (text) => ask(text, question.indexes, question),
    fold,
    termsOfWord,
    wordsOf,
  });
}

function isFound({ whole, entries }: Asked): boolean {
  return whole.length + entries.length > 0;
}

function hasFilters({ filters }: Question): boolean {
  return Object.values(filters).some((value) => value !== '');
}

/** How many of the best are compared by their headlines: those whose parts are fetched to be shown. */
const comparedHits = 10;

/** Of the best, those first whose headline is what was typed, or has it in one piece. */
async function leadWithHeadline(
  hits: readonly Hit[],
  query: (lang: string) => Query,
): Promise<readonly Hit[]> {
  const { length } = query(hits[0]?.index.lang ?? 'en').words;
  if (hits.length < 2 || length < 2) return hits;
  const compared = await Promise.all(
    hits.slice(0, comparedHits).map(async (hit) => {
      const title = foldedWords((await hit.index.article(hit.block, hit.number))?.title ?? '');
      const { whole } = query(hit.index.lang);
      return { hit, bonus: title === whole ? 3 : title.includes(whole) ? 1.5 : 1 };
    }),
  );
  compared.sort((a, b) => b.hit.score * b.bonus - a.hit.score * a.bonus);
  return [...compared.map(({ hit }) => hit), ...hits.slice(comparedHits)];
}

/** Articles that are read whole to see whether they have a phrase. */
const maximumRead = 24;

/** Of the articles with all words those that have the phrases; all of them where none has. */
async function withPhrases(hits: readonly Hit[], query: (lang: string) => Query): Promise<readonly Hit[]> {
  const { phrases } = query(hits[0]?.index.lang ?? 'en');
  if (phrases.length === 0) return hits;
  const checked = await Promise.all(
    hits.slice(0, maximumRead).map(async (hit) => {
      const result = await hit.index.article(hit.block, hit.number);
      if (result === undefined) return [];
      const known = foldedWords(`${result.title} · ${result.summary}`);
      if (phrases.every((phrase) => known.includes(phrase))) return [hit];
      const { textOfPage } = await searchAids();
      const text = foldedWords(await textOfPage(result.href));
      return phrases.every((phrase) => text.includes(phrase)) ? [hit] : [];
    }),
  );
  const kept = checked.flat();
  return kept.length > 0 ? kept : hits;
}
