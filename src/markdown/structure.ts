/**
 * What fixing the words of a text must not change: its paragraphs, lists and tables, its code, its addresses and its
 * photos. Two texts with the same structure differ only in words.
 */

import { dialect } from './dialect.ts';
import { DialectState } from './dialect-state.ts';

/** Equal for texts of the same structure; undefined for a text that cannot be parsed. */
export function structureOf(source: string): string | undefined {
  try {
    const parts = dialect
      .parse(source, new DialectState())
      .flatMap((token) => [
        token.type,
        token.tag,
        token.type === 'code_block' || token.type === 'fence' ? token.info + token.content : '',
        ...(token.children ?? []).flatMap((child) =>
          child.type === 'text' || child.type === 'softbreak'
            ? []
            : [
                child.type,
                child.type === 'code_inline' ? child.content : '',
                String(child.attrGet('href') ?? ''),
                String(child.attrGet('src') ?? ''),
              ],
        ),
      ]);
    return JSON.stringify(parts);
  } catch {
    return undefined;
  }
}
