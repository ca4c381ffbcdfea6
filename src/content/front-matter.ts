/** Splits a Markdown file into its front matter (YAML between two lines of three hyphens) and its body. */

import { type Diagnostic, startOf } from '../diagnostics/diagnostic.ts';

interface SplitFile {
  readonly yaml: string;
  /** Line of the file on which the YAML begins. */
  readonly yamlLine: number;
  readonly body: string;
  /** Line of the file on which the body begins. */
  readonly bodyLine: number;
}

export type SplitResult =
  | { readonly ok: true; readonly file: SplitFile }
  | { readonly ok: false; readonly diagnostic: Diagnostic };

/** @param text the whole file with `\n` line ends and no byte order mark */
export function splitFrontMatter(text: string, file: string): SplitResult {
  const lines = text.split('\n');
  const isFence = (line: string | undefined) => line !== undefined && /^---[ \t]*$/u.test(line);
  if (!isFence(lines[0])) {
    const first = lines[0] ?? '';
    const otherLanguage = /^(---\w+|\+\+\+|;;;|\{)/u.test(first);
    const begin = lines.findIndex((line) => line.trim() !== '');
    const isTypedOtherwise = isAlmostFence(first);
    const title =
      first === '' || otherLanguage || first.length > 120 ? 'Your headline' : first.replace(/^#+\s*/u, '');
    return {
      ok: false,
      diagnostic: {
        code: 'missing-front-matter',
        severity: 'error',
        ...startOf(file),
        endColumn: first.length + 1,
        message: otherLanguage
          ? 'The front matter is not YAML between two lines of "---".'
          : 'The file does not begin with front matter: a block between two lines of "---".',
        hint: isFence(lines[begin])
          ? `Delete ${begin === 1 ? 'the empty line' : `the ${begin} empty lines`} above the first ---`
          : /^[A-Za-z]+\s*[:：]/u.test(first)
            ? 'Put a line with --- above this one, and another below the last line of this block.'
            : isTypedOtherwise
              ? `Type three hyphens (---) instead of ${first.trim()}, here and at the end of the block.`
              : `Write above everything: ---  then  title: ${title}  then  date: 2024-01-02  then  topics: and a topic  then  ---  each on a line of its own.`,
      },
    };
  }
  const end = lines.findIndex((line, index) => index > 0 && isFence(line));
  if (end === -1) {
    return {
      ok: false,
      diagnostic: {
        code: 'unclosed-front-matter',
        severity: 'error',
        ...startOf(file),
        endColumn: 4,
        message: 'The front matter that begins here has no end.',
        hint: hintAtEnd(lines),
      },
    };
  }
  return {
    ok: true,
    file: {
      yaml: lines.slice(1, end).join('\n'),
      yamlLine: 2,
      body: lines.slice(end + 1).join('\n'),
      bodyLine: end + 2,
    },
  };
}

/** Dashes that a word processor made of hyphens, or too few or too many of them. */
function isAlmostFence(line: string): boolean {
  const marks = line.replace(/\s/gu, '');
  return marks !== '---' && /^(?:[-‐‑‒–—―−_*=~]{1,20})$/u.test(marks);
}

function hintAtEnd(lines: readonly string[]): string {
  const almost = lines.findIndex((line, index) => index > 0 && isAlmostFence(line));
  if (almost !== -1)
    return `Type three hyphens (---) instead of ${lines[almost]?.trim()} in line ${almost + 1}.`;
  const isKey = (line: string) => /^\s*(?:["']?[\p{L}\p{N}._-]+["']?\s*[:：]|- |#|[\]}])|^\s+\S/u.test(line);
  const end = lines.findIndex((line, index) => index > 0 && !isKey(line));
  return end <= 1
    ? 'Put a line with --- after its last key, before the first paragraph.'
    : `Put a line with --- below line ${end}, after its last key and before the first paragraph.`;
}
