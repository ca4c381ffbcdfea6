/** Plain data of front matter, compared by content. Pure; runs in a browser. */

export type PlainData =
  | string
  | number
  | boolean
  | null
  | readonly PlainData[]
  | { readonly [key: string]: PlainData };

export type PlainMap = { readonly [key: string]: PlainData };

export function isPlainMap(value: unknown): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isPlainList(value: unknown): value is readonly PlainData[] {
  return Array.isArray(value);
}

/** Whether two values hold the same, whatever the order of keys. */
export function isSameData(a: unknown, b: unknown): boolean {
  if (isPlainList(a) && isPlainList(b))
    return a.length === b.length && a.every((value, index) => isSameData(value, b[index]));
  if (!isPlainMap(a) || !isPlainMap(b)) return Object.is(a, b);
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSameData(a[key], b[key]))
  );
}
