/** Fixes of texts on disk: planned, shown, and written on request (`news check --fix`). */

import path from 'node:path';
import pc from 'picocolors';
import { fixText } from '../checks/fix-text.ts';
import { lineDiff } from '../checks/line-diff.ts';
import type { Sources } from '../content/document-reader.ts';
import type { Content } from '../content/load-content.ts';
import { readOrdinaryFile } from '../disk/ordinary-file.ts';
import { storedPath } from '../disk/stored-path.ts';
import { writeWhole } from '../disk/write-whole.ts';
import { composed } from '../text/composed.ts';
import { terminalText } from '../text/terminal-text.ts';
import type { Project } from './project.ts';

export interface ContentFix {
  /** Relative to `content/`. */
  readonly file: string;
  readonly displayPath: string;
  readonly before: string;
  readonly after: string;
}

/** Plans what can be fixed without judgement. Texts have `\n` line ends. */
export function planFixes(content: Content, sources: Sources, displayFolder: string): ContentFix[] {
  const { config, articles, pages, people } = content;
  const documents = [
    ...articles,
    ...pages,
    ...people.map(({ file }) => ({ file, lang: config.defaultLanguage })),
  ];
  return documents.flatMap(({ file, lang }): ContentFix[] => {
    const displayPath = `${displayFolder}/${file}`;
    const before = sources.get(displayPath);
    if (before === undefined) return [];
    const locale = config.languages[lang]?.locale ?? lang;
    const after = fixText({ displayPath, text: before, lang, locale }, config.checks);
    return after === before ? [] : [{ file, displayPath, before, after }];
  });
}

export function describeFixes(fixes: readonly ContentFix[], useColor: boolean): string {
  const color = pc.createColors(useColor);
  return fixes
    .map(
      ({ displayPath, before, after }) =>
        `${color.bold(terminalText(displayPath))}\n` +
        lineDiff(before, after, { added: color.green, removed: color.red }, terminalText),
    )
    .join('\n');
}

/**
 * Writes the fixed texts; line ends and byte order marks stay as they were. A file that was saved in the meantime
 * is left alone.
 * @returns the files that were left alone
 */
export async function writeFixes(project: Project, fixes: readonly ContentFix[]): Promise<string[]> {
  const leftAlone: string[] = [];
  for (const { file, displayPath, before, after } of fixes) {
    const target = storedPath(path.join(project.content, file));
    const raw = readOrdinaryFile(target, project.content).toString('utf8');
    const mark = raw.startsWith('\uFEFF') ? '\uFEFF' : '';
    const text = raw.slice(mark.length);
    if (composed(text.replace(/\r\n?/gu, '\n')) !== before) {
      leftAlone.push(displayPath);
      continue;
    }
    const ends = text.match(/\r\n?|\n/gu) ?? [];
    const lines = after.split('\n');
    const ended = lines.map((line, index) => line + (index < lines.length - 1 ? (ends[index] ?? '\n') : ''));
    await writeWhole(target, mark + ended.join(''));
  }
  return leftAlone;
}
