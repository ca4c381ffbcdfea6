/** `content/tombstones.yaml`: addresses of what was taken off the site for good, and what readers are told there. */

import { z } from 'zod';
import type { Place } from '../diagnostics/diagnostic.ts';
import { readDate, type SiteDate } from './dates.ts';
import type { DocumentReader } from './document-reader.ts';
import { oldAddress } from './old-address.ts';
import { problem, type SchemaWords } from './schema-diagnostics.ts';
import { exampleLines } from './schema-fields.ts';
import { text } from './text-field.ts';
import { readSettingsYaml } from './yaml-document.ts';

export const tombstonesFile = 'tombstones.yaml';

export interface Tombstone {
  readonly path: string;
  readonly reason: string;
  readonly date: SiteDate;
  /** Languages of what was taken down that readers are to see all the same. */
  readonly keep: readonly string[];
  readonly place: Place;
}

function tombstonesSchema(timeZone: string) {
  const date = z.string().transform((value, context): SiteDate => {
    const reading = readDate(value, timeZone);
    if (reading.ok) return reading.date;
    context.addIssue(problem({ code: 'invalid-date', message: reading.message, hint: reading.hint }));
    return z.NEVER;
  });
  return z.strictObject({
    tombstones: z
      .array(
        z.strictObject({
          path: oldAddress.clone().register(exampleLines, { line: 'path: /2024/05/fair/' }),
          reason: z
            .string()
            .trim()
            .min(1, 'is empty')
            .register(exampleLines, { line: 'reason: The event did not take place.' }),
          date: date.register(exampleLines, { line: 'date: 2024-06-01' }),
          keep: z
            .union([text.transform((lang) => [lang]), z.array(text)])
            .default([])
            .register(exampleLines, { line: 'keep: [zh]' }),
        }),
      )
      .default([])
      .register(exampleLines, {
        line: 'tombstones: [{path: /2024/05/fair/, reason: The event did not take place., date: 2024-06-01}]',
      }),
  });
}

const words: SchemaWords = {
  foreignKeys: {},
};

export function loadTombstones(
  documents: DocumentReader,
  files: ReadonlySet<string>,
  timeZone: string,
): readonly Tombstone[] {
  if (!files.has(tombstonesFile)) return [];
  const source = documents.readText(tombstonesFile);
  if (source === undefined) return [];
  const yaml = readSettingsYaml(source.text, documents.displayPath(tombstonesFile));
  const { tombstones = [] } = documents.check(yaml, tombstonesSchema(timeZone), words) ?? {};
  return tombstones.map((tombstone, index) => ({
    ...tombstone,
    place: yaml.placeOf(['tombstones', index, 'path']),
  }));
}
