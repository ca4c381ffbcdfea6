/**
 * The words of a front matter that readers see (headline, summary, captions, corrections), line by line as
 * `markdown/prose.ts` gives those of the body. A text with escapes or over several lines is left out: there a place in
 * the text is no place in the file. Never throws.
 */

import { isMap, isNode, isPair, isScalar, isSeq, type Node, parseDocument, type Scalar } from 'yaml';
import type { ProseLine } from '../markdown/prose.ts';

const kinds: Readonly<Record<string, ProseLine['kind']>> = {
  title: 'headline',
  name: 'headline',
  summary: 'summary',
  caption: 'caption',
  alt: 'alt',
  text: 'summary',
};
/** Front matter nests three deep. */
const maximumDepth = 4;

/** @param firstLine line in the file of the first line of `yaml`, from 1 */
export function frontMatterProse(yaml: string, firstLine: number): ProseLine[] {
  const document = parseDocument(yaml, {
    version: '1.2',
    schema: 'core',
    prettyErrors: false,
    stringKeys: true,
  });
  if (document.errors.length > 0) return [];
  const output: ProseLine[] = [];
  const visit = (node: unknown, depth: number): void => {
    if (depth > maximumDepth) return;
    if (isSeq(node)) for (const item of node.items) visit(item, depth + 1);
    if (!isMap(node)) return;
    for (const pair of node.items) {
      if (!isPair(pair) || !isScalar(pair.key)) continue;
      const kind = kinds[String(pair.key.value)];
      const text = kind !== undefined && isScalar(pair.value) ? typedText(pair.value, yaml) : undefined;
      if (kind === undefined || text === undefined) {
        if (isNode(pair.value)) visit(pair.value, depth + 1);
        continue;
      }
      const before = yaml.slice(0, text.start);
      output.push({
        line: firstLine + before.split('\n').length - 1,
        column: text.start - before.lastIndexOf('\n'),
        text: text.words,
        kind,
        block: -1 - output.length,
      });
    }
  };
  visit(document.contents, 0);
  return output;
}

/** The words of a scalar where they stand in the file as they are read. */
function typedText(
  node: Node & Scalar,
  yaml: string,
): { readonly words: string; readonly start: number } | undefined {
  const [start, end] = node.range ?? [0, 0];
  const quotes = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0;
  const words = yaml.slice(start + quotes, end - quotes);
  const isAsTyped = node.value === words && !words.includes('\n') && words !== '';
  return isAsTyped ? { words, start: start + quotes } : undefined;
}
