/** Steps that turn one state of plain data into another, each as small as its place allows. Pure; runs in a browser. */

import { isPlainList, isPlainMap, isSameData, type PlainData, type PlainMap } from './plain-data.ts';

export type DataPath = readonly (string | number)[];

export type DataStep =
  | { readonly kind: 'replace' | 'add'; readonly path: DataPath; readonly value: PlainData }
  | { readonly kind: 'remove'; readonly path: DataPath };

export function dataAt(data: PlainData, path: DataPath): PlainData | undefined {
  let found: PlainData | undefined = data;
  for (const key of path) {
    if (isPlainMap(found)) found = Object.hasOwn(found, key) ? found[key] : undefined;
    else if (isPlainList(found) && typeof key === 'number') found = found[key];
    else return undefined;
  }
  return found;
}

/** Whether a path leads through maps and lists alone, or to where nothing stands: else a value on its way would be lost. */
export function isFree(data: PlainData, path: DataPath): boolean {
  return path.every((key, depth) => {
    const parent = dataAt(data, path.slice(0, depth));
    return isEmpty(parent) || (typeof key === 'number' ? isPlainList(parent) : isPlainMap(parent));
  });
}

function isEmpty(value: PlainData | undefined): boolean {
  if (isPlainList(value)) return value.length === 0;
  return value === undefined || value === null || value === '';
}

/**
 * The data with another value at a path. A map or list that is left without entries is removed as well.
 * @param value undefined removes what stands there
 */
export function withValue(data: PlainData, path: DataPath, value: PlainData | undefined): PlainData {
  return changed(data, path, value) ?? {};
}

function changed(
  data: PlainData | undefined,
  [key, ...rest]: DataPath,
  value: PlainData | undefined,
): PlainData | undefined {
  if (key === undefined) return value;
  if (typeof key === 'number') {
    const list = isPlainList(data) ? [...data] : [];
    const entry = changed(list[key], rest, value);
    if (entry === undefined) list.splice(key, 1);
    else list[Math.min(key, list.length)] = entry;
    return list.length === 0 ? undefined : list;
  }
  const entries = new Map(Object.entries(isPlainMap(data) ? data : {}));
  const entry = changed(entries.get(key), rest, value);
  if (entry === undefined) entries.delete(key);
  else entries.set(key, entry);
  return entries.size === 0 ? undefined : Object.fromEntries(entries);
}

/** In this order one after the other; each path counts in the state before its own step. */
export function stepsBetween(before: PlainData, after: PlainData, path: DataPath = []): readonly DataStep[] {
  if (isSameData(before, after)) return [];
  if (isPlainMap(before) && isPlainMap(after)) return mapSteps(before, after, path);
  if (isPlainList(before) && isPlainList(after)) return listSteps(before, after, path);
  return [{ kind: 'replace', path, value: after }];
}

function mapSteps(before: PlainMap, after: PlainMap, path: DataPath): readonly DataStep[] {
  const steps: DataStep[] = [];
  for (const [key, value] of Object.entries(after)) {
    const old = Object.hasOwn(before, key) ? before[key] : undefined;
    if (old === undefined) steps.push({ kind: 'add', path: [...path, key], value });
    else steps.push(...stepsBetween(old, value, [...path, key]));
  }
  for (const key of Object.keys(before))
    if (!Object.hasOwn(after, key)) steps.push({ kind: 'remove', path: [...path, key] });
  return steps;
}

function listSteps(
  before: readonly PlainData[],
  after: readonly PlainData[],
  path: DataPath,
): readonly DataStep[] {
  if (before.length === after.length)
    return after.flatMap((value, index) => stepsBetween(before[index] ?? null, value, [...path, index]));
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && isSameData(before[head], after[head])) head += 1;
  let tail = 0;
  while (
    tail < shorter - head &&
    isSameData(before[before.length - 1 - tail], after[after.length - 1 - tail])
  )
    tail += 1;
  if (head + tail === before.length && tail === 0)
    return after.slice(head).map((value, index) => ({ kind: 'add', path: [...path, head + index], value }));
  if (head + tail === after.length) {
    const gone = before.slice(head, before.length - tail).map((_, index) => head + index);
    return gone.reverse().map((index) => ({ kind: 'remove', path: [...path, index] }));
  }
  return [{ kind: 'replace', path, value: after }];
}
