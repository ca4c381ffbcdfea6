/** What goes wrong in a web team's code, as a diagnostic at its place: Eleventy and plugins say it in many ways. */

import { existsSync, readFileSync } from 'node:fs';
import { findSourceMap } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Diagnostic, Place } from '../../diagnostics/diagnostic.ts';
import { startOf } from '../../diagnostics/diagnostic.ts';
import type { PassFailure } from './pass.ts';

/** An error of a component that a newsroom has replaced. */
export function componentFault(error: unknown, home: string): Diagnostic | undefined {
  if (!(error instanceof Error)) return undefined;
  const stack = error.stack ?? '';
  const place = placeInStack(stack, home) ?? placeByMap(stack);
  return place && { ...fault(place, error.message), hint: hints.component };
}

/** @param home the newsroom's folder @param config absolute */
export function passFault(
  { messages, stack }: PassFailure,
  home: string,
  config: string | undefined,
): Diagnostic {
  const said = messages.join('\n');
  const place =
    placeInStack(`${said}\n${stack}`, home) ??
    placeInTemplate(said, home) ??
    startOf(displayPath(config ?? home));
  const own = messages.toReversed().find((message) => !/^Having trouble|^Problem /u.test(message)) ?? said;
  return fault(place, own);
}

const hints = {
  component: 'The component of the generator shows what its props are: newsroom/components in the types.',
};

function fault(place: Place, message: string): Diagnostic {
  const [text = ''] = message
    .replace(/^\(\.\/[^)]*\)(?: \[Line \d+, Column \d+\])?\s*(?:Error: )?/u, '')
    .replace(/^Transform failed with \d+ errors?:\n\S+: ERROR: /u, '')
    .replace(/, file:\S+, line:\d+, col:\d+$/u, '')
    .replace(/^\.\/\S+: /u, '')
    .trim()
    .split('\n');
  return {
    code: 'extension-failed',
    severity: 'error',
    ...place,
    message: text.endsWith('.') ? text : `${text}.`,
  };
}

/** The innermost place of the newsroom's own code. */
function placeInStack(stack: string, home: string): Place | undefined {
  for (const start of [`${home}${path.sep}`, `${pathToFileURL(home).href}/`])
    for (const rest of stack.split(start).slice(1)) {
      const [, relative = '', line, column] = /^([^:\n]+):(\d+):(\d+)/u.exec(rest) ?? [];
      const file = path.join(home, start.startsWith('file:') ? decodeURI(relative) : relative);
      const isOwn = relative !== '' && !/(?:^|[\\/])(?:node_modules|dist|\.cache)[\\/]/u.test(relative);
      if (isOwn && existsSync(file)) return placeAt(file, Number(line), Number(column));
    }
  return undefined;
}

/** Where a program has taken over how stacks are written, they name the compiled module. */
function placeByMap(stack: string): Place | undefined {
  const [, url = '', line, column] =
    /(file:[^\s()]*\/extension\/components\/[^\s()]+\.mjs):(\d+):(\d+)/u.exec(stack) ?? [];
  const entry = findSourceMap(url)?.findEntry(Number(line) - 1, Number(column) - 1);
  if (entry === undefined || !('originalSource' in entry)) return undefined;
  const { originalSource, originalLine, originalColumn } = entry;
  const file = originalSource.startsWith('file:') ? fileURLToPath(originalSource) : originalSource;
  return existsSync(file) ? placeAt(file, originalLine + 1, originalColumn + 1) : undefined;
}

function placeInTemplate(said: string, home: string): Place | undefined {
  const [name] = /(?<=[\s"'(`]|^|file:)(?:\.\/)?templates\/[^\s"'()`,]+/u.exec(said) ?? [];
  const file = name && path.join(home, name);
  if (!file || !existsSync(file)) return undefined;
  const [, row, at] = /\[Line (\d+), Column (\d+)\]/u.exec(said) ?? [];
  // Nunjucks and Liquid count from the end of the front matter; Nunjucks from 0 where a page fails while it is rendered.
  const lengthOfHead = lengthOfFrontMatter(readFileSync(file, 'utf8'));
  const offset = /\[Line \d+, Column \d+\]\s+Error: /u.test(said) ? 1 : 0;
  if (row !== undefined) return placeAt(file, Number(row) + lengthOfHead + offset, Number(at));
  const [, line, column] =
    /line:(\d+), col:(\d+)|\((\d+):(\d+)\)/u.exec(said)?.filter((part) => part !== undefined) ?? [];
  if (line === undefined) return placeOfWord(file, said);
  return placeAt(file, Number(line) + (/line:\d+, col:/u.test(said) ? lengthOfHead : 0), Number(column));
}

/** Eleventy names only the file: what the message ends with may stand in it, such as the name of a filter. */
function placeOfWord(file: string, said: string): Place {
  const [word = ''] = /[\w$-]+(?=[`"'.)]*\s*$)/u.exec(said) ?? [];
  const lines = readFileSync(file, 'utf8').split('\n');
  const index = word === '' ? -1 : lines.findIndex((text) => text.includes(word));
  return index < 0
    ? startOf(displayPath(file))
    : placeAt(file, index + 1, (lines[index] ?? '').indexOf(word) + 1);
}

function lengthOfFrontMatter(text: string): number {
  return (
    (/^---\r?\n[\s\S]*?\n---(?=\r?\n)/u.exec(text)?.[0] ?? '').split('\n').length -
    (text.startsWith('---') ? 0 : 1)
  );
}

function placeAt(file: string, line: number, column: number): Place {
  const lines = readFileSync(file, 'utf8').split('\n');
  const row = Math.min(Math.max(line, 1), lines.length);
  const at = Math.min(Math.max(column, 1), (lines[row - 1]?.length ?? 0) + 1);
  const [word = ''] = /^[\w$-]+/u.exec((lines[row - 1] ?? '').slice(at - 1)) ?? [];
  return { file: displayPath(file), line: row, column: at, endColumn: at + Math.max(word.length, 1) };
}

/** As diagnostics name the file: relative to where the command was called. */
export function displayPath(file: string): string {
  return path.relative(process.cwd(), file).replaceAll('\\', '/');
}
