/** Old pages mix full-width and ASCII punctuation and several kinds of space; patterns need one of each. Pure. */

/** One character for one, so that places in the folded text are those of the text. */
export function fold(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/gu, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\u0009\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu, ' ');
}

/** Marks that no reader sees: byte order marks, soft hyphens, zero-width spaces, control characters. */
const invisible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]/gu;

/** One line of readable text: no invisible marks, every run of white space one space. Full-width marks stay. */
export function cleanText(text: string): string {
  return text
    .replace(invisible, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Whether a text ends as a sentence does. */
export function endsSentence(text: string): boolean {
  return /[.!?。！？…][\s"'”’)）」』\]]*$/u.test(text);
}

/** Words and single characters of scripts without spaces, folded: for comparing what went in with what came out. */
export function wordsOf(text: string): string[] {
  return (
    fold(text)
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? []
  );
}

export function isSameWords(a: string, b: string): boolean {
  return wordsOf(a).join(' ') === wordsOf(b).join(' ');
}
