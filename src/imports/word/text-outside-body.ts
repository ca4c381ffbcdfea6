/** What a Word file holds besides its text: headers and footers, comments, and what was struck out in review. Pure. */

import { cleanText, wordsOf } from '../fold-text.ts';
import type { ImportIssue } from '../import-issue.ts';

/** @param textOfEntry the XML of one entry of the file */
export async function textOutsideBody(
  textOfEntry: (entry: string) => Promise<string | undefined>,
  file: string,
): Promise<ImportIssue[]> {
  const issues: ImportIssue[] = [];
  const report = (message: string, text: string) => {
    if (wordsOf(text).length > 0)
      issues.push({ kind: 'dropped', file, line: 1, message, text: cleanText(text) });
  };
  for (const [name, message] of [
    ['header1', 'The page header is not part of the story.'],
    ['header2', 'The page header is not part of the story.'],
    ['header3', 'The page header is not part of the story.'],
    ['footer1', 'The page footer is not part of the story.'],
    ['footer2', 'The page footer is not part of the story.'],
    ['footer3', 'The page footer is not part of the story.'],
    ['comments', 'The comments of the reviewers are not part of the story.'],
  ] as const) {
    report(message, wordText((await textOfEntry(`word/${name}.xml`)) ?? '', 't'));
  }
  report(
    'Text that was deleted while changes were tracked stays deleted.',
    wordText((await textOfEntry('word/document.xml')) ?? '', 'delText'),
  );
  return issues;
}

/** The text of Word's XML: runs joined, paragraphs parted. */
function wordText(xml: string, name: 't' | 'delText'): string {
  const pattern = new RegExp(`<w:${name}(?:\\s[^>]*)?>([^<]*)</w:${name}>|</w:p>`, 'gu');
  return [...xml.matchAll(pattern)].map(([, text]) => (text === undefined ? ' ' : decodeXml(text))).join('');
}

function decodeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
