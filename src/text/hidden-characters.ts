/** Finds characters that cannot be seen: some turn the direction of text around, some only break words and searches. Pure. */

/** Embeddings, overrides and isolates of direction. */
export const turning = /[\u202a-\u202e\u2066-\u2069]/u;

/** Control characters, and halves of a pair of code units whose other half is missing: no text has them. */
export const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/u;

const everyImpossible = new RegExp(impossible.source, 'gu');

/** The same and whole pairs: looked for by code units, which takes a fraction of the time. */
const suspiciousUnit = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/;

/** A text as HTML may hold it. */
export function withoutImpossible(text: string): string {
  // All pages of a site come through here, and nearly none has any.
  return suspiciousUnit.test(text) ? text.replace(everyImpossible, '') : text;
}

/** Zero-width and other shapeless characters; joiners and marks of direction count only beside Latin or Han letters. */
export const shapeless =
  /[\u00ad\u200b\u2060\ufeff\u2028\u2029]|(?<=[\p{Script=Latin}\p{Script=Han}\d\s])[\u200c-\u200f](?=[\p{Script=Latin}\p{Script=Han}\d\s]|$)/u;

/** All but spaces, marks and what is drawn as nothing: fillers of Hangul, the empty pattern of Braille. */
const drawn = /[^\p{Z}\p{C}\p{M}\s\u115f\u1160\u3164\uffa0\u2800]/u;

/** Whether a text has at least one character that can be seen. */
export function isVisible(text: string): boolean {
  return drawn.test(text);
}

/** `U+202E`: how a character is called that cannot be shown. */
export function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
