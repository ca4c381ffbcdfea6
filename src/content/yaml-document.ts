/**
 * YAML 1.2 (core schema) with positions. Aliases, anchors, custom tags and merge keys are refused before
 * anything is expanded, so no document can grow or become anything but plain data.
 */

import { isAlias, isMap, isNode, isPair, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';

export type YamlPath = readonly (string | number)[];

export interface YamlDocument {
  /** Plain data; undefined when the document has errors. */
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
  /** Where the value at a path stands; the nearest parent's place when it is not there. */
  readonly placeOf: (path: YamlPath) => Place;
  /** Where a key stands, as distinct from its value. */
  readonly keyPlaceOf: (path: YamlPath, key: string) => Place;
}

/**
 * @param text the YAML alone
 * @param file shown in diagnostics
 * @param firstLine the line of the file on which `text` begins, from 1
 */
export function readYaml(text: string, file: string, firstLine: number): YamlDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    version: '1.2',
    schema: 'core',
    merge: false,
    uniqueKeys: true,
    prettyErrors: false,
    stringKeys: true,
  });
  const placeAt = (start: number, end: number): Place => {
    const from = lines.linePos(start);
    const to = lines.linePos(Math.max(start, end));
    const column = Math.max(1, from.col);
    const endColumn = to.line === from.line ? Math.max(to.col, column + 1) : lineLength(text, start) + column;
    return { file, line: Math.max(1, from.line) + firstLine - 1, column, endColumn };
  };
  const placeOfNode = (node: Node): Place => {
    const [start, end] = node.range ?? [0, 1, 1];
    return placeAt(start, end);
  };
  const diagnostics: Diagnostic[] = [...document.errors, ...document.warnings].map((error) => {
    const place = placeAt(error.pos[0], Math.max(error.pos[1], error.pos[0] + 1));
    return { ...explainYaml(error.code, error.message, text, error.pos[0]), severity: 'error', ...place };
  });
  visit(document, {
    Node: (_key, node) => {
      if (isAlias(node) || node.anchor !== undefined) {
        const name = isAlias(node) ? `*${node.source}` : `&${node.anchor ?? ''}`;
        diagnostics.push({
          code: 'invalid-yaml',
          severity: 'error',
          ...placeOfNode(node),
          message: `${name} is a YAML ${isAlias(node) ? 'alias' : 'anchor'}, which content does not need.`,
          hint: `If it is text, put it in quotes: "${name}".`,
        });
      } else if (node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:')) {
        diagnostics.push({
          code: 'invalid-yaml',
          severity: 'error',
          ...placeOfNode(node),
          message: `${node.tag} is a YAML tag, which content does not need.`,
          hint: 'If it is text, put it in quotes.',
        });
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
  return {
    value: diagnostics.length === 0 ? document.toJS() : undefined,
    diagnostics,
    placeOf,
    keyPlaceOf,
  };
}

function lineLength(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return (end === -1 ? text.length : end) - start;
}

interface Explanation {
  readonly code: 'duplicate-key' | 'invalid-yaml';
  readonly message: string;
  readonly hint: string;
}

/** The words of the `yaml` package in an editor's words. */
function explainYaml(code: string, words: string, text: string, offset: number): Explanation {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(lineStart, lineStart + lineLength(text, lineStart));
  const invalid = (message: string, hint: string): Explanation => ({ code: 'invalid-yaml', message, hint });
  switch (code) {
    case 'DUPLICATE_KEY': {
      const key = /^\s*([\w-]+)\s*:/u.exec(line)?.[1] ?? 'This key';
      return {
        code: 'duplicate-key',
        message: `${key} is given twice.`,
        hint: 'Keep one of the two lines and delete the other.',
      };
    }
    case 'TAB_AS_INDENT':
      return invalid('A tab indents this line.', 'Use two spaces instead of the tab.');
    case 'MISSING_CHAR':
      return /["']/u.test(line)
        ? invalid(
            'A quotation mark is opened and not closed.',
            'Add the missing mark at the end of the text.',
          )
        : invalid('A closing bracket, brace or comma is missing.', 'Add it: topics: [Research, Art]');
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return quoteColon(line);
    case 'BAD_INDENT':
      return invalid(
        'This line begins in the wrong column.',
        'Keys of one block begin in one column; what belongs to a key is two spaces further in.',
      );
    case 'BAD_SCALAR_START':
      return invalid(
        'A text may not begin with this character.',
        'Put the whole text in quotes: title: "@home in the lab"',
      );
    default:
      if (/Nested mappings|Implicit (map )?keys/u.test(words)) return quoteColon(line);
      return invalid(`This is not valid YAML: ${words.split('\n')[0] ?? ''}.`, 'Every line is "key: value".');
  }
}

/** The usual slip: a headline with a colon in it. */
function quoteColon(line: string): Explanation {
  const parts = /^(\s*[\w-]+):\s+(.*)$/u.exec(line);
  const isColonInText = parts?.[2]?.includes(': ') === true;
  return {
    code: 'invalid-yaml',
    message: isColonInText
      ? 'A text with a colon in it must be in quotes.'
      : 'A line without "key: value" stands here.',
    hint:
      isColonInText && parts !== null
        ? `Write ${parts[1]?.trim()}: "${(parts[2] ?? '').replaceAll('"', '\\"')}"`
        : 'Write it as "key: value", or put a text that has a colon in quotes.',
  };
}
