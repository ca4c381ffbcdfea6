/** Writes the handbook's generated parts anew: `npx tsx tests/handbook/write.ts`. */

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadContent } from '../../src/content/load-content.ts';
import { renewHandbook } from './handbook.ts';

const folder = path.resolve(import.meta.dirname, '../../content');
const { content } = await loadContent({ contentFolder: folder, displayFolder: 'content' });
if (content === undefined) throw new Error('site.yaml cannot be read.');
const handbook = path.join(folder, 'README.md');
writeFileSync(handbook, renewHandbook(readFileSync(handbook, 'utf8'), content.config));
