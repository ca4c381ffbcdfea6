/** Plans how things stand beside each other, so that no line is mostly empty: 4 + 3 rather than 4 + 2 + 1. Pure. */

/** Numbers of columns, line by line: as few lines as there can be, the fuller ones first. */
export function planColumns(count: number, most: number): readonly number[] {
  const lines = Math.ceil(count / most);
  const least = Math.floor(count / lines);
  return Array.from({ length: lines }, (_, line) => least + (line < count % lines ? 1 : 0));
}
