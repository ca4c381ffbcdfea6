import { expect, test } from 'vitest';
import { digestedAs, digestOf, digestOnce } from '../../src/cache/digest.ts';

test('equal data has one digest, other data another', () => {
  expect(digestOf({ a: [1, 'two'] })).toBe(digestOf({ a: [1, 'two'] }));
  expect(digestOf({ a: [1, 'two'] })).not.toBe(digestOf({ a: [1, 'Two'] }));
});

test('an object that is digested once counts as its own digest, and by its content', () => {
  const [one, same, other] = ['x', 'x', 'y'].map((name) => digestOnce({ name }));
  expect(digestOf([one])).toBe(digestOf([same]));
  expect(digestOf([one])).not.toBe(digestOf([other]));
  expect(one).toEqual({ name: 'x' });
});

test('JSON of an object that is digested once is its content, not its digest', () => {
  const one = digestOnce({ name: 'x' });
  digestOf([one]);
  expect(JSON.stringify([one])).toBe('[{"name":"x"}]');
});

test('an object may say what stands for it in digests', () => {
  const body = { text: 'long', [digestedAs]: 'short' };
  expect(digestOf([body])).toBe(digestOf(['short']));
});
