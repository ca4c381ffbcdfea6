/**
 * What can be read of front matter or settings with mistakes, so that the rest is judged in the same run. What is read so
 * is never published: its mistakes are errors, or it is a draft. Pure.
 */

import type { z } from 'zod';

/** Of one key one mistake is taken out in a round: it may hide another one, or move what stands behind it in a list. */
const maximumRounds = 20;

export interface PartialOptions {
  /** In place of required keys that are missing or wrong. */
  readonly spare: Readonly<Record<string, unknown>>;
  /** Keys that are not guessed: with a mistake there nothing is read. */
  readonly decisive: ReadonlySet<string>;
}

/** @param value as YAML gives it */
export function readPartially<T>(
  value: unknown,
  schema: z.ZodType<T>,
  { spare, decisive }: PartialOptions,
): T | undefined {
  if (!isBlock(value)) return undefined;
  let current: Block = value;
  for (let round = 0; round < maximumRounds; round += 1) {
    const result = schema.safeParse(current);
    if (result.success) return result.data;
    const touched = new Set<string>();
    for (const issue of result.error.issues) {
      const path = issue.path.map(String);
      const [top] = path;
      if (top !== undefined && touched.has(top)) continue;
      if (top !== undefined) touched.add(top);
      const wrong = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path];
      for (const keys of wrong) {
        const [first] = keys;
        if (first !== undefined && decisive.has(first)) return undefined;
        current = first === undefined ? { ...spare, ...current } : without(current, keys, spare);
      }
    }
  }
  return undefined;
}

type Block = Readonly<Record<string, unknown>>;

function isBlock(value: unknown): value is Block {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Takes out what is wrong, with the entry or the block around it where it is missing. */
function without(block: Block, [key = '', ...rest]: readonly string[], spare: Block): Block {
  const { [key]: inner, ...others } = block;
  const [next, ...deeper] = rest;
  if (next !== undefined && Array.isArray(inner) && Number(next) in inner) {
    const items = inner.flatMap((item: unknown, index): unknown[] => {
      if (index !== Number(next)) return [item];
      const isInside = deeper[0] !== undefined && isBlock(item) && deeper[0] in item;
      return isInside ? [without(item, deeper, {})] : [];
    });
    return items.length > 0
      ? { ...block, [key]: items }
      : key in spare
        ? { ...others, [key]: spare[key] }
        : others;
  }
  if (next !== undefined && isBlock(inner) && next in inner)
    return { ...block, [key]: without(inner, rest, {}) };
  return key in spare ? { ...others, [key]: spare[key] } : others;
}
