/** Lists in which git has put one entry twice: two branches added it at different places. Pure. */

/** Each value once, in the order of their first appearance; entries of plain data are compared by what they hold. */
export function distinct<T>(values: readonly T[]): T[] {
  if (values.length < 2) return [...values];
  return [
    ...new Map(values.map((value) => [JSON.stringify(value), value] as const).reverse()).values(),
  ].reverse();
}
