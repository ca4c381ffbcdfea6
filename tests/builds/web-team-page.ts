/** The examples of the web team's page, as files of a newsroom: each block names its own in its first line. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run-news.ts';

/** By path in the newsroom's folder. */
export function webTeamExamples(): ReadonlyMap<string, string> {
  const page = readFileSync(path.join(root, '.github/WEB-TEAM.md'), 'utf8');
  const blocks = [...page.matchAll(/^```tsx?\n\/\/ (\S+)\n([\s\S]*?)^```$/gmu)];
  return new Map(blocks.map(([, file = '', text = '']) => [file, text]));
}

/** The settings that it names for TypeScript. */
export function webTeamTypes(): string {
  const page = readFileSync(path.join(root, '.github/WEB-TEAM.md'), 'utf8');
  return /^```json\n(\{\n {2}"compilerOptions"[\s\S]*?)^```$/mu.exec(page)?.[1] ?? '';
}
