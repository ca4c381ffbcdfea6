/**
 * What a page shows besides the article that was found in it: the lines around the text that tell facts of it, and all
 * the rest, which is reported. Pure.
 */

import type { CheerioAPI } from 'cheerio';
import { type DateHint, type Facts, isFactLine, readFacts, type SourceLine } from '../facts/fact-lines.ts';
import type { LabelWords } from '../facts/label-words.ts';
import { wordsOf } from '../fold-text.ts';
import type { IssueList } from '../import-issue.ts';
import type { ImportedArticle, ImportedBlock, PhotoSource, Reading } from '../imported-article.ts';
import { KnownWords, textsOf } from './article-words.ts';
import { addressesOf } from './html-photo.ts';
import { leafBlocks, lineOf, linesOf, textOf } from './html-tree.ts';
import { isDecoration } from './tiny-pictures.ts';

/** Facts that stand right under the headline or right below the text. */
export function readFactsAround(
  page: CheerioAPI,
  title: string | undefined,
  blocks: readonly ImportedBlock[],
  labels: LabelWords,
  file: string,
  hint: DateHint,
): Facts {
  const leaves = leafBlocks(page('body')).filter((leaf) => textOf(page, leaf) !== '');
  const words = leaves.map((leaf) => wordsOf(textOf(page, leaf)).join(' '));
  const text = new KnownWords(blocks.flatMap(textsOf));
  const titleWords = wordsOf(title ?? '').join(' ');
  const isInside = words.map((own) => own !== '' && own !== titleWords && text.has(own));
  const opening = isInside.indexOf(true);
  const above = words.lastIndexOf(titleWords, opening === -1 ? undefined : opening);
  // A lead photo and its caption may stand above the headline.
  const headline = above === -1 && opening !== -1 ? words.indexOf(titleWords, opening) : above;
  const first = above === -1 ? isInside.indexOf(true, headline + 1) : opening;
  const last = isInside.lastIndexOf(true);
  const lines: SourceLine[] = [];
  let isOpen = false;
  for (const [index, leaf] of leaves.entries()) {
    const isNear =
      (index > headline && headline !== -1 && index <= headline + 4 && index < first) ||
      (index > last && index <= last + 8);
    const own = linesOf(page, leaf).map((line): SourceLine => ({ line: lineOf(leaf), text: line }));
    isOpen =
      isNear && isInside[index] !== true && (isOpen || own.some((line) => isFactLine(line.text, labels)));
    if (isOpen) lines.push(...own);
  }
  return readFacts(lines, labels, file, hint);
}

/** Pictures that the page shows and the article does not have. */
export function reportOtherPhotos(
  page: CheerioAPI,
  { blocks }: ImportedArticle,
  findPhoto: (address: string) => PhotoSource,
  issues: IssueList,
): void {
  const nameOf = (source: PhotoSource) => (source.kind === 'file' ? source.file : source.name);
  const taken = new Set(
    blocks.flatMap((block) =>
      block.kind === 'photos' ? block.photos.map(({ source }) => nameOf(source)) : [],
    ),
  );
  const said = issues.entries.map(({ text }) => text ?? '');
  for (const image of page('img').toArray()) {
    const addresses = addressesOf(page, image);
    const [address = ''] = addresses;
    if (isDecoration(image, address) || addresses.some((one) => taken.has(nameOf(findPhoto(one))))) continue;
    if (said.some((text) => text.includes(address))) continue;
    taken.add(nameOf(findPhoto(address)));
    issues.add('dropped', lineOf(image), 'This picture of the page does not belong to the article.', address);
  }
}

/** Everything that the page shows and the article does not have, in stretches. */
export function reportRest(
  page: CheerioAPI,
  article: ImportedArticle,
  readings: readonly Reading[],
  issues: IssueList,
): void {
  const known = [
    article.title?.value,
    article.summary?.value,
    ...article.topics.map(({ value }) => value),
    ...article.credits.map(({ name }) => name),
    ...readings.map(({ text }) => text),
    ...issues.entries.map(({ text }) => text),
    ...article.blocks.flatMap(textsOf),
  ];
  const words = new KnownWords(known);
  let stretch: SourceLine | undefined;
  const end = () => {
    if (stretch !== undefined)
      issues.add(
        'dropped',
        stretch.line,
        'This part of the page does not belong to the article.',
        stretch.text,
      );
    stretch = undefined;
  };
  for (const leaf of leafBlocks(page('body'))) {
    const text = textOf(page, leaf);
    const own = wordsOf(text).join(' ');
    if (own === '') continue;
    if (words.has(own)) end();
    else
      stretch = {
        line: stretch?.line ?? lineOf(leaf),
        text: stretch === undefined ? text : `${stretch.text} / ${text}`,
      };
  }
  end();
}
