/** A page in `content/pages/`: about, contact, privacy and the like. */

import { z } from 'zod';
import type { Body } from '../markdown/block.ts';
import { aiTextUse } from './ai-use.ts';
import type { SchemaWords } from './schema-diagnostics.ts';
import { exampleLines } from './schema-fields.ts';
import { text } from './text-field.ts';

export const pageSchema = z.strictObject({
  title: text.describe('The heading of the page.').register(exampleLines, { line: 'title: About this site' }),
  summary: text
    .optional()
    .describe('One sentence for searches.')
    .register(exampleLines, { line: 'summary: Who we are' }),
  nav: z
    .boolean()
    .default(false)
    .describe('true to show the page in the menu.')
    .register(exampleLines, { line: 'nav: true' }),
  ai: aiTextUse,
});

export interface PageFile {
  readonly slug: string;
  readonly lang: string;
  /** Relative to `content/`. */
  readonly file: string;
  readonly frontMatter: Readonly<z.output<typeof pageSchema>>;
  readonly body: Body;
}

export const pageWords: SchemaWords = {
  foreignKeys: {
    description: { instead: 'summary' },
    layout: 'Delete the line: the site chooses the layout.',
  },
};
