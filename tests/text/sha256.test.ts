import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256Of } from '../../src/text/sha256.ts';

test.each(['', 'Steel', '钢', 'x'.repeat(100_000)])(
  'SHA-256 of text and of its bytes is what Node says',
  (text) => {
    for (const encoding of ['hex', 'base64url'] as const) {
      const expected = createHash('sha256').update(text).digest(encoding);
      expect(sha256Of(text, encoding)).toBe(expected);
      expect(sha256Of(Buffer.from(text), encoding)).toBe(expected);
    }
  },
);
