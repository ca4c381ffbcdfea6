/**
 * Tells of lines that Markdown takes out of the text, so that no reader sees them: a note that nothing calls, a second
 * note of the same name, an address that no link names, and cells beyond a table's last column. The text stays as it is.
 */

import type MarkdownIt from 'markdown-it';
import type { RuleBlock } from 'markdown-it/lib/parser_block.mjs';
import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs';
import type Token from 'markdown-it/lib/token.mjs';
import { type Definition, dialectState } from './dialect-state.ts';
import { findRule } from './inline-places.ts';

export function noticeHiddenText(md: MarkdownIt): void {
  recordDefinitions(md, 'footnote_def', 'note', { alt: ['paragraph', 'reference'] });
  recordDefinitions(md, 'reference', 'address', { alt: [] });
  // Behind it the notes that nothing calls are gone.
  md.core.ruler.before('footnote_tail', 'hidden_text', (state) => {
    noticeCells(state);
    noticeDefinitions(state);
  });
}

const label = /\[\^?((?:\\.|[^\]\\])+)\]:/uy;

function recordDefinitions(
  md: MarkdownIt,
  name: string,
  kind: Definition['kind'],
  options: { alt: string[] },
): void {
  const rule: RuleBlock = findRule(md.block.ruler, name);
  md.block.ruler.at(
    name,
    (state, startLine, endLine, silent) => {
      const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
      label.lastIndex = start;
      const typed = label.exec(state.src);
      if (!rule(state, startLine, endLine, silent)) return false;
      if (!silent && typed !== null) {
        const { 0: mark, 1: words = '' } = typed;
        dialectState(state.env).definitions.push({
          kind,
          line: startLine,
          // Two labels that differ in case alone are one to links, and two to notes.
          name: kind === 'note' ? words : md.utils.normalizeReference(words),
          mark: mark.slice(0, -1),
          rest: state.src.slice(start + mark.length, state.eMarks[startLine]).trim(),
        });
      }
      return true;
    },
    options,
  );
}

function noticeDefinitions({ env, tokens }: StateCore): void {
  const state = dialectState(env);
  if (state.definitions.length === 0) return;
  const inline = [
    ...tokens.map(({ children }) => children ?? []),
    // Notes that stand in the middle of a sentence.
    ...(state.footnotes?.list ?? []).map((note) => note.tokens ?? []),
  ];
  const addresses = new Set(inline.flat().map(addressOf));
  const last = new Map(state.definitions.map((one) => [one.kind + one.name, one]));
  const first = new Set<string>();
  for (const definition of state.definitions) {
    const { kind, line, name, mark, rest } = definition;
    const isFirst = !first.has(kind + name);
    first.add(kind + name);
    const isKept = kind === 'note' ? last.get(kind + name) === definition : isFirst;
    const notice = { line, code: 'hidden-text', severity: 'warning' } as const;
    const isSaidAgain = kind === 'address' && state.references?.[name]?.href === rest;
    if (!isKept && !isSaidAgain) {
      state.lineNotices.push({
        ...notice,
        message: `${mark} is written twice: readers would see only one of the two.`,
        hint: `Give one of them another name, here and where it is called.`,
      });
    } else if (kind === 'note' && isKept && (state.footnotes?.refs?.[`:${name}`] ?? -1) < 0) {
      state.lineNotices.push({
        ...notice,
        message: `The footnote ${mark} is called nowhere: readers would not see it.`,
        hint: `Write ${mark} in the text, behind the word that it belongs to; or delete the note.`,
      });
    } else if (kind === 'address' && isKept && !addresses.has(state.references?.[name]?.href)) {
      state.lineNotices.push({
        ...notice,
        message: `No link of the text names ${mark}: readers would not see this line.`,
        hint: isAddress(rest)
          ? `Write [words]${mark} where the link belongs; or delete the line.`
          : `For a footnote, write ${mark.replace('[', '[^')} in the text, and here ${mark.replace('[', '[^')}: ${rest}`,
      });
    }
  }
}

function addressOf(token: Token): string | undefined {
  return token.attrGet(token.type === 'image' ? 'src' : 'href') ?? undefined;
}

function isAddress(rest: string): boolean {
  return /^<|[/#@]|\.\w/u.test(rest);
}

/** A row is cut off at the width of the first one. */
function noticeCells({ env, src, tokens }: StateCore): void {
  const first = tokens.findIndex(({ type }) => type === 'table_open');
  if (first === -1) return;
  const lines = src.split('\n');
  let width = 0;
  let isHead = false;
  for (const { type, map } of tokens.slice(first)) {
    if (type === 'thead_open') width = 0;
    if (type === 'thead_open' || type === 'thead_close') isHead = type === 'thead_open';
    if (isHead && type === 'th_open') width += 1;
    if (isHead || type !== 'tr_open' || map === null) continue;
    const hidden = cellsOf(lines[map[0]] ?? '').slice(width);
    if (hidden.every((cell) => cell === '')) continue;
    dialectState(env).lineNotices.push({
      line: map[0],
      code: 'hidden-text',
      severity: 'warning',
      message: `This row has more cells than the first row of its table: readers would not see "${hidden.join(' | ')}".`,
      hint: 'Give the first two rows another column. A bar inside a cell is written \\|',
    });
  }
}

/** As markdown-it splits a row: at every bar that no backslash stands before, in code too. */
function cellsOf(row: string): readonly string[] {
  const cells = row
    .trim()
    .replace(/(?<!\\)\|$/u, '')
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.trim());
  // What stands before the first bar is no cell where it is empty, or the mark of a quotation or a list.
  return /^(?:[>\s]*(?:[-*+]|\d+[.)])?)$/u.test(cells[0] ?? '') ? cells.slice(1) : cells;
}
