/** A person's file in `content/people/`: who is credited, and what readers may know of them. */

import { z } from 'zod';
import type { Body } from '../markdown/block.ts';
import type { SchemaWords } from './schema-diagnostics.ts';

const text = z.string().trim().min(1, 'is empty');

export const personSchema = z.strictObject({
  name: text.describe('The name as stories write it: YANG Lindi.'),
  names: z.record(z.string(), text).default({}).describe('The name in other languages, by language code.'),
  role: text.optional().describe('What the person does here.'),
  roles: z.record(z.string(), text).default({}).describe('The same in other languages, by language code.'),
  honorific: text.optional().describe('How stories introduce the person: Prof. or Dr.'),
  email: z.email('is not an e-mail address').optional().describe('E-mail address, which readers see.'),
});

export interface PersonFile {
  readonly slug: string;
  /** Relative to `content/`. */
  readonly file: string;
  readonly frontMatter: Readonly<z.output<typeof personSchema>>;
  readonly body: Body;
}

export const personWords: SchemaWords = {
  keysAt: () => Object.keys(personSchema.shape),
  foreignKeys: { title: 'Write name: for the name, role: for the office, honorific: for Prof. or Dr.' },
  examples: {
    name: 'name: YANG Lindi',
    role: 'role: Writer',
    honorific: 'honorific: Prof.',
    email: 'email: yang@example.edu',
  },
};
