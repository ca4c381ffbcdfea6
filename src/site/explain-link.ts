/** What to write instead of a link that leads nowhere: the words of a `broken-link`. Files are relative to `content/`. */

import path from 'node:path/posix';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { listSome } from '../text/list-some.ts';

export interface LinkExplanation {
  readonly message: string;
  readonly hint: string;
}

/** `www.example.com`, `news.example.edu/page`: typed without https://. */
const webAddress =
  /^(?:www\.[^/]+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|int|info|cn|eu|uk|de|fr|jp))(?:\/|$)/iu;
const mailAddress = /^[^\s/@]+@[\w-]+(?:\.[\w-]+)+$/u;

export function explainMissingFile(file: string, from: string, files: Iterable<string>): LinkExplanation {
  const typed = path.relative(path.dirname(from), file);
  const known = knownAddress(typed);
  if (known !== undefined) return known;
  const folder = path.dirname(file);
  const beside = [...files].filter((other) => path.dirname(other) === folder && !other.endsWith('.md'));
  const guess = didYouMean(
    path.basename(file),
    beside.map((other) => path.basename(other)),
  );
  return {
    message: `There is no file ${path.basename(file)} ${folder === path.dirname(from) ? 'beside the article' : `in ${folder}`}.`,
    hint:
      guess === undefined ? 'Put the file into that folder, or take the link out.' : `Did you mean ${guess}?`,
  };
}

export function explainMissingDocument(
  file: string,
  from: string,
  documents: Iterable<string>,
): LinkExplanation {
  const typed = path.relative(path.dirname(from), file);
  const known = knownAddress(typed.replace(/\/index\.md$/u, ''));
  if (known !== undefined) return known;
  // Folders of years and the name index.md are the same for all: what a story is called tells it.
  const byName = new Map<string, string>();
  // Of the languages of a document the one that was typed, else that of the text with the link.
  const wanted = [path.basename(file), path.basename(from)];
  const rankOf = (document: string) =>
    (wanted.indexOf(path.basename(document)) + wanted.length + 1) % (wanted.length + 1);
  for (const document of documents) {
    const name = nameOf(document);
    const before = byName.get(name);
    if (before === undefined || rankOf(document) < rankOf(before)) byName.set(name, document);
  }
  const guess = byName.get(didYouMean(nameOf(file), [...byName.keys()]) ?? '');
  return {
    message: `The link leads to ${file}, which does not exist.`,
    hint:
      guess === undefined
        ? 'Link to another article by its file: ../../2024/its-folder/index.md'
        : `Did you mean ${path.relative(path.dirname(from), guess)}?`,
  };
}

export function explainMissingHeading(
  file: string,
  fragment: string,
  ids: readonly string[],
): LinkExplanation {
  const guess = didYouMean(fragment, ids);
  return {
    message: `${file} has no heading "#${fragment}".`,
    hint:
      guess !== undefined
        ? `Did you mean #${guess}?`
        : ids.length === 0
          ? 'Leave out what follows the #.'
          : `Headings there: ${listSome(ids.map((id) => `#${id}`))}; or leave out what follows the #.`,
  };
}

function knownAddress(typed: string): LinkExplanation | undefined {
  if (mailAddress.test(typed)) {
    return { message: `"${typed}" is an e-mail address.`, hint: `Write mailto: before it: mailto:${typed}` };
  }
  if (webAddress.test(typed)) {
    return {
      message: `"${typed}" is a web address without its beginning.`,
      hint: `Write it whole: https://${typed}`,
    };
  }
  return undefined;
}

function nameOf(document: string): string {
  const [name = ''] = path.basename(document).split('.');
  return name === 'index' ? path.basename(path.dirname(document)) : name;
}
