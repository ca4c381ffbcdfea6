/** Finds blocks that Markdown reads otherwise than they look where they are typed. Never throws. */

import type Token from 'markdown-it/lib/token.mjs';
import { dialect } from './dialect.ts';
import { DialectState } from './dialect-state.ts';

export type MisreadBlock =
  /** Hyphens below a paragraph make it a heading. `text` is the paragraph. */
  | { readonly kind: 'underlined'; readonly line: number; readonly text: string }
  /** Items of a list are counted on from the first one, whatever is typed before the others. */
  | { readonly kind: 'recounted'; readonly line: number; readonly typed: string; readonly displayed: number };

/** Cheap: most texts have neither. */
const suspicious = /^[ \t>]*(?:-+[ \t]*$|\d+[.)][ \t])/mu;
/** A longer row was drawn on purpose. */
const longestSeparator = 3;

/** @param firstLine line in the file of the source's first line, from 1 */
export function misreadBlocks(source: string, firstLine: number): MisreadBlock[] {
  if (!suspicious.test(source)) return [];
  try {
    const tokens = dialect.parse(source, new DialectState());
    const lines = source.split('\n');
    return [...underlined(tokens, lines), ...recounted(tokens)].map((block) => ({
      ...block,
      line: firstLine + block.line,
    }));
  } catch {
    // The parser has its own diagnostic for such a text.
    return [];
  }
}

function underlined(tokens: readonly Token[], lines: readonly string[]): MisreadBlock[] {
  return tokens.flatMap(({ type, markup, map }, index): MisreadBlock[] => {
    if (type !== 'heading_open' || markup !== '-' || map === null) return [];
    const line = map[1] - 1;
    const text = tokens[index + 1]?.content ?? '';
    const hyphens = (lines[line] ?? '').replace(/[^-]/gu, '');
    const isSentence = /[.!?…。！？,，;；:：]["'”’)]?$|\n/u.test(text);
    return isSentence || hyphens.length <= longestSeparator ? [{ kind: 'underlined', line, text }] : [];
  });
}

function recounted(tokens: readonly Token[]): MisreadBlock[] {
  return tokens.flatMap(({ type, level }, index): MisreadBlock[] => {
    if (type !== 'ordered_list_open') return [];
    const rest = tokens.slice(index + 1);
    const end = rest.findIndex((token) => token.type === 'ordered_list_close' && token.level === level);
    const items = rest
      .slice(0, end)
      .filter((token) => token.type === 'list_item_open' && token.level === level + 1);
    const first = Number(items[0]?.info);
    // "1." before each of them leaves the counting to the program.
    if (items.every(({ info }) => Number(info) === first)) return [];
    const wrong = items.findIndex(({ info }, place) => Number(info) !== first + place);
    const item = items[wrong];
    if (item?.map == null) return [];
    return [
      {
        kind: 'recounted',
        line: item.map[0],
        typed: item.info + item.markup,
        displayed: first + wrong,
      },
    ];
  });
}
