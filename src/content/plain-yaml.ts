/**
 * Reads the YAML that most front matter is: keys with one line of text, lists, and one level of keys below a key. It knows
 * what it reads and nothing else: of anything unusual or wrong it reads nothing, and the parser of `yaml-document.ts`,
 * which takes thirty times as long, does. A test holds the two against each other. Pure.
 */

export type PlainValue = string | boolean | readonly string[] | { readonly [key: string]: PlainValue };

/**
 * Characters that are neither hidden nor marks to be composed with a letter, in the scripts that most stories are written in:
 * Latin, Greek, Cyrillic, Chinese, Japanese and Korean with their punctuation.
 */
const usual =
  /^[\n\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0377\u0384-\u0482\u048a-\u052f\u2010-\u2027\u3001-\u3029\u3041-\u3096\u309b-\u30ff\u4e00-\u9fa5\uac00-\ud7a3\uff01-\uff5e]+$/;

/** No indicator of YAML, no digit, and something that can be seen. */
const first =
  'A-Za-z\\u00c0-\\u024f\\u0410-\\u044f\\u3041-\\u3096\\u30a1-\\u30fa\\u4e00-\\u9fa5\\uac00-\\ud7a3“‘《「«';

const unquoted = new RegExp(`^[${first}](?:[^:#[\\]{}]|:(?! |$))*$`);
const quoted = new RegExp(`^(["'])[${first}0-9](?:(?!\\1)[^\\\\[\\]{}])*\\1$`);
const listed = new RegExp(`^[${first}][^,:#[\\]{}]*$`);
/** What is no number for YAML though it begins with a digit. */
const date = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?$/;
/** What is no text for YAML though it begins with a letter. */
const noText = /^(?:null|true|false)$/i;

const entryLine = /^( *)([A-Za-z][A-Za-z0-9]*):(?: +(.*))?$/;
const itemLine = /^ *- +(.*)$/;

/** @param text the YAML alone, with `\n` line ends and composed; undefined where it is to be read by the parser */
export function readPlainYaml(text: string): Readonly<Record<string, PlainValue>> | undefined {
  if (!usual.test(text) || text.includes('<!--')) return undefined;
  return readEntries(text.split('\n'), readValueBelow);
}

/** @param readBelow reads the lines below a key that stands alone */
function readEntries(
  lines: readonly string[],
  readBelow: (lines: readonly string[]) => PlainValue | undefined,
): Readonly<Record<string, PlainValue>> | undefined {
  const entries: Record<string, PlainValue> = {};
  const indent = indentOf(lines[0]);
  for (let line = 0; line < lines.length; ) {
    const [, spaces = '', key = '', typed] = entryLine.exec(lines[line] ?? '') ?? [];
    if (key === '' || spaces.length !== indent || Object.hasOwn(entries, key) || noText.test(key))
      return undefined;
    line += 1;
    const end = typed === undefined ? endOfBlock(lines, line, indent) : line;
    const value = typed === undefined ? readBelow(lines.slice(line, end)) : readInline(typed);
    if (value === undefined) return undefined;
    entries[key] = value;
    line = end;
  }
  return entries;
}

/** The first line from `start` on that belongs to no value of the key above. */
function endOfBlock(lines: readonly string[], start: number, indent: number): number {
  let end = start;
  while (end < lines.length && indentOf(lines[end]) > indent) end += 1;
  return end;
}

function indentOf(line = ''): number {
  let indent = 0;
  while (line[indent] === ' ') indent += 1;
  return indent;
}

function readValueBelow(lines: readonly string[]): PlainValue | undefined {
  if (lines.length === 0) return undefined;
  return lines[0]?.trimStart().startsWith('-') ? readItems(lines) : readEntries(lines, () => undefined);
}

function readItems(lines: readonly string[]): readonly string[] | undefined {
  const indent = indentOf(lines[0]);
  const items = lines.map((line) => {
    const typed = itemLine.exec(line)?.[1];
    return typed === undefined || indentOf(line) !== indent ? undefined : readText(typed);
  });
  return allTexts(items);
}

function readInline(typed: string): PlainValue | undefined {
  if (typed === 'true' || typed === 'false') return typed === 'true';
  if (!typed.startsWith('[')) return readText(typed);
  if (!typed.endsWith(']')) return undefined;
  const items = typed.slice(1, -1).split(',');
  return allTexts(items.map((item) => (isText(item.trim(), listed) ? item.trim() : undefined)));
}

function readText(typed: string): string | undefined {
  if (quoted.test(typed)) return typed.slice(1, -1);
  return isText(typed, unquoted) || date.test(typed) ? typed : undefined;
}

function isText(typed: string, form: RegExp): boolean {
  return form.test(typed) && !typed.endsWith(' ') && !noText.test(typed);
}

function allTexts(items: readonly (string | undefined)[]): readonly string[] | undefined {
  return items.every((item) => item !== undefined) ? items : undefined;
}
