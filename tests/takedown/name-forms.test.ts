/** Forms of a name that texts have besides the whole one: each is shown to be looked at, and no other word is. */

import { expect, test } from 'vitest';
import { findLooks } from '../../src/takedown/find-traces.ts';
import { firstForm, nameForms } from '../../src/takedown/name-forms.ts';

const found = (names: readonly string[], text: string, email?: string) =>
  firstForm(text, nameForms(names, email))?.text;

test.each([
  ['the family name alone', 'Later, Qin left the stage.', 'Qin'],
  ['the family name in capitals', 'Photo: QIN', 'QIN'],
  ['a title', 'as Prof. Qin said', 'Prof. Qin'],
  ['a possessive', 'in Qin’s words', 'Qin’s'],
  ['a possessive without its mark', 'Qins Bilder', 'Qins'],
  ['reversed order', 'by Shaobo Qin today', 'Shaobo Qin'],
  ['a comma', 'Qin, Shaobo (2024)', 'Qin, Shaobo'],
  ['an initial', 'Photo: S. Qin', 'S. Qin'],
  ['an initial behind', 'Qin, S.: On ponds', 'Qin, S'],
  ['the given name alone', 'thanks to Shaobo for', 'Shaobo'],
  ['the address of a page', 'see https://lab.example.org/staff/qin-shaobo.html', 'qin-shaobo'],
  ['the address of a page, reversed', 'see https://lab.example.org/~shaobo_qin/', 'shaobo_qin'],
  ['the address of a page with an initial', 'see https://lab.example.org/~sqin', 'sqin'],
  ['one word', 'follow @QinShaobo there', 'QinShaobo'],
  ['an address of a mail', 'write to shaobo.qin@lab.example.org', 'shaobo.qin@'],
  ['an address of a mail that programs should not read', 'write to qin [at] example.edu', 'qin [at]'],
  ['a mail behind percent signs', 'mailto:s.qin%40example.edu', 's.qin%40'],
])('%s is one', (_, text, expected) => {
  expect(found(['QIN Shaobo'], text)?.toLowerCase()).toContain(expected.toLowerCase().slice(0, 3));
  expect(found(['QIN Shaobo'], text)).toBeDefined();
});

test.each([
  'a quinine tree',
  'Qingdao is a city',
  'the harlequin danced',
  'shaobolin',
  'https://example.org/qingdao/',
  'write to info@example.edu',
])('%s is none', (text) => {
  expect(found(['QIN Shaobo'], text)).toBeUndefined();
});

test('names without capitals have their family name at the end, and hyphens, accents and several given names', () => {
  expect(found(['Anna Müller'], 'Frau Muller kam')).toBe('Frau Muller');
  expect(found(['Anna Müller'], 'Müllers Rede')).toBe('Müllers');
  expect(found(['Jean-Luc Martin'], 'par J.-L. Martin')).toBe('J.-L. Martin');
  expect(found(['Jean-Luc Martin'], 'par J. Martin')).toBe('J. Martin');
  expect(found(['Mary Ann Evans'], 'M. A. Evans wrote')).toBe('M. A. Evans');
  expect(found(['Evans, Mary Ann'], 'Mary Ann Evans wrote')).toBe('Mary Ann Evans');
  expect(found(['Anna Müller'], 'Der Mullerei fehlt Wasser')).toBeUndefined();
});

test('a family name that is a common word is one in capitals or with a title alone', () => {
  expect(found(['HE Jun'], 'He left early, and he came back.')).toBeUndefined();
  expect(found(['HE Jun'], 'Photo: HE')).toBe('HE');
  expect(found(['HE Jun'], 'Professor He left early.')).toBe('Professor He');
  expect(found(['HE Jun'], 'Jun He left early.')).toBe('Jun He');
});

test('Chinese names are told with titles, by the given name, and with marks between', () => {
  expect(found(['秦少波'], '秦老师说')).toBe('秦老师');
  expect(found(['秦少波'], '少波同学')).toBe('少波');
  expect(found(['秦少波'], '秦 少 波')).toBe('秦 少 波');
  expect(found(['欧阳明'], '欧阳教授')).toBe('欧阳教授');
  expect(found(['秦少波'], '大秦帝国')).toBeUndefined();
});

test('the mail that the newsroom knows is one whatever the name is', () => {
  expect(found(['QIN Shaobo'], 'ask pondwatch (at) example.edu', 'pondwatch@example.edu')).toBe(
    'pondwatch (at)',
  );
});

test('in the output each is listed once a file, and not where hosts have to be told of the address', () => {
  const page = Buffer.from('<p>Qin’s words, and <a href="/people/qin-shaobo/">Prof. Qin</a>; Qin’s pond</p>');
  const forms = nameForms(['QIN Shaobo']);
  const looks = findLooks('a/index.html', page, forms);
  expect(looks).toContain("Qin's");
  expect(new Set(looks).size).toBe(looks.length);
  expect(findLooks('_redirects', page, forms)).toEqual([]);
  expect(findLooks('a.jpg', page, forms)).toEqual([]);
  expect(findLooks('a/index.html', page, [])).toEqual([]);
});

test('no text takes long, however hostile', () => {
  const forms = nameForms(['QIN Shaobo', 'Anna Maria Lopez']);
  const started = performance.now();
  for (const unit of ['qin', 'q.', 'Shaobo ', 'a-', '秦 ', '@', '%40', 'sq', 'Anna '])
    firstForm(unit.repeat(60_000 / unit.length), forms);
  expect(performance.now() - started).toBeLessThan(5000);
});
