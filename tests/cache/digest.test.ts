import { createHash } from 'node:crypto';
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

test('an object may be digested by its parts', () => {
  const one = digestOnce({ a: 1, sum: 3 }, [1, 2]);
  expect(digestOf([one])).toBe(digestOf([digestOf([1, 2])]));
  expect(digestOf([{ ...one }])).toBe(digestOf([{ a: 1, sum: 3 }]));
});

test('data that holds nothing shared is digested as JSON writes it', () => {
  const value = {
    a: [1, null, undefined, 'two', { b: undefined, c: () => 1, d: new Date(0) }],
    e: Number.NaN,
  };
  const json = JSON.stringify(value);
  expect(digestOf(value)).toBe(createHash('sha256').update(json).digest('base64url'));
  expect(digestOf(undefined)).toBe(createHash('sha256').update('').digest('base64url'));
});

test('what holds something shared stays as it is', () => {
  const shared = digestOnce({ name: 'x' });
  const value = { list: [shared, 1], deep: { shared } };
  digestOf(value);
  expect(value).toEqual({ list: [{ name: 'x' }, 1], deep: { shared: { name: 'x' } } });
});
