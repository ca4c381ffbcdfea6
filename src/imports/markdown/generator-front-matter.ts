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

function yaml(text: string): unknown {
  return parseYaml(text, { version: '1.2', schema: 'core', maxAliasCount: 50, logLevel: 'error' });
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
