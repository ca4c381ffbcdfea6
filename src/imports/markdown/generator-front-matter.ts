/**
 * Front matter of Hugo, Jekyll and Eleventy: YAML, TOML or JSON, split from its body, each key with its line. Pure;
 * never throws. YAML's aliases are bounded, and nothing in it becomes code.
 */

import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';

export interface GeneratorFile {
  readonly values: ReadonlyMap<string, unknown>;
  /** Line of the file on which a key stands. */
  readonly lineOf: (key: string) => number;
  readonly body: string;
  /** Line of the file on which the body begins. */
  readonly bodyLine: number;
  /** Why the front matter could not be read, and what it says. */
  readonly error?: { readonly reason: string; readonly text: string };
}

/** Whether a page begins as those do that a generator reads. */
export function hasFrontMatter(text: string): boolean {
  return findBlock(text.replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n')) !== undefined;
}

const recordSchema = z.record(z.string(), z.unknown());

export function splitGeneratorFile(source: string): GeneratorFile {
  const text = source.replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n');
  const found = findBlock(text);
  if (found === undefined) return { values: new Map(), lineOf: () => 1, body: text, bodyLine: 1 };
  const { block, body, parse, firstLine, bodyLine } = found;
  const lines = block.split('\n');
  const lineOf = (key: string): number => {
    const pattern = new RegExp(
      `^\\s*["']?${key.replace(/[^\w-]/gu, '.')}["']?\\s*[:=]|^\\[+${key.replace(/[^\w-]/gu, '.')}\\]`,
      'iu',
    );
    const index = lines.findIndex((line) => pattern.test(line));
    return index === -1 ? firstLine : index + firstLine;
  };
  try {
    const parsed = recordSchema.safeParse(parse(block) ?? {});
    if (parsed.success) return { values: new Map(Object.entries(parsed.data)), lineOf, body, bodyLine };
    return {
      values: new Map(),
      lineOf,
      body,
      bodyLine,
      error: { reason: 'it is not a list of keys', text: block },
    };
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return { values: new Map(), lineOf, body, bodyLine, error: { reason, text: block } };
  }
}

interface Block {
  readonly block: string;
  readonly body: string;
  readonly parse: (text: string) => unknown;
  readonly firstLine: number;
  readonly bodyLine: number;
}

function findBlock(text: string): Block | undefined {
  const fenced = /^(---(?:[a-z]*)|\+\+\+)[ \t]*\n([\s\S]*?)(?:^|\n)(---|\+\+\+|\.\.\.)[ \t]*(?:\n|$)/u.exec(
    text,
  );
  if (fenced !== null) {
    const [whole, fence = '', block = ''] = fenced;
    const parse =
      fence === '+++'
        ? parseToml
        : fence === '---json'
          ? JSON.parse
          : fence === '---' || fence === '---yaml'
            ? yaml
            : refuse;
    return { block, parse, body: text.slice(whole.length), firstLine: 2, bodyLine: whole.split('\n').length };
  }
  const json = /^\{\n[\s\S]*?\n\}[ \t]*(?:\n|$)/u.exec(text);
  if (json === null) return undefined;
  return {
    block: json[0],
    parse: JSON.parse,
    body: text.slice(json[0].length),
    firstLine: 1,
    bodyLine: json[0].split('\n').length,
  };
}

/** As Ruby's, Go's and JavaScript's libraries read it: of a key given twice the last counts. */
function yaml(text: string): unknown {
  const read = (source: string): unknown =>
    parseYaml(source, {
      version: '1.2',
      schema: 'core',
      uniqueKeys: false,
      maxAliasCount: 50,
      logLevel: 'error',
    });
  try {
    return read(text);
  } catch (error) {
    const indented = indentWrapped(text);
    if (indented === text) throw error;
    return read(indented);
  }
}

/** Those libraries let a quoted text or a list in brackets go on at the edge of the next line; YAML wants it indented. */
function indentWrapped(text: string): string {
  let open: string | undefined;
  return text
    .split('\n')
    .map((line) => {
      const begins = open === undefined ? /^[\w-]+:\s*(["'[{])/u.exec(line) : null;
      const [start = '', mark] = begins ?? [];
      const isInside = open !== undefined;
      open = isInside
        ? stillOpen(line, open ?? '')
        : mark === undefined
          ? undefined
          : stillOpen(line.slice(start.length), mark);
      return isInside && /^\S/u.test(line) ? `  ${line}` : line;
    })
    .join('\n');
}

/** The mark that the end of a line leaves open. */
function stillOpen(line: string, mark: string): string | undefined {
  const closing = { '"': '"', "'": "'", '[': ']', '{': '}' }[mark] ?? mark;
  const unescaped =
    mark === '"' ? line.replace(/\\./gu, '') : mark === "'" ? line.replaceAll("''", '') : line;
  return unescaped.includes(closing) ? undefined : mark;
}

/** `---js` is a program, which an import never runs. */
function refuse(): never {
  throw new Error('it is written in a language that runs; only YAML, TOML and JSON are read');
}

/** Text of a value that may be a number or a date. */
export function textOfValue(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  return undefined;
}

/** Names in any of the shapes that themes use: one, a list, maps with a name. */
export function textsOfValue(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOfValue);
  if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    const name = 'name' in value ? value.name : 'title' in value ? value.title : undefined;
    return textsOfValue(name);
  }
  const text = textOfValue(value);
  return text === undefined ? [] : [text];
}
