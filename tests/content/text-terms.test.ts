import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { termsOf } from '../../src/content/terms.ts';
import { countTerms, parseTextTerms, printTextTerms, textTermsOf } from '../../src/content/text-terms.ts';

describe('the terms of a text', () => {
  test('are told apart by how often they stand there, in the order of their first places', () => {
    const counts = countTerms('Steel bridges, steel rails and old steel. A bridge.', 'en');
    expect(textTermsOf(counts)).toEqual({ once: ['bridg', 'rail', 'and', 'old'], repeated: ['steel'] });
  });

  test('are those of the whole text, in its order', () => {
    const word = fc.constantFrom(
      'Steel',
      'steel',
      'Brücke',
      'brucke',
      '钢桥',
      'جسور',
      "year's",
      '鹭A鹭',
      'I',
    );
    const words = fc.array(word, { maxLength: 30 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(words, fc.constantFrom('en', 'de', 'zh', 'ar', 'tr'), (text, lang) => {
        const counts = new Map<string, number>();
        for (const term of termsOf(text, lang)) counts.set(term, (counts.get(term) ?? 0) + 1);
        expect([...countTerms(text, lang)]).toEqual([...counts]);
      }),
    );
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
