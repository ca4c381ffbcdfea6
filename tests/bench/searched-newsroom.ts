/** The newsroom of the tests with some of its stories in German and Arabic: what searches are compared on. */

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { newsroomFolder } from '../fixtures/newsroom-folder.ts';

const furtherFolder = path.join(newsroomFolder, '..', 'newsroom-further');

/** @param content the folder that it is written to */
export function writeSearchedNewsroom(content: string): void {
  for (const from of [newsroomFolder, furtherFolder]) cpSync(from, content, { recursive: true });
  const file = path.join(content, 'site.yaml');
  const settings = readFileSync(file, 'utf8');
  const further = 'languages:\n  de: {name: Deutsch, locale: de-DE}\n  ar: {name: العربية, locale: ar-EG}\n';
  writeFileSync(file, settings.replace('\nlanguages:\n', `\n${further}`));
}
