/** Links to people are complete, and words that only look like an address are told with what to type. */

import { expect, test } from 'vitest';
import { judgeLink } from '../../src/markdown/link-target.ts';

const fault = (address: string) => {
  const judgement = judgeLink(address, 'articles/2024/fair');
  return judgement.kind === 'refused' ? `${judgement.message} ${judgement.hint}` : undefined;
};

test.each([
  ['mailto:press@uni', 'is no e-mail address'],
  ['mailto:press@uni,test', 'is no e-mail address'],
  ['mailto:press.uni.test', 'is no e-mail address'],
  ['mailto:a@uni.test;b@uni.test', 'a comma between several'],
  ['mailto:LI%20Hua%20<li@uni.test>', 'is no e-mail address'],
  ['tel:abc', 'is no telephone number'],
  ['https//uni.test/a', 'Write https://uni.test/a'],
  ['http///uni.test', 'Write http://uni.test'],
  ['htps://uni.test', 'Did you mean https:?'],
  ['mailt:a@uni.test', 'Did you mean mailto:?'],
])('%s is refused', (address, words) => {
  expect(fault(address)).toContain(words);
});

test.each([
  'mailto:press@uni.test',
  'mailto:press%40uni.test',
  'mailto:a@uni.test,b@uni.test?subject=A%20fair',
  'mailto:?subject=A%20fair',
  'mailto:o’neill+news@mail.uni.test',
  'mailto:post@bücher.example',
  'tel:+861062330000',
  'tel:110',
  'tel:+1-212-555-0100;ext=5',
  'https://uni.test',
])('%s is good', (address) => {
  expect(fault(address)).toBeUndefined();
});
