/** Lines that name the writer and the day at once, as systems write them under headlines. */

import { describe, expect, test } from 'vitest';
import { isFactLine, readFacts } from '../../../src/imports/facts/fact-lines.ts';
import { findDate } from '../../../src/imports/facts/find-date.ts';
import { LabelWords } from '../../../src/imports/facts/label-words.ts';
import { config } from '../import-config.ts';

const labels = new LabelWords(config);
const read = (text: string) => readFacts([{ line: 1, text }], labels, 'page.html');

describe('a byline with its date', () => {
  test.each([
    'Submitted by Hanna Berg on Wed, 03/05/2014 - 10:12',
    'Submitted by Hanna Berg on March 5, 2014 - 9:30am',
    'Posted on March 5, 2014 by Hanna Berg',
    'Posted by Hanna Berg on March 5, 2014 at 10:12',
    'Published March 5, 2014 by Hanna Berg',
    'By Hanna Berg | March 5, 2014',
    'By Hanna Berg, March 5, 2014',
    'By Hanna Berg - March 5, 2014 10:12 am',
    'March 5, 2014 by Hanna Berg',
    'Gespeichert von Hanna Berg am Mi., 05.03.2014 - 10:12',
    'Von Hanna Berg, Mittwoch, 5. März 2014, 10.12 Uhr',
    'Soumis par Hanna Berg le mer, 05/03/2014 - 10:12',
    'Publié par Hanna Berg le 5 mars 2014',
    'Enviado por Hanna Berg el Mié, 05/03/2014 - 10:12',
    'Por Hanna Berg | 5 de marzo de 2014',
  ])('%s', (line) => {
    expect(isFactLine(line, labels)).toBe(true);
    const { credits, date, issues, rest } = read(line);
    expect(date?.value).toBe('2014-03-05');
    expect(credits.map(({ role, name }) => `${role}: ${name}`)).toEqual(['draft: Hanna Berg']);
    expect([issues, rest]).toEqual([[], []]);
  });

  test.each([
    'By Wednesday, March 5, 2014, all of it was sold.',
    'Photo by Hanna Berg on March 5, 2014',
    'By the river, March 5, 2014',
    'Posted on March 5, 2014 by the gate',
  ])('is none of "%s"', (line) => {
    expect(read(line).credits.filter(({ role }) => role === 'draft')).toEqual([]);
    expect(read(line).date).toBeUndefined();
  });

  test('names no account of the system, and says so', () => {
    const { credits, date, issues } = read('Submitted by admin on Tue, 2014-03-04 09:00');
    expect(credits).toEqual([]);
    expect(date?.value).toBe('2014-03-04');
    expect(issues).toMatchObject([{ kind: 'dropped', text: 'admin' }]);
  });
});

test.each([
  ['Fri, 04/12/2019', '2019-04-12', false],
  ['Thursday, 04/12/2019', '2019-04-12', true],
  ['mer. 04/12/2019', '2019-12-04', false],
  ['04/12/2019', '2019-04-12', true],
])('the weekday tells which number of %s is the month', (text, day, isAmbiguous) => {
  expect(findDate(text)).toMatchObject({ day, isAmbiguous });
});

test.each([
  ['Le 1er août 2014', '2014-08-01'],
  ['5 de setembro de 2014', '2014-09-05'],
  ['5 settembre 2014', '2014-09-05'],
  ['5 września 2014 r.', '2014-09-05'],
  ['5 сентября 2014 г.', '2014-09-05'],
  ['5 Eylül 2014', '2014-09-05'],
  ['5 سبتمبر 2014', '2014-09-05'],
  ['2014년 9월 5일', '2014-09-05'],
  ['5 mars 2014', '2014-03-05'],
  ['5 mares 2014', undefined],
])('the months of %s are read', (text, day) => {
  expect(findDate(text)?.day).toBe(day);
});
