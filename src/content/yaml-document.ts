/**
 * YAML 1.2 (core schema) with positions. Aliases, anchors, custom tags and merge keys are refused before
 * anything is expanded, so no document can grow or become anything but plain data.
 */

import { isAlias, isMap, isNode, isPair, isScalar, type Node, parseDocument, visit } from 'yaml';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import { composedData } from '../text/composed.ts';
import { withoutFoldedSpaces } from '../text/line-ends.ts';
import { examineText } from './decoded-text.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { explainYaml, quoteText } from './yaml-words.ts';

/** Front matter with the captions of 300 photos has 50,000 characters. */
export const maximumYamlLength = 50_000;
/** `site.yaml` with 10,000 topics has 400,000. */
const maximumSettingsLength = 500_000;
/** The parser takes minutes for thousands of brackets in brackets; content needs three. */
const maximumYamlDepth = 50;

export type YamlPath = readonly (string | number)[];

export interface YamlDocument {
  /** Plain data; undefined when the document has errors. */
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
  /** What is wrong with texts of a document that can be used all the same. */
  readonly notices: readonly Diagnostic[];
  /** The scalar at a path as it is typed, with its quotation marks; undefined where there is none of one line. */
  readonly typedAt: (path: YamlPath) => string | undefined;
  /** Whether a line of the document is the same as this one. */
  readonly hasLine: (line: string) => boolean;
  /** Where the value at a path stands; the nearest parent's place when it is not there. */
  readonly placeOf: (path: YamlPath) => Place;
  /** Where a key stands, as distinct from its value. */
  readonly keyPlaceOf: (path: YamlPath, key: string) => Place;
  /** What follows a # behind the value at a path. */
  readonly commentAt: (path: YamlPath) => string | undefined;
}

/**
 * @param text the YAML alone
 * @param file shown in diagnostics
 * @param firstLine the line of the file on which `text` begins, from 1
 */
export function readYaml(text: string, file: string, firstLine: number): YamlDocument {
  const value = text.length > maximumYamlLength ? undefined : readPlainYaml(text);
  return value === undefined
    ? parseFrontMatter(text, file, firstLine)
    : plainDocument(value, () => parseFrontMatter(text, file, firstLine));
}

/** The same by the parser alone. */
export function parseFrontMatter(text: string, file: string, firstLine: number): YamlDocument {
  return readBounded(text, file, firstLine, {
    length: maximumYamlLength,
    hint: 'If the story itself stands in it, put a line with --- above its first paragraph.',
  });
}

/** A document without a mistake, which is parsed when a place in it is asked for. */
function plainDocument(value: unknown, parse: () => YamlDocument): YamlDocument {
  let document: YamlDocument | undefined;
  const parsed = (): YamlDocument => {
    document ??= parse();
    return document;
  };
  return {
    value,
    diagnostics: [],
    notices: [],
    typedAt: (path) => parsed().typedAt(path),
    hasLine: (line) => parsed().hasLine(line),
    placeOf: (path) => parsed().placeOf(path),
    keyPlaceOf: (path, key) => parsed().keyPlaceOf(path, key),
    commentAt: (path) => parsed().commentAt(path),
  };
}

/** A whole file of settings. */
export function readSettingsYaml(text: string, file: string): YamlDocument {
  return readBounded(text, file, 1, {
    length: maximumSettingsLength,
    hint: 'Take out what the site no longer needs.',
  });
}

interface LengthBound {
  readonly length: number;
  readonly hint: string;
}

function readBounded(text: string, file: string, firstLine: number, bound: LengthBound): YamlDocument {
  const excess = findExcess(text, bound);
  if (excess === undefined) return parseYaml(text, file, firstLine);
  const document = parseYaml(text.slice(0, text.indexOf('\n') + 1), file, firstLine);
  return { ...document, value: undefined, diagnostics: [{ ...excess, file, line: firstLine + excess.line }] };
}

/** What no honest text has and the parser cannot bear; its line counts from 0. */
function findExcess(text: string, bound: LengthBound): Omit<Diagnostic, 'file'> | undefined {
  const refuse = (line: number, column: number, message: string, hint: string): Omit<Diagnostic, 'file'> => ({
    code: 'invalid-yaml',
    severity: 'error',
    line,
    column,
    endColumn: column + 1,
    message,
    hint,
  });
  if (text.length > bound.length) {
    return refuse(
      0,
      1,
      `This block has ${text.length.toLocaleString('en')} characters; it may have ${bound.length.toLocaleString('en')}.`,
      bound.hint,
    );
  }
  let depth = 0;
  for (const [line, words] of text.split('\n').entries()) {
    for (let column = 0; column < words.length; column += 1) {
      const character = words[column];
      if (character === '[' || character === '{') depth += 1;
      else if ((character === ']' || character === '}') && depth > 0) depth -= 1;
      if (depth > maximumYamlDepth) {
        return refuse(line, column + 1, 'Too many brackets are open here.', 'Close them, or take them out.');
      }
    }
  }
  return undefined;
}

function parseYaml(text: string, file: string, firstLine: number): YamlDocument {
  const starts = lineStarts(text);
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    uniqueKeys: true,
    prettyErrors: false,
    stringKeys: true,
  });
  const placeAt = (start: number, end: number): Place => {
    const line = lineOf(starts, start);
    const lineStart = starts[line] ?? 0;
    const column = start - lineStart + 1;
    const lineEnd = lineOf(starts, end) > line ? lineLength(text, start) + column : end - lineStart + 1;
    return { file, line: line + firstLine, column, endColumn: Math.max(lineEnd, column + 1) };
  };
  const placeOfNode = (node: Node): Place => {
    const [start, end] = node.range ?? [0, 1, 1];
    return placeAt(start, end);
  };
  const diagnostics: Diagnostic[] = [];
  const report = (start: number, end: number, message: string, hint: string) =>
    diagnostics.push({ code: 'invalid-yaml', severity: 'error', ...placeAt(start, end), message, hint });
  // One slip makes the parser stumble more than once; the first word about a line is the one that helps.
  const explainedLines = new Set<number>();
  for (const { code, message: words, pos } of [...document.errors, ...document.warnings]) {
    const { start, end, ...explanation } = explainYaml(code, words, text, pos);
    const place = placeAt(start, end);
    if (explainedLines.has(place.line)) continue;
    explainedLines.add(place.line);
    diagnostics.push({ ...explanation, severity: 'error', ...place });
  }
  const notices: Diagnostic[] = [];
  const examine = (value: string, start: number, end: number) => {
    const fault = examineText(value, text.slice(start, end));
    if (fault === undefined) return;
    const { isFatal, stretch = [0, end - start], ...words } = fault;
    (isFatal ? diagnostics : notices).push({
      ...words,
      ...placeAt(start + stretch[0], start + stretch[1]),
    });
  };
  visit(document, {
    Node: (_key, node) => {
      const [start, end] = node.range ?? [0, 1];
      if (isScalar(node) && typeof node.value === 'string') {
        examine(node.value, start, end);
        const source = text.slice(start, end).trimEnd();
        if (source.includes('\n')) node.value = withoutFoldedSpaces(node.value, source);
      }
      if (explainedLines.has(placeAt(start, start + 1).line)) return;
      const rest = text.slice(start, start + lineLength(text, start));
      if (isAlias(node)) {
        report(
          start,
          end,
          `A text may not begin with *: YAML takes *${node.source} for an alias, which content does not need.`,
          `Put the text in quotes: ${quoteText(text.slice(start, end))}`,
        );
      } else if (node.anchor !== undefined) {
        const anchor = text.lastIndexOf('&', start);
        report(
          anchor,
          anchor + node.anchor.length + 1,
          `A text may not begin with &: YAML takes &${node.anchor} for an anchor, which content does not need.`,
          `Put the text in quotes: ${quoteText(text.slice(anchor, start) + rest)}`,
        );
      } else if (node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:')) {
        report(
          start,
          end,
          `${node.tag} is a YAML tag, which content does not need.`,
          'Put the text in quotes.',
        );
      } else if (isScalar(node) && node.type === 'PLAIN' && typeof node.value === 'string') {
        // "Prize #1" would lose its number without a word: a comment that is meant has a space behind its #.
        const hash = /^[ \t]+#(?=\S)/u.exec(text.slice(end, end + lineLength(text, end)))?.[0];
        if (hash === undefined) return;
        report(
          end + hash.length - 1,
          end + lineLength(text, end),
          'What follows # is a comment, which is not published.',
          `If it belongs to the text, put the text in quotes: ${quoteText(rest.trimEnd())}. If not, write a space after the #.`,
        );
      }
    },
  });
  const placeOf = (path: YamlPath): Place => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node)) return length === 0 && path.length > 0 ? placeAt(0, 1) : placeOfNode(node);
    }
    return placeAt(0, 1);
  };
  const keyPlaceOf = (path: YamlPath, key: string): Place => {
    const parent = path.length === 0 ? document.contents : document.getIn(path, true);
    if (isMap(parent)) {
      for (const pair of parent.items) {
        if (isPair(pair) && isScalar(pair.key) && pair.key.value === key) return placeOfNode(pair.key);
      }
    }
    return placeOf(path);
  };
  const commentAt = (path: YamlPath): string | undefined => {
    const node = document.getIn(path, true);
    return isNode(node) ? (node.comment ?? undefined) : undefined;
  };
  const typedAt = (path: YamlPath): string | undefined => {
    const node = document.getIn(path, true);
    if (!isScalar(node) || !node.range) return undefined;
    const typed = text.slice(node.range[0], node.range[1]).trim();
    return typed === '' || typed.includes('\n') ? undefined : typed;
  };
  return {
    commentAt,
    typedAt,
    hasLine: (line) => text.split('\n').some((typed) => typed.trim() === line),
    notices,
    value: diagnostics.length === 0 ? composedData(document.toJS()) : undefined,
    diagnostics,
    placeOf,
    keyPlaceOf,
  };
}

/** Where each line begins. The parser's own counter misses lines that it reads twice. */
function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\n/gu)].map(({ index }) => index + 1)];
}

/** The line, from 0, that holds a place in the text. */
function lineOf(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function lineLength(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return (end === -1 ? text.length : end) - start;
}
