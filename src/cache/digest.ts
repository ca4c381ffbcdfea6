/** Digests of plain data: what decides whether a page must be made again. */

import { sha256Of } from '../text/sha256.ts';

/** SHA-256 of the value as JSON, in 43 characters. Functions, and maps and sets, leave no trace in it. */
export function digestOf(value: unknown): string {
  return sha256Of(JSON.stringify(withStandIns(value)) ?? '', 'base64url');
}

/** The key under which an object says what it counts as in the digest of whatever holds it. */
export const digestedAs = Symbol('digestedAs');

/** What shared objects are digested by, until their digests are known. */
const shared = new WeakMap<object, readonly unknown[] | string>();
const wholeObject: readonly unknown[] = [];

/**
 * Marks an object that stands on many pages, so that it is digested once: in the digest of whatever holds it, it
 * counts as its own digest. `JSON.stringify` of the object stays what it is. Copies are digested in full.
 * @param parts all that the object is made of, where that is less to digest than the object
 */
export function digestOnce<T extends object>(value: T, parts: readonly unknown[] = wholeObject): T {
  shared.set(value, parts);
  return value;
}

/**
 * The value with stand-ins for what is shared; itself where it holds nothing of the kind. (With a replacer,
 * `JSON.stringify` takes half as long again.)
 */
function withStandIns(value: unknown): unknown {
  if (!isObject(value)) return value;
  const standIn = shared.get(value);
  if (typeof standIn === 'string') return standIn;
  if (standIn !== undefined) {
    const digest = digestOf(standIn === wholeObject ? { ...value } : standIn);
    shared.set(value, digest);
    return digest;
  }
  if (isList(value)) return listWithStandIns(value);
  return digestedAs in value ? withStandIns(value[digestedAs]) : objectWithStandIns(value);
}

function listWithStandIns(list: readonly unknown[]): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (let index = 0; index < list.length; index += 1) {
    const item = list[index];
    // Asked for here, too, because most of what is digested is texts and numbers.
    if (!isObject(item)) continue;
    const replaced = withStandIns(item);
    if (replaced === item) continue;
    copy ??= [...list];
    copy[index] = replaced;
  }
  return copy ?? list;
}

/** An object that holds something shared becomes a list: V8 takes long to copy objects of many shapes. */
function objectWithStandIns(object: Readonly<Record<string, unknown>>): object {
  const keys = Object.keys(object);
  for (let index = 0; index < keys.length; index += 1) {
    const item = object[keys[index] ?? ''];
    if (!isObject(item)) continue;
    const replaced = withStandIns(item);
    if (replaced !== item) return { keysAndValues: keysAndValues(object, keys, index, replaced) };
  }
  return object;
}

/**
 * As JSON has them: without what is undefined.
 * @param first where the first value stands that is replaced, and by what
 */
function keysAndValues(
  object: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  first: number,
  replaced: unknown,
): readonly unknown[] {
  const list: unknown[] = [];
  for (const [index, key] of keys.entries()) {
    const item = object[key];
    if (item === undefined) continue;
    const isBefore = index < first || !isObject(item);
    list.push(key, index === first ? replaced : isBefore ? item : withStandIns(item));
  }
  return list;
}

function isObject(value: unknown): value is Readonly<Record<string | symbol, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isList(value: object): value is readonly unknown[] {
  return Array.isArray(value);
}
