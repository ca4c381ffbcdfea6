/** The lines of an article's HTML that tell facts of it, read and taken out of the text. Pure. */

import type { Cheerio, CheerioAPI } from 'cheerio';
import { type Facts, isFactLine, readFacts, type SourceLine } from '../facts/fact-lines.ts';
import type { LabelWords } from '../facts/label-words.ts';
import { endsSentence, wordsOf } from '../fold-text.ts';
import { type AnyNode, type Element, leafBlocks, lineOf, linesOf, textOf } from './html-tree.ts';

/** Facts stand before the first and after the last block that tells the story. */
export function takeHtmlFacts(
  $: CheerioAPI,
  root: Cheerio<AnyNode>,
  labels: LabelWords,
  file: string,
): Facts {
  const leaves = leafBlocks($, root).filter(
    (leaf) => textOf($, leaf) !== '' || $(leaf).find('img').length > 0,
  );
  const lines = leaves.map((leaf) =>
    linesOf($, leaf).map((text): SourceLine => ({ line: lineOf(leaf), text })),
  );
  const isFact = lines.map(
    (own, index) =>
      own.length > 0 &&
      $(leaves[index]).find('img').length === 0 &&
      own.some(({ text }) => isFactLine(text, labels)),
  );
  const isStory = lines.map((own, index) => {
    const text = own.map((line) => line.text).join(' ');
    return (
      isFact[index] !== true &&
      (own.length === 0 || text.length > 120 || (endsSentence(text) && wordsOf(text).length > 8))
    );
  });
  const first = isStory.indexOf(true);
  const last = isStory.lastIndexOf(true);
  const chosen: { leaf: Element; lines: SourceLine[] }[] = [];
  let isOpen = false;
  for (const [index, leaf] of leaves.entries()) {
    const isOutside = index < first || index > last;
    isOpen = isOutside && (isFact[index] === true || (isOpen && index !== first));
    if (isOutside && isOpen) chosen.push({ leaf, lines: lines[index] ?? [] });
  }
  const facts = readFacts(
    chosen.flatMap((entry) => entry.lines),
    labels,
    file,
  );
  const rest = new Set(facts.rest);
  for (const { leaf, lines: own } of chosen) {
    if (own.every((line) => !rest.has(line))) $(leaf).remove();
    else if (own.some((line) => !rest.has(line))) {
      // Of several lines in one paragraph only those stay that told nothing.
      const kept = own.filter((line) => rest.has(line)).map(({ text }) => text);
      $(leaf).text(kept.join(' '));
    }
  }
  return facts;
}
