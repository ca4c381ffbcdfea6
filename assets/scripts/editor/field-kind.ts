/** Kind of form field that fits a part of the schema. Pure. */

import { isPlainList, isPlainMap, type PlainData } from '../../../src/editor/plain-data.ts';
import type { FieldSchema } from '../../../src/editor/store-messages.ts';

export type FieldKind =
  | { readonly kind: 'flag' | 'date' | 'number' }
  | { readonly kind: 'text'; readonly choices: readonly string[] }
  /** `takesOne`: a single value may stand without a list. */
  | { readonly kind: 'list'; readonly choices: readonly string[]; readonly takesOne: boolean }
  | { readonly kind: 'group'; readonly properties: Readonly<Record<string, FieldSchema>> }
  /** Any names as keys, such as roles. */
  | { readonly kind: 'names'; readonly each: FieldSchema }
  | { readonly kind: 'groups'; readonly each: FieldSchema };

export function kindOf(schema: FieldSchema): FieldKind {
  const { type, anyOf, items, properties, additionalProperties } = schema;
  // A date may be typed as a year alone, which YAML reads as a number.
  if (Array.isArray(type)) return { kind: type.includes('number') ? 'date' : 'flag' };
  if (anyOf !== undefined) {
    const list = anyOf.find((one) => one.type === 'array');
    const types = anyOf.map((one) => one.type);
    if (list !== undefined) return { kind: 'list', choices: choicesOf(list), takesOne: true };
    if (types.includes('number')) return { kind: 'date' };
    return { kind: 'text', choices: [] };
  }
  if (type === 'boolean') return { kind: 'flag' };
  if (type === 'number' || type === 'integer') return { kind: 'number' };
  if (type === 'array') {
    const each = items !== undefined && 'type' in items ? items : {};
    return each.properties === undefined
      ? { kind: 'list', choices: choicesOf(schema), takesOne: false }
      : { kind: 'groups', each };
  }
  if (properties !== undefined && Object.keys(properties).length > 0) return { kind: 'group', properties };
  if (type === 'object') return { kind: 'names', each: additionalProperties ?? {} };
  return { kind: 'text', choices: schema.enum ?? [] };
}

/** Whether a field of this kind shows all of a value: one that does not would write over what it does not show. */
export function canShow({ kind }: FieldKind, value: PlainData | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  switch (kind) {
    case 'list':
      return isPlainList(value) ? value.every(isScalar) : isScalar(value);
    case 'group':
    case 'names':
      return isPlainMap(value);
    case 'groups':
      return isPlainList(value) && value.every((entry) => isPlainMap(entry) || entry === null);
    case 'text':
    case 'date':
    case 'number':
    case 'flag':
      return isScalar(value);
  }
}

/** Whether a flag is meant to be set: the check asks for `true` where a story has another word for it. */
export function isFlagSet(value: PlainData | undefined): boolean {
  return (
    value === true || value === 1 || (typeof value === 'string' && /^(?:true|yes|on|y|1)$/iu.test(value))
  );
}

function isScalar(value: PlainData): boolean {
  return !isPlainList(value) && !isPlainMap(value);
}

function choicesOf({ items }: FieldSchema): readonly string[] {
  return items !== undefined && 'enum' in items ? (items.enum ?? []) : [];
}
