/** Puts the image library's complaints into words that an editor can use. */

import type { PhotoFault } from './photo-fault.ts';

const REASONS: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [
    /premature end of data segment|corrupt (?:jpeg data|frame)|extraneous|huffman|invalid frame data|error in tile/i,
    'data in its middle is wrong',
  ],
  [
    /premature end|truncat|unexpected end|end of (?:file|stream)|not enough|eof|incomplete/i,
    'its end is missing',
  ],
  [/pixel limit/i, 'it declares more pixels than any camera makes'],
  [
    /contains unsupported image format/i,
    'it is not complete, or uses a variant of its format that cannot be read',
  ],
];

const VARIANTS: readonly (readonly [pattern: RegExp, variant: string])[] = [
  [/old-style jpeg/i, 'a TIFF with old-style JPEG inside'],
  [/unsupported jpeg process/i, 'a JPEG of a kind that only special programs write (lossless or arithmetic)'],
  [/bad labq format/i, 'a TIFF in CIELAB colours'],
  [/compression (?:scheme|method).*not|not configured/i, 'a TIFF with a rare compression'],
  [/unsupported (?:codec|feature|image type)/i, 'a file with a rare compression'],
  [/unsupported|no decode delegate|not supported|not implemented/i, 'a rare variant of its format'],
];

/** Never the library's own words: they name libraries and sometimes paths, and differ between versions. */
export function damageReason(error: unknown): string {
  return match(REASONS, error) ?? 'its pixels cannot be decoded';
}

/** What is wrong with a picture that the library cannot decode. */
export function damageOf(error: unknown): PhotoFault {
  const variant = match(REASONS, error) === undefined ? match(VARIANTS, error) : undefined;
  return variant === undefined
    ? { kind: 'damaged', reason: damageReason(error) }
    : { kind: 'variant', variant };
}

function match(
  table: readonly (readonly [pattern: RegExp, text: string])[],
  error: unknown,
): string | undefined {
  const message = error instanceof Error ? error.message : '';
  return table.find(([pattern]) => pattern.test(message))?.[1];
}
