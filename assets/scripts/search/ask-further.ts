/** What is asked where no article has all of a query: the newsroom's own pages, then what may be meant by it. */

import type { Word } from '../../../src/content/terms.ts';
import type { Asked, Correction, Question } from './answer-query.ts';
import { otherReadings } from './other-readings.ts';
import { pagesSaying } from './pages-saying.ts';
import type { WordTools } from './spelling.ts';

/** Handed in, because the search has stems loaded. */
interface FurtherTools extends WordTools {
  readonly ask: (text: string) => Promise<Asked>;
  readonly wordsOf: (text: string) => readonly Word[];
}

/** How many of the articles found may say how a word is spelled: those that are fetched to be shown. */
const maximumSpelling = 10;

export async function askFurther(asked: Asked, question: Question, tools: FurtherTools): Promise<Asked> {
  const known = await withPages(asked, question);
  return known.entries.length > 0 ? known : await askAgain(known, question, tools);
}

/** With the query as it may be meant, where words of it stand nowhere; as it was asked where nothing is better. */
async function askAgain(asked: Asked, question: Question, tools: FurtherTools): Promise<Asked> {
  const [missing] = asked.unknown;
  if (missing === undefined) return asked;
  const { index } = missing;
  const words = asked.unknown.filter((one) => one.index === index).map(({ word }) => word);
  let best = asked;
  const readings = otherReadings({ index, text: question.text, words }, tools);
  for await (const { text, words: replaced } of readings) {
    const again = await tools.ask(text);
    if (worth(again) <= worth(best)) continue;
    best = { ...again, ...(await correctionOf(again, replaced, tools)) };
    if (again.whole.length > 0) break;
  }
  return best;
}

/** How many words the best of what was found has. */
function worth(asked: Asked): number {
  if (asked.whole.length + asked.entries.length > 0) return Number.POSITIVE_INFINITY;
  return Math.max(0, ...asked.partial.map(({ parts }) => parts));
}

/** What to say of the words that were replaced: as what was found spells them. */
async function correctionOf(
  { whole, partial, entries }: Asked,
  replaced: readonly (readonly [typed: string, meant: string])[],
  { termsOfWord, wordsOf }: FurtherTools,
): Promise<{ readonly correction?: Correction }> {
  if (replaced.length === 0) return {};
  const hits = [...whole, ...partial].slice(0, maximumSpelling);
  const results = await Promise.all(hits.map(({ index, block, number }) => index.article(block, number)));
  const lang = [...hits, ...entries][0]?.index.lang ?? 'en';
  const words = [
    ...entries.map(({ name }) => name),
    ...results.map((result) => `${result?.title} ${result?.summary} ${result?.topic}`),
  ].flatMap((text) => wordsOf(text).map((word) => word.text));
  const spell = (meant: string) => {
    const [term] = termsOfWord(meant, lang);
    return words.find((word) => termsOfWord(word, lang)[0] === term) ?? meant;
  };
  return {
    correction: {
      typed: replaced.map(([typed]) => typed).join(' '),
      word: replaced.map(([, meant]) => meant.split(' ').map(spell).join(' ')).join(' '),
    },
  };
}

/** With the newsroom's own pages whose text says more of the query than any article. */
async function withPages(asked: Asked, question: Question): Promise<Asked> {
  if (Object.values(question.filters).some((value) => value !== '')) return asked;
  const found = await Promise.all(
    question.indexes.map(async (index) => {
      const { words } = asked.query(index.lang);
      if (words.length === 0) return [];
      return pagesSaying(await index.pages(), words, worth(asked)).map((entry) => ({ ...entry, index }));
    }),
  );
  return { ...asked, entries: found.flat() };
}
