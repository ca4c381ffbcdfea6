import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countTerms, parseTextTerms, printTextTerms, textTermsOf } from '../../src/content/text-terms.ts';

describe('the terms of a text', () => {
  test('are told apart by how often they stand there, in the order of their first places', () => {
    const counts = countTerms('Steel bridges, steel rails and old steel. A bridge.', 'en');
    expect(textTermsOf(counts)).toEqual({ once: ['bridg', 'rail', 'and', 'old'], repeated: ['steel'] });
  });

  test('come back from their line as they were, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('en', 'zh', 'ar'), (text, lang) => {
        const terms = textTermsOf(countTerms(text, lang));
        expect(printTextTerms(terms)).not.toContain('\n');
        expect(parseTextTerms(printTextTerms(terms))).toEqual(terms);
      }),
    );
  });
});
