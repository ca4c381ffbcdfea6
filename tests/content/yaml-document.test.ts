import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maximumYamlLength, readYaml } from '../../src/content/yaml-document.ts';
import { hostileYaml } from '../fixtures/hostile-pieces.ts';

const yaml = fc
  .array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...hostileYaml) }, fc.string({ maxLength: 6 })), {
    maxLength: 25,
  })
  .map((parts) => parts.join('').replaceAll('\r', ''));

describe('any text as YAML', () => {
  test('is read without throwing, and gives either data or what is wrong, at a place in the text', () => {
    fc.assert(
      fc.property(yaml, (text) => {
        const { value, diagnostics } = readYaml(text, 'index.md', 2);
        const lines = text.split('\n');
        if (diagnostics.length > 0) expect(value).toBeUndefined();
        for (const { line, column, endColumn, message, hint } of diagnostics) {
          const length = lines[line - 2]?.length ?? -1;
          expect(length).toBeGreaterThanOrEqual(0);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual(length + 1);
          expect(endColumn).toBeGreaterThan(column);
          expect(message).not.toBe('');
          expect(hint).not.toBe('');
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('has its mistakes where they are, also where the parser has read a line twice', () => {
    const { diagnostics } = readYaml(' :\nws\n\ns:\n >', 'site.yaml', 1);
    expect(diagnostics.map(({ line, column }) => [line, column])).toContainEqual([5, 2]);
  });

  test('of aliases that would grow to a billion entries is refused before anything grows', () => {
    const levels = Array.from({ length: 30 }, (_, level) =>
      level === 0
        ? 'a0: &a0 [x, x, x]'
        : `a${level}: &a${level} [*a${level - 1}, *a${level - 1}, *a${level - 1}]`,
    );
    const { value, diagnostics } = readYaml(levels.join('\n'), 'index.md', 2);
    expect(value).toBeUndefined();
    expect(diagnostics.length).toBeGreaterThan(30);
  });

  test('of brackets in brackets is refused', () => {
    const { value, diagnostics } = readYaml(`title: ${'['.repeat(10_000)}`, 'index.md', 2);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'invalid-yaml', line: 2, column: 58 }]);
  });

  test('longer than any front matter is refused, and an indented depth of hundreds is read', () => {
    expect(readYaml('x'.repeat(maximumYamlLength + 1), 'index.md', 2).diagnostics).toMatchObject([
      { code: 'invalid-yaml', line: 2, column: 1 },
    ]);
    const deep = Array.from({ length: 300 }, (_, level) => `${' '.repeat(level)}a:`).join('\n');
    expect(readYaml(deep, 'index.md', 2).diagnostics).toEqual([]);
  });

  test('keeps a date as the text that was typed, and true, false and numbers as what they are', () => {
    const { value } = readYaml('a: 2024-01-02\nb: true\nc: 7\nd: no\ne: 0x1F\nf: 1_000\ng: ~', 'index.md', 2);
    expect(value).toEqual({ a: '2024-01-02', b: true, c: 7, d: 'no', e: 31, f: '1_000', g: null });
  });

  test('has no key that reaches a prototype', () => {
    const { value } = readYaml('__proto__: {isAdmin: true}\nconstructor: x', 'index.md', 2);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(value).not.toHaveProperty('isAdmin');
  });
});
