/** Splits rendered HTML at the marks of links whose address is known later. */

import type { Html, LinkTarget } from './block.ts';

export function htmlPieces(rendered: string, targets: readonly LinkTarget[]): Html {
  if (!rendered.includes('\0')) return rendered === '' ? [] : [rendered];
  return rendered.split('\0').flatMap((piece, index): (string | LinkTarget)[] => {
    if (index % 2 === 0) return piece === '' ? [] : [piece];
    const target = targets[Number(piece)];
    if (target === undefined) throw new Error(`There is no link target ${piece}.`);
    return [target];
  });
}
