/** Puts letters and their marks together (Unicode NFC), as keyboards type them. Pure. */

/** A letter with the marks that are stored apart from it. */
const marked = /\P{M}\p{M}+/gu;

/** Latin letters, punctuation, Chinese characters and full-width forms: most texts have nothing else, and no mark is here. */
const unmarked = /^[\u0000-\u02ff\u2000-\u206f\u3000-\u3029\u4e00-\u9fff\uff00-\uffef]*$/;

/**
 * Texts keep characters that NFC would exchange for others, such as the variants of Han characters in names of people;
 * names of files and keys are compared in NFC itself.
 */
export function composed(text: string): string {
  return unmarked.test(text) || text.normalize('NFC') === text
    ? text
    : text.replace(marked, (letter) => letter.normalize('NFC'));
}

/** The same data with all of its texts and keys composed. */
export function composedData(value: unknown): unknown {
  if (typeof value === 'string') return composed(value);
  if (Array.isArray(value)) return value.map(composedData);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [composed(key), composedData(inner)]),
  );
}
