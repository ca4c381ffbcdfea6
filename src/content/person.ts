/** A person's file in `content/people/`: who is credited, and what readers may know of them. */

import { z } from 'zod';
import type { Body } from '../markdown/block.ts';
import { phoneNumber } from './phone-field.ts';
import type { SchemaWords } from './schema-diagnostics.ts';
import { exampleLines } from './schema-fields.ts';
import { text } from './text-field.ts';

/** In the default language, or by language code. */
const expertise = z.union([
  z.array(text).min(1, 'has no entry').max(20, 'has more than 20 entries'),
  z.record(z.string(), z.array(text).min(1, 'has no entry').max(20, 'has more than 20 entries')),
]);

export const personSchema = z.strictObject({
  name: text
    .describe('The name as stories write it: YANG Lindi.')
    .register(exampleLines, { line: 'name: YANG Lindi' }),
  names: z.record(z.string(), text).default({}).describe('The name in other languages, by language code.'),
  role: text
    .optional()
    .describe('What the person does here.')
    .register(exampleLines, { line: 'role: Writer' }),
  roles: z.record(z.string(), text).default({}).describe('The same in other languages, by language code.'),
  honorific: text
    .optional()
    .describe('How stories introduce the person: Prof. or Dr.')
    .register(exampleLines, { line: 'honorific: Prof.' }),
  email: z
    .email('is not an e-mail address')
    .optional()
    .describe('E-mail address, which readers see.')
    .register(exampleLines, { line: 'email: yang@example.edu' }),
  phone: phoneNumber
    .optional()
    .describe('Telephone number, which journalists see.')
    .register(exampleLines, { line: 'phone: +86 10 6233 0000' }),
  expertise: expertise
    .optional()
    .describe('What journalists may ask the person about; a list, or a list for each language.')
    .register(exampleLines, { line: 'expertise: [Energy storage, Bridges]' }),
});

export interface PersonFile {
  readonly slug: string;
  /** Relative to `content/`. */
  readonly file: string;
  readonly frontMatter: Readonly<z.output<typeof personSchema>>;
  readonly body: Body;
}

export const personWords: SchemaWords = {
  foreignKeys: { title: 'Write name: for the name, role: for the office, honorific: for Prof. or Dr.' },
};
