/**
 * Edits front matter as text: one value changes, and with it the lines that hold it. Comments, order, quotes and line
 * folds of everything else stay as they were typed. Every edit is read back: it is made only if the front matter then
 * holds exactly the old data with the one change. Pure; runs in a browser.
 */

import {
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import { splitFrontMatter } from '../content/front-matter.ts';
import { readYaml } from '../content/yaml-document.ts';
import { type DataPath, type DataStep, dataAt, isFree, stepsBetween, withValue } from './data-steps.ts';
import { isPlainList, isPlainMap, isSameData, type PlainData, type PlainMap } from './plain-data.ts';
import { applyToText, editBetween, type TextEdit } from './story-text.ts';
import { flowText, isShortList, itemLines, pairLines, scalarText } from './yaml-text.ts';

export interface FrontMatterBlock {
  /** Whole lines, without the fences. */
  readonly yaml: string;
  /** Where they begin in the text. */
  readonly start: number;
}

export type FrontMatterEdit =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly reason: 'unreadable' | 'impossible' };

/** @param text of the whole file, with `\n` line ends and without a byte order mark */
export function frontMatterBlock(text: string): FrontMatterBlock | undefined {
  const split = splitFrontMatter(text, '');
  if (!split.ok) return undefined;
  const start = text.indexOf('\n') + 1;
  const { yaml, bodyLine, yamlLine } = split.file;
  return { yaml: bodyLine - yamlLine < 2 ? '' : `${yaml}\n`, start };
}

/** The data of the front matter; undefined while it cannot be read. */
export function readFrontMatter(text: string): PlainMap | undefined {
  const block = frontMatterBlock(text);
  return block && dataOf(block.yaml);
}

/**
 * Sets or removes one value. The edits apply one after the other.
 * @param keyOrder in which new keys of the front matter are put
 */
export function editFrontMatter(
  text: string,
  path: DataPath,
  value: PlainData | undefined,
  keyOrder: readonly string[],
): FrontMatterEdit {
  const block = frontMatterBlock(text);
  const before = block && dataOf(block.yaml);
  if (block === undefined || before === undefined) return { ok: false, reason: 'unreadable' };
  if (!isFree(before, path)) return { ok: false, reason: 'impossible' };
  let { yaml } = block;
  const edits: TextEdit[] = [];
  for (const step of stepsBetween(before, withValue(before, path, value))) {
    const next = applyStep(yaml, step, keyOrder);
    if (next === undefined) return { ok: false, reason: 'impossible' };
    const edit = editBetween(yaml, next);
    if (edit !== undefined)
      edits.push({ from: edit.from + block.start, to: edit.to + block.start, insert: edit.insert });
    yaml = next;
  }
  return { ok: true, edits };
}

function dataOf(yaml: string): PlainMap | undefined {
  if (yaml.trim() === '') return {};
  const { value, diagnostics } = readYaml(yaml, '', 1);
  if (diagnostics.length > 0) return undefined;
  return value === null || value === undefined ? {} : isPlainMap(value) ? value : undefined;
}

/** Tries the smallest way first; what does not read back as it must is thrown away. */
function applyStep(yaml: string, step: DataStep, keyOrder: readonly string[]): string | undefined {
  const before = dataOf(yaml);
  if (before === undefined) return undefined;
  const value = step.kind === 'remove' ? undefined : step.value;
  const expected = withValue(before, step.path, value);
  for (const edit of [...waysOf(yaml, step, keyOrder), ...wholeKey(yaml, step.path, expected)]) {
    const next = applyToText(yaml, [edit]);
    if (isSameData(dataOf(next), expected)) return next;
  }
  return undefined;
}

function waysOf(yaml: string, step: DataStep, keyOrder: readonly string[]): readonly TextEdit[] {
  const document = parse(yaml);
  const key = step.path.at(-1) ?? '';
  const parentPath = step.path.slice(0, -1);
  const parent = parentPath.length === 0 ? document.contents : document.getIn(parentPath, true);
  switch (step.kind) {
    case 'replace':
      return replacing(yaml, document.getIn(step.path, true), parent, key, step.value);
    case 'add':
      return adding(yaml, parent, key, step.value, parentPath.length === 0 ? keyOrder : []);
    case 'remove':
      return removing(yaml, parent, key);
  }
}

function replacing(
  yaml: string,
  node: unknown,
  parent: unknown,
  key: string | number,
  value: PlainData,
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  if (
    isScalar(node) &&
    node.range &&
    node.range[0] < node.range[1] &&
    !isPlainMap(value) &&
    !isPlainList(value)
  ) {
    const [from, to] = node.range;
    const isBlock = node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL';
    const end = isBlock ? '\n' : '';
    if (typeof value === 'string') {
      edits.push({ from, to, insert: scalarText(value, node, yaml) });
      edits.push({ from, to, insert: JSON.stringify(value) + end });
    } else edits.push({ from, to, insert: String(value) + end });
  }
  // A name that becomes a list of names stays on its line, with what follows it there.
  if (isScalar(node) && node.range && isCollectionOnOneLine(value, parent))
    edits.push({ from: node.range[0], to: node.range[1], insert: flowText(value) });
  if (isCollection(node) && node.flow === true && node.range)
    edits.push({ from: node.range[0], to: node.range[1], insert: flowText(value) });
  const pair = pairOf(parent, key);
  if (pair !== undefined && isMap(parent) && parent.flow !== true && typeof key === 'string') {
    const indent = indentAt(yaml, pair.start);
    if (indent !== undefined)
      edits.push({
        from: pair.start - indent.length,
        to: lineEndAfter(yaml, pair.end),
        insert: pairLines(key, value, indent),
      });
  }
  return edits;
}

/** Inside of brackets nothing else can stand; elsewhere short lists of words do. */
function isCollectionOnOneLine(value: PlainData, parent: unknown): boolean {
  if (isCollection(parent) && parent.flow === true) return isPlainMap(value) || isPlainList(value);
  return isPlainList(value) && isShortList(value);
}

function adding(
  yaml: string,
  parent: unknown,
  key: string | number,
  value: PlainData,
  keyOrder: readonly string[],
): readonly TextEdit[] {
  if (parent === null || parent === undefined)
    return typeof key === 'string'
      ? [{ from: yaml.length, to: yaml.length, insert: pairLines(key, value, '') }]
      : [];
  if (!isCollection(parent) || !parent.range) return [];
  if (parent.flow === true) {
    const text = typeof key === 'string' ? flowText({ [key]: value }).slice(1, -1) : flowText(value);
    const last = lastEnd(parent);
    const at = last ?? parent.range[1] - 1;
    return [{ from: at, to: at, insert: last === undefined ? text : `, ${text}` }];
  }
  if (isSeq(parent)) {
    const indent = ' '.repeat(columnOf(yaml, parent.range[0]));
    const at = lineEndAfter(yaml, lastEnd(parent) ?? parent.range[1]);
    return [{ from: at, to: at, insert: itemLines(value, indent) }];
  }
  if (!isMap(parent) || typeof key !== 'string') return [];
  const indent = ' '.repeat(columnOf(yaml, parent.range[0]));
  const place = keyOrder.indexOf(key);
  const before = parent.items.findLast(
    ({ key: one }) => place < 0 || (isScalar(one) && keyOrder.indexOf(String(one.value)) < place),
  );
  const pair = before && rangeOf(before);
  const at = pair === undefined ? parent.range[0] - indent.length : lineEndAfter(yaml, pair.end);
  return [{ from: at, to: at, insert: pairLines(key, value, indent) }];
}

function removing(yaml: string, parent: unknown, key: string | number): readonly TextEdit[] {
  if (!isCollection(parent)) return [];
  const range =
    isSeq(parent) && typeof key === 'number' ? nodeRange(parent.items[key]) : pairOf(parent, String(key));
  if (range === undefined) return [];
  if (parent.flow === true) {
    const after = /^\s*,\s*/u.exec(yaml.slice(range.end))?.[0] ?? '';
    const before = after === '' ? (/\s*,\s*$/u.exec(yaml.slice(0, range.start))?.[0] ?? '') : '';
    return [{ from: range.start - before.length, to: range.end + after.length, insert: '' }];
  }
  const from = yaml.lastIndexOf('\n', range.start - 1) + 1;
  const isAlone = /^[ \t]*(?:-[ \t]+)?$/u.test(yaml.slice(from, range.start));
  if (!isAlone) return [];
  // The first key behind a hyphen: the next one takes its place.
  const next = isMap(parent) && parent.items.length > 1 && isFirst(parent, key) ? parent.items[1] : undefined;
  const edits: TextEdit[] = [];
  if (next !== undefined && yaml.slice(from, range.start).includes('-'))
    edits.push({ from: range.start, to: rangeOf(next)?.start ?? range.start, insert: '' });
  edits.push({ from, to: lineEndAfter(yaml, range.end), insert: '' });
  return edits;
}

function isFirst({ items: [first] }: YAMLMap, key: string | number): boolean {
  return isScalar(first?.key) && first.key.value === key;
}

/** The whole value of the outermost key, on one line: where nothing smaller is right. */
function wholeKey(yaml: string, [key]: DataPath, expected: PlainData): readonly TextEdit[] {
  const pair = typeof key === 'string' ? pairOf(parse(yaml).contents, key) : undefined;
  if (pair === undefined || typeof key !== 'string') return [];
  const value = dataAt(expected, [key]);
  const to = lineEndAfter(yaml, pair.end);
  return value === undefined
    ? [{ from: pair.start, to, insert: '' }]
    : [
        { from: pair.start, to, insert: pairLines(key, value, '') },
        { from: pair.start, to, insert: `${flowText({ [key]: value }).slice(1, -1)}\n` },
      ];
}

function parse(yaml: string) {
  return parseDocument(yaml, { version: '1.2', schema: 'core', merge: false, stringKeys: true });
}

interface TextRange {
  readonly start: number;
  readonly end: number;
}

function pairOf(map: unknown, key: string | number): TextRange | undefined {
  if (!isMap(map)) return undefined;
  const pair = map.items.find((one) => isScalar(one.key) && one.key.value === key);
  return pair && rangeOf(pair);
}

function rangeOf(pair: Pair): TextRange | undefined {
  const key = nodeRange(pair.key);
  const value = nodeRange(pair.value);
  return key && { start: key.start, end: Math.max(value?.end ?? 0, key.end) };
}

function nodeRange(node: unknown): TextRange | undefined {
  if (isPair(node)) return rangeOf(node);
  const range = isNodeWithRange(node) ? node.range : undefined;
  // Block collections take in what follows them; their last entry says where they end.
  if (isCollection(node) && node.flow !== true && range) {
    return { start: range[0], end: lastEnd(node) ?? range[1] };
  }
  return range ? { start: range[0], end: range[1] } : undefined;
}

function isNodeWithRange(node: unknown): node is Node & { range: [number, number, number] } {
  return (isScalar(node) || isCollection(node)) && Array.isArray(node.range);
}

function lastEnd(node: unknown): number | undefined {
  if (!isCollection(node)) return undefined;
  return nodeRange(node.items.at(-1))?.end;
}

/** Behind the line end that follows; a block scalar has it already. */
function lineEndAfter(yaml: string, offset: number): number {
  if (offset > 0 && yaml[offset - 1] === '\n') return offset;
  const end = yaml.indexOf('\n', offset);
  return end < 0 ? yaml.length : end + 1;
}

function columnOf(yaml: string, offset: number): number {
  return offset - (yaml.lastIndexOf('\n', offset - 1) + 1);
}

/** The spaces in front of a place; undefined where something else stands there. */
function indentAt(yaml: string, offset: number): string | undefined {
  const before = yaml.slice(yaml.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^ *$/u.test(before) ? before : undefined;
}
