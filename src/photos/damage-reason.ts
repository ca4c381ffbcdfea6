/** Puts the image library's complaints into words that an editor can use. */

const REASONS: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [
    /premature end|truncat|unexpected end|end of (?:file|stream)|not enough|eof|incomplete/i,
    'its end is missing',
  ],
  [/pixel limit/i, 'it declares more pixels than any camera makes'],
  [
    /unsupported|no decode delegate|not supported/i,
    'it is not complete, or uses a variant of its format that cannot be read',
  ],
];

/** Never the library's own words: they name libraries and sometimes paths, and differ between versions. */
export function damageReason(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  return REASONS.find(([pattern]) => pattern.test(message))?.[1] ?? 'its pixels cannot be decoded';
}
