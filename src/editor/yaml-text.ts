/** Writes plain data as YAML in the style of its surroundings. Pure; runs in a browser. */

import { Document, isCollection, isMap, isScalar, isSeq, type Scalar, visit } from 'yaml';
import type { PlainData } from './plain-data.ts';

/** Short lists of words stand on one line. */
const flowListLetters = 80;

/** A pair of a block map as whole lines. @param indent in front of its key */
export function pairLines(key: string, value: PlainData, indent: string): string {
  return indented(blockText({ [key]: value }), indent);
}

/** An entry of a block list as whole lines. @param indent in front of its hyphen */
export function itemLines(value: PlainData, indent: string): string {
  return indented(blockText([value]), indent);
}

/** Whether a list is written on one line. */
export function isShortList(list: readonly PlainData[]): boolean {
  return list.every(isWord) && flowText(list).length < flowListLetters;
}

function isWord(value: PlainData): boolean {
  return typeof value === 'object' ? value === null : !String(value).includes('\n');
}

/** On one line, whatever stands in it. */
export function flowText(value: PlainData): string {
  const document = new Document(value, { version: '1.2', schema: 'core' });
  visit(document, {
    Collection: (_, node) => {
      node.flow = true;
    },
    Scalar: (key, node) => {
      if (typeof node.value === 'string' && (/[\n,[\]{}]/u.test(node.value) || key === 'key'))
        node.type = /^[\w .-]+$/u.test(node.value) ? 'PLAIN' : 'QUOTE_DOUBLE';
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd().replace(/\n\s*/gu, ' ');
}

/** In the style of the scalar that stood there. @param source the YAML that the scalar was read from */
export function scalarText(value: string, old: Scalar, source: string): string {
  switch (old.type) {
    case 'QUOTE_DOUBLE':
      return JSON.stringify(value);
    case 'QUOTE_SINGLE':
      return /[\n\r]/u.test(value) ? JSON.stringify(value) : `'${value.replaceAll("'", "''")}'`;
    case 'BLOCK_FOLDED':
    case 'BLOCK_LITERAL':
      return blockScalar(value, old, source);
    default:
      return blockText(value).trimEnd();
  }
}

function blockScalar(value: string, old: Scalar, source: string): string {
  const [start = 0, end = 0] = old.range ?? [];
  const [header = '>-', ...lines] = source.slice(start, end).split('\n');
  const indent = /^[ \t]*/u.exec(lines.find((line) => line.trim() !== '') ?? '  ')?.[0] ?? '  ';
  const joint = old.type === 'BLOCK_FOLDED' ? '\n\n' : '\n';
  const text = value.replace(/\n$/u, '').split('\n').join(joint);
  return `${header}\n${indented(text, indent)}\n`;
}

function blockText(value: PlainData): string {
  const document = new Document(value, { version: '1.2', schema: 'core' });
  visit(document, {
    Seq: (_, node) => {
      const isShort = node.items.every((item) => isScalar(item) && !String(item.value).includes('\n'));
      if (isShort && String(node).length < flowListLetters) node.flow = true;
    },
  });
  if (isSeq(document.contents)) document.contents.flow = false;
  if (isMap(document.contents) && isCollection(document.contents)) document.contents.flow = false;
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Empty lines stay empty. */
function indented(text: string, indent: string): string {
  return text.replace(/^(?=.)/gmu, indent);
}
