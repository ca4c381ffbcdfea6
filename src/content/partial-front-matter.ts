/**
 * What can be read of front matter with mistakes, so that the text below is judged in the same run. A story that is read
 * so is never published: its mistakes are errors, or it is a draft. Pure.
 */

import type { z } from 'zod';

/** A mistake may uncover another one, a few times at most. */
const maximumRounds = 5;
/** When a story may be seen is not guessed. */
const decisive: ReadonlySet<string> = new Set(['draft', 'publishAt', 'embargoUntil', 'expiresAt', 'lang']);

/**
 * @param value as YAML gives it
 * @param spare in place of required keys that are missing or wrong
 */
export function readPartially<T>(
  value: unknown,
  schema: z.ZodType<T>,
  spare: Readonly<Record<string, unknown>>,
): T | undefined {
  if (!isBlock(value)) return undefined;
  let current: Block = value;
  for (let round = 0; round < maximumRounds; round += 1) {
    const result = schema.safeParse(current);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      const path = issue.path.map(String);
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

/** Takes out what is wrong, with the list or the block around it where it stands in a list or is missing. */
function without(block: Block, [key = '', ...rest]: readonly string[], spare: Block): Block {
  const { [key]: inner, ...others } = block;
  const [next] = rest;
  if (next !== undefined && isBlock(inner) && next in inner)
    return { ...block, [key]: without(inner, rest, {}) };
  return key in spare ? { ...others, [key]: spare[key] } : others;
}
