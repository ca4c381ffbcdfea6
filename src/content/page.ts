/** A page in `content/pages/`: about, contact, privacy and the like. */

import { z } from 'zod';
import type { Body } from '../markdown/block.ts';
import type { SchemaWords } from './schema-diagnostics.ts';

const text = z.string().trim().min(1, 'is empty');

export const pageSchema = z.strictObject({
  title: text.describe('The heading of the page.'),
  summary: text.optional().describe('One sentence for searches.'),
  nav: z.boolean().default(false).describe('true to show the page in the menu.'),
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
  keysAt: () => Object.keys(pageSchema.shape),
  foreignKeys: {
    description: { instead: 'summary' },
    layout: 'Delete the line: the site chooses the layout.',
  },
  examples: { title: 'title: About this site', summary: 'summary: Who we are', nav: 'nav: true' },
};
