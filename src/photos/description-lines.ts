/**
 * The lines of the description cache: what each says, how it is written and read. A line that cannot be read,
 * or that says something unexpected, is a line that is not there. Pure.
 */

import { z } from 'zod';
import { credentialStates } from './provenance/content-credentials.ts';
import { sourceTerms } from './provenance/source-type.ts';

const text = z.string().optional();
const hash = z.string().regex(/^[\da-f]{64}$/);

/** What a photo's bytes say. */
const photoSchema = z.strictObject({
  kind: z.literal('photo'),
  hash,
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
  doubt: text,
  pictureCount: z.int().optional(),
  metadata: z.strictObject({
    caption: text,
    alt: text,
    captions: z.record(z.string(), z.string()).optional(),
    alts: z.record(z.string(), z.string()).optional(),
    credit: text,
    creator: text,
    copyright: text,
    takenAt: text,
    sourceType: z.enum(sourceTerms).optional(),
    madeFrom: z.strictObject({ manifest: text, instanceId: text }).optional(),
  }),
  credentials: z
    .strictObject({
      state: z.enum(credentialStates),
      signer: text,
      tool: text,
      manifest: text,
      instanceId: text,
      isOriginalPublic: z.boolean(),
    })
    .optional(),
});

/** Which bytes a file had when it had this stamp. */
const fileSchema = z.strictObject({
  kind: z.literal('file'),
  file: z.string(),
  hash,
  sizeBytes: z.int().nonnegative(),
  modifiedNs: z.string(),
  changedNs: z.string(),
});

const lineSchema = z.discriminatedUnion('kind', [photoSchema, fileSchema]);

export type PhotoLine = z.infer<typeof photoSchema>;
export type FileLine = z.infer<typeof fileSchema>;
export type Line = z.infer<typeof lineSchema>;

export function parseLines(content: string): readonly Line[] {
  return content.split('\n').flatMap((line) => {
    if (line === '') return [];
    const result = lineSchema.safeParse(parseJson(line));
    return result.success ? [result.data] : [];
  });
}

/** Of several lines about one file, or about one photo, only the last is written. */
export function printLines(lines: readonly Line[]): string {
  const last = new Map(lines.map((line) => [line.kind === 'file' ? line.file : line.hash, line]));
  return [...last.values()].map((line) => `${JSON.stringify(line)}\n`).join('');
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
