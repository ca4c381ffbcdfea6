/** Line ends inside a text: between characters of a script without spaces they are no space. Pure. */

/** Scripts without spaces, with their punctuation. */
const wide = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef]';
/** Marks that those scripts share with others. */
const shared = '[“”‘’—…·]';

const wideEnd = new RegExp(`${wide}$`, 'u');
const wideStart = new RegExp(`^${wide}`, 'u');
const sharedEnd = new RegExp(`${shared}$`, 'u');
const sharedStart = new RegExp(`^${shared}`, 'u');

/** Whether nothing stands between two texts that a line end parts. */
export function joinTightly(before: string, after: string): boolean {
  return (
    (wideEnd.test(before) && (wideStart.test(after) || sharedStart.test(after))) ||
    (sharedEnd.test(before) && wideStart.test(after))
  );
}

/** The text in one line. */
export function joinLines(text: string): string {
  if (!text.includes('\n')) return text;
  return text.replace(/[ \t]*\n\s*/gu, (end, offset: number, whole: string) => {
    const after = offset + end.length;
    return joinTightly(whole.slice(Math.max(0, offset - 2), offset), whole.slice(after, after + 2))
      ? ''
      : ' ';
  });
}

/** How much of a line is compared. */
const lineEndLength = 12;

/**
 * A text that a parser has folded into one line, without the spaces that it put between characters of a script without
 * spaces.
 * @param source as it is typed, in several lines
 */
export function withoutFoldedSpaces(folded: string, source: string): string {
  const lines = source
    .replace(/^["']|["']$/gu, '')
    .split('\n')
    .map((line) => line.trim());
  return lines.slice(1).reduce((text, line, index) => {
    const before = (lines[index] ?? '').slice(-lineEndLength);
    const after = line.slice(0, lineEndLength);
    return joinTightly(before, after) ? text.replace(`${before} ${after}`, () => before + after) : text;
  }, folded);
}
