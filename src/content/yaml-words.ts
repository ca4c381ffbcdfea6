/** The words of the `yaml` package in an editor's words, at the place that the editor has to change. */

export interface YamlExplanation {
  readonly code: 'duplicate-key' | 'invalid-yaml';
  readonly message: string;
  readonly hint: string;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
}

/** A text as YAML takes it for nothing else. */
export function quoteText(text: string): string {
  return text.includes('"') ? `'${text.replaceAll("'", "''")}'` : `"${text.replaceAll('\\', '\\\\')}"`;
}

/**
 * @param code of the package's error
 * @param words its message, which tells apart what shares a code
 * @param pos where it stumbled
 */
export function explainYaml(
  code: string,
  words: string,
  text: string,
  pos: readonly [number, number],
): YamlExplanation {
  const [offset] = pos;
  const line = lineAt(text, offset);
  const invalid = (message: string, hint: string, start = offset, end = Math.max(pos[1], start + 1)) => ({
    code: 'invalid-yaml' as const,
    message,
    hint,
    start,
    end,
  });
  switch (code) {
    case 'DUPLICATE_KEY': {
      const key =
        /^(?:"[^"\n]*"|'[^'\n]*'|[^\s:,#[\]{}"'][^:\n]*?)(?=[ \t]*:)/u.exec(text.slice(offset))?.[0] ??
        'This key';
      return {
        code: 'duplicate-key',
        message: `${key} is given twice.`,
        hint: /^[^\n]*:[ \t]*(?:#[^\n]*)?\n/u.test(text.slice(offset))
          ? 'Keep one of the two lines, with what stands below both, and delete the other.'
          : 'Keep one of the two and delete the other.',
        start: offset,
        end: offset + key.length,
      };
    }
    case 'TAB_AS_INDENT':
      return invalid('A tab indents this line.', 'Use two spaces instead of the tab.');
    case 'TAG_RESOLVE_FAILED':
      return invalid(
        'A text may not begin with !: YAML takes it for a tag, which content does not need.',
        `Put the text in quotes: ${quoteText(wordsOf(line.text))}`,
      );
    case 'MULTIPLE_DOCS':
      return invalid(
        'The front matter ends above this line, at three dots or hyphens.',
        'Delete the line with the dots, or move this line up.',
      );
    case 'BAD_SCALAR_START':
      return invalid('A text may not begin with this character.', quoteValue(line.text));
    case 'BAD_INDENT':
    case 'MISSING_CHAR':
      return explainMissing(words, text, line, invalid);
    case 'UNEXPECTED_TOKEN': {
      const first = linesUpTo(text, line).find(({ text: words }) => /^\s*[^\s#-]/u.test(words));
      // The first key sets where all keys begin.
      if (first !== undefined && indentOf(first.text) > indentOf(line.text))
        return invalid(
          'This line is indented, and the keys below it are not.',
          `Delete the spaces before it: ${first.text.trim()}`,
          first.start,
          first.start + first.text.length,
        );
      return /^["']/u.test(wordsOf(line.text))
        ? invalid('Words stand behind the closing quotation mark.', quoteValue(line.text))
        : invalid(
            `A text that begins with ${wordsOf(line.text).charAt(0)} must be in quotes.`,
            quoteValue(line.text),
          );
    }
    case 'BLOCK_IN_FLOW':
      return invalid(
        'A comma is missing between two entries.',
        'Part them by commas: {draft: YANG Lindi, revision: CHENG Mingyuan}',
      );
    default:
      if (/block sequence/iu.test(words)) {
        const entry = lineAt(text, Math.min(text.length - 1, text.indexOf('-', line.start)));
        return invalid(
          'This entry of a list is not indented as the one above it.',
          `Put the same number of spaces before each: ${entry.text.trim()}`,
          entry.start,
          entry.start + entry.text.length,
        );
      }
      if (/Nested mappings|Implicit (?:map )?keys/u.test(words)) return explainLine(text, line, invalid);
      return invalid(`This is not valid YAML: ${words.split('\n')[0] ?? ''}.`, 'Every line is "key: value".');
  }
}

type Invalid = (message: string, hint: string, start?: number, end?: number) => YamlExplanation;

interface Line {
  readonly text: string;
  readonly start: number;
}

/** Something was opened and not closed, often lines above the place where the parser noticed. */
function explainMissing(words: string, text: string, line: Line, invalid: Invalid): YamlExplanation {
  const quote = /Missing closing (["'])quote/u.exec(words)?.[1];
  if (quote !== undefined) {
    const opened = linesUpTo(text, line).findLast((above) => isOpened(above.text, quote)) ?? line;
    const start = opened.start + opened.text.indexOf(quote);
    return invalid(
      'A quotation mark is opened and not closed.',
      `Add ${quote} at the end of the text.`,
      start,
      opened.start + opened.text.length,
    );
  }
  if (/end with a [\]}]|closing|flow/iu.test(words)) {
    const opened = linesUpTo(text, line).findLast(({ text: above }) => openBracket(above) !== undefined);
    const bracket = opened === undefined ? undefined : openBracket(opened.text);
    if (opened !== undefined && bracket !== undefined) {
      const start = opened.start + bracket.index;
      return invalid(
        'A bracket is opened and not closed.',
        `Add ${bracket.closing} at the end: ${opened.text.trim()}${bracket.closing}`,
        start,
        opened.start + opened.text.length,
      );
    }
  }
  if (/Implicit|map values/u.test(words)) return explainLine(text, line, invalid);
  return invalid(
    'This line begins in the wrong column.',
    'Keys of one block begin in one column; what belongs to a key is two spaces further in.',
  );
}

/** A line that is no "key: value". */
function explainLine(text: string, line: Line, invalid: Invalid): YamlExplanation {
  const wholeLine = [line.start + indentOf(line.text), line.start + line.text.length] as const;
  const parts = /^(\s*[\w-]+):\s+(.*)$/u.exec(line.text);
  if (parts?.[2]?.includes(': ') === true) {
    return invalid('A text with a colon in it must be in quotes.', quoteValue(line.text));
  }
  const next = lineAt(text, line.start + line.text.length + 1);
  if (parts !== null && indentOf(next.text) > indentOf(line.text)) {
    return invalid(
      'This line begins further in than the one above it.',
      'Let it begin in the same column as that one.',
      next.start,
      next.start + indentOf(next.text),
    );
  }
  const [, key, sign = '', value] = /^\s*([\w-]+)\s*([:：=])\s*(.*)$/u.exec(line.text) ?? [];
  if (key !== undefined) {
    const messages: Readonly<Record<string, string>> = {
      ':': 'After the colon a space is missing.',
      '：': 'The colon is a full-width one.',
      '=': 'Between a key and its value stands a colon.',
    };
    return invalid(messages[sign] ?? '', `Write ${key}: ${value}`, ...wholeLine);
  }
  const above = linesUpTo(text, line).at(-2)?.text ?? '';
  if (/^\s*[\w-]+:\s*$/u.test(above)) {
    return invalid(
      'A text that begins on a line of its own must be indented.',
      `Begin the line with two spaces, or write it behind ${above.trim()}`,
      ...wholeLine,
    );
  }
  return invalid(
    'A line without "key: value" stands here.',
    'Write it as "key: value", or put a text that has a colon in quotes.',
    ...wholeLine,
  );
}

/** `Write title: "50% more"`. */
function quoteValue(line: string): string {
  const key = /^\s*(?:- )?([\w-]+:)\s/u.exec(line)?.[1];
  const words = wordsOf(line);
  // Quotation marks around the whole that the text itself has inside.
  const inner = /^(["'])(.+)\1$/u.exec(words)?.[2] ?? words;
  return `Write ${key === undefined ? '' : `${key} `}${quoteText(inner)}`;
}

function wordsOf(line: string): string {
  return line.replace(/^\s*(?:- )?(?:[\w-]+:\s+)?/u, '').trimEnd();
}

/** Whether the value of a line begins with a quotation mark that does not come again. */
function isOpened(line: string, quote: string): boolean {
  const value = wordsOf(line);
  return value.startsWith(quote) && value.indexOf(quote, 1) === -1;
}

/** The last bracket of a line that the line does not close. */
function openBracket(line: string): { readonly index: number; readonly closing: string } | undefined {
  const open: { index: number; closing: string }[] = [];
  for (const [index, character] of [...line].entries()) {
    if (character === '[') open.push({ index, closing: ']' });
    else if (character === '{') open.push({ index, closing: '}' });
    else if (character === open.at(-1)?.closing) open.pop();
  }
  return open.at(-1);
}

function lineAt(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  const end = text.indexOf('\n', Math.max(start, offset));
  return { text: text.slice(start, end === -1 ? text.length : end), start };
}

/** All lines down to this one. */
function linesUpTo(text: string, last: Line): Line[] {
  let start = 0;
  return text
    .slice(0, last.start + last.text.length)
    .split('\n')
    .map((line) => {
      const here = { text: line, start };
      start += line.length + 1;
      return here;
    });
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
