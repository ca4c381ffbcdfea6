/** `content/topics.yaml`: what the topics of an old site become here. Imports use it; the check reads it as well. Pure. */

import { z } from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { unfinishedMerge } from '../diagnostics/unfinished-merge.ts';
import { checkSchema, type SchemaWords } from './schema-diagnostics.ts';
import { exampleLines } from './schema-fields.ts';
import { readSettingsYaml } from './yaml-document.ts';

export const topicsFile = 'topics.yaml';

const oldTopicsSchema = z
  .record(z.string(), z.union([z.string(), z.null()]))
  .register(exampleLines, { line: '"Campus life": Students Life' });

const words: SchemaWords = { foreignKeys: {} };

export type OldTopicsReading =
  | { readonly ok: true; readonly topics: ReadonlyMap<string, string | null> }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** @param file as diagnostics name it */
export function readOldTopics(text: string, file: string): OldTopicsReading {
  const merge = unfinishedMerge(text, file);
  if (merge !== undefined) return { ok: false, diagnostics: [merge] };
  const yaml = readSettingsYaml(text, file);
  if (yaml.diagnostics.length > 0) return { ok: false, diagnostics: yaml.diagnostics };
  if (yaml.value === null) return { ok: true, topics: new Map() };
  const result = checkSchema(yaml, oldTopicsSchema, words);
  return result.ok
    ? { ok: true, topics: new Map(Object.entries(result.value)) }
    : { ok: false, diagnostics: result.diagnostics };
}
