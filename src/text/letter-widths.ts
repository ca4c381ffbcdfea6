/** Measures a text in widths of Latin letters: those of Chinese, Japanese and Korean count twice. */

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

export function letterWidths(text: string): number {
  return text.length + (text.match(wide)?.length ?? 0);
}
