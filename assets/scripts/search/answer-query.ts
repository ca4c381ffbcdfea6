/** Answers a query over the chosen indexes: tries other spellings, and other languages, before it gives up. */

import { termsOfWord, wordsOf } from '../../../src/content/terms.ts';
import { fetchPage } from '../fetch-page.ts';
import { type DirectEntry, directEntries } from './direct-entries.ts';
import { type Filters, findArticles, type Hit, type RankedHits, rankHits } from './find-articles.ts';
import { foldedWords, type Query, readQuery } from './query.ts';
import type { SearchIndex } from './search-index.ts';
import { nearestTerm } from './spelling.ts';

export interface Question {
  readonly text: string;
  readonly locale: string;
  readonly filters: Filters;
  readonly indexes: readonly SearchIndex[];
  /** Asked when these have nothing. */
  readonly otherIndexes: readonly SearchIndex[];
}

interface Correction {
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
  const answer = isWhole(asked) ? asked : await askAgain(asked, question);
  if (answer.whole.length + answer.partial.length + answer.entries.length > 0) return answer;
  const elsewhere = await ask(question.text, question.otherIndexes, question);
  return elsewhere.whole.length > 0 ? { ...elsewhere, isElsewhere: true } : answer;
}

interface Asked extends Answer {
  readonly unknown: readonly { readonly index: SearchIndex; readonly text: string }[];
}

async function ask(text: string, indexes: readonly SearchIndex[], question: Question): Promise<Asked> {
  const queries = new Map<string, Query>();
  const query = (lang: string): Query => {
    const read = queries.get(lang) ?? readQuery(text, lang, question.locale);
    queries.set(lang, read);
    return read;
  };
  const found = await Promise.all(
    indexes.map(async (index) => ({
      index,
      ...(await findArticles(index, query(index.lang), question.filters)),
    })),
  );
  const [first] = indexes;
  const { words, dates } = query(first?.lang ?? question.locale);
  const ranked = rankHits(
    found.flatMap(({ hits }) => hits),
    words.length + dates.length,
  );
  const hasFilters = Object.values(question.filters).some((value) => value !== '');
  const entries = hasFilters
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
    unknown: found.flatMap(({ index, unknown }) => unknown.map((word) => ({ index, text: word.text }))),
  };
}

function isWhole({ whole, unknown, entries }: Asked): boolean {
  return whole.length > 0 || entries.length > 0 || unknown.length === 0;
}

/** With traditional characters made simplified, else with the words next to those that stand nowhere. */
async function askAgain(asked: Asked, question: Question): Promise<Asked> {
  const [missing] = asked.unknown;
  if (missing === undefined) return asked;
  const { index, text: typed } = missing;
  if (/\p{Script=Han}/u.test(typed)) {
    if (!index.lang.startsWith('zh')) return asked;
    const text = await index.simplify(question.text);
    return text === question.text ? asked : await ask(text, question.indexes, question);
  }
  const [word] = readQuery(`${typed} `, index.lang).words;
  const term = word === undefined ? undefined : await nearestTerm(index, word);
  if (term === undefined) return asked;
  const again = await ask(
    question.text.replace(typed, () => term),
    question.indexes,
    question,
  );
  const [best] = again.whole;
  if (best === undefined) return asked;
  return { ...again, correction: { typed, word: await spelledAs(best, term) } };
}

/** The word of a term as a headline or summary spells it; else the term itself. */
async function spelledAs({ index, block, number }: Hit, term: string): Promise<string> {
  const result = await index.article(block, number);
  const words = wordsOf(`${result?.title ?? ''} ${result?.summary ?? ''}`);
  return words.find(({ text }) => termsOfWord(text, index.lang).includes(term))?.text ?? term;
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
      const text = foldedWords(await textOfPage(result.href));
      return phrases.every((phrase) => text.includes(phrase)) ? [hit] : [];
    }),
  );
  const kept = checked.flat();
  return kept.length > 0 ? kept : hits;
}

async function textOfPage(href: string): Promise<string> {
  const page = await fetchPage(href).catch(() => undefined);
  return page?.querySelector('main')?.textContent ?? '';
}
