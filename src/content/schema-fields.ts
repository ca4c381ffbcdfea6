/** Looks into a schema by the path of a YAML document: which keys may stand there, and one good line for each. Pure. */

import { z } from 'zod';
import type { YamlPath } from './yaml-document.ts';

/** One good line for a field, registered where the field is defined: `date: 2024-01-02`. */
export const exampleLines = z.registry<{ readonly line: string }>();

type Field = z.core.$ZodType;

/** The keys that may stand at a path, in the order of the schema; none where any name may. */
export function keysAt(schema: Field, path: YamlPath): readonly string[] {
  const field = path.reduce<Field | undefined>((outer, step) => outer && stepInto(outer, step), schema);
  const inner = field && unwrap(field);
  if (inner instanceof z.ZodObject) return Object.keys(inner.shape);
  if (inner instanceof z.ZodRecord && inner.keyType instanceof z.ZodEnum)
    return inner.keyType.options.map(String);
  // Of several ways to write a value, one at most is a block of keys.
  if (inner instanceof z.ZodUnion) return inner.options.flatMap((option) => keysAt(option, []));
  return [];
}

/** The example of the field at a path, or of the nearest field around it; for the whole document, of its first key. */
export function exampleAt(schema: Field, path: YamlPath): string | undefined {
  let field: Field | undefined = schema;
  let found: string | undefined;
  for (const step of path.length === 0 ? keysAt(schema, []).slice(0, 1) : path) {
    field = field && stepInto(field, step);
    if (field === undefined) break;
    found = lineOf(field) ?? found;
  }
  return found;
}

/** That of an optional field may stand at the field itself. */
function lineOf(field: Field): string | undefined {
  return exampleLines.get(field)?.line ?? exampleLines.get(unwrap(field))?.line;
}

function stepInto(field: Field, step: string | number): Field | undefined {
  const inner = unwrap(field);
  if (inner instanceof z.ZodObject) {
    const shape: Readonly<Record<string, Field>> = inner.shape;
    return Object.hasOwn(shape, step) ? shape[step] : undefined;
  }
  if (inner instanceof z.ZodRecord) return inner.valueType;
  if (inner instanceof z.ZodArray) return inner.element;
  if (inner instanceof z.ZodUnion) {
    const found = inner.options.map((option) => stepInto(option, step));
    return found.find((option) => option !== undefined);
  }
  return undefined;
}

/** The field without what makes it optional or changes its value. */
function unwrap(field: Field): Field {
  if (field instanceof z.ZodOptional || field instanceof z.ZodDefault || field instanceof z.ZodPrefault)
    return unwrap(field.unwrap());
  return field instanceof z.ZodPipe ? unwrap(field.in) : field;
}
