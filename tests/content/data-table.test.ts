/** Figures of charts as spreadsheets save them, and as people break them. */

import { describe, expect, test } from 'vitest';
import { printDataTable, readDataTable } from '../../src/content/data-table.ts';

const read = (text: string) => readDataTable(text, 'hash', 'content/a.csv');
const rowsOf = (text: string) => {
  const reading = read(text);
  return reading.ok
    ? reading.table.rows.map(({ label, values }) => [label, ...values])
    : reading.diagnostics.map(({ message }) => message);
};
/** `line:column-endColumn message | hint` */
const mistakesOf = (text: string): readonly string[] => {
  const reading = read(text);
  return reading.ok
    ? []
    : reading.diagnostics.map(
        ({ line, column, endColumn, message, hint }) => `${line}:${column}-${endColumn} ${message} | ${hint}`,
      );
};

describe('what spreadsheets save', () => {
  test.each([
    ['commas', 'Year,Visits,Loans\n2023,10,1.5\n2024,20,-2\n'],
    ['semicolons', 'Year;Visits;Loans\n2023;10;1.5\n2024;20;-2'],
    ['tabs', 'Year\tVisits\tLoans\n2023\t10\t1.5\n2024\t20\t-2\n\n'],
    ['quotation marks', '"Year","Visits","Loans"\n"2023","10","1.5"\n"2024","20","-2"\n'],
    ['empty lines and spaces', 'Year, Visits ,Loans\n\n2023, 10,1.5\n,,\n2024,20, -2\n'],
    ['decimal commas beside semicolons', 'Year;Visits;Loans\n2023;10;1,5\n2024;20;-2'],
    ['a minus as it is typeset', 'Year,Visits,Loans\n2023,10,1.5\n2024,20,−2'],
    ['digits of Arabic', 'Year,Visits,Loans\n2023,١٠,١٫٥\n2024,٢٠,-٢'],
    ['digits of full width', 'Year,Visits,Loans\n2023,１０,1.5\n2024,２０,-２'],
  ])('is read with %s', (_, text) => {
    expect(rowsOf(text)).toEqual([
      ['2023', 10, 1.5],
      ['2024', 20, -2],
    ]);
  });

  test('a cell with commas, quotation marks or two lines of its own is one cell', () => {
    expect(rowsOf('Hall,Students\n"Sports hall, east",1\n"The ""old"" hall",2\n"North\nwing",3\n')).toEqual([
      ['Sports hall, east', 1],
      ['The "old" hall', 2],
      ['North wing', 3],
    ]);
  });

  test('what is not known is no zero', () => {
    expect(rowsOf('Year,A,B,C\n2024,n/a,–,0\n')).toEqual([['2024', null, null, 0]]);
  });

  test('years may name the columns', () => {
    expect(rowsOf('Country,2023,2024\nPeru,1,2\n')).toEqual([['Peru', 1, 2]]);
  });

  test('the table is a file again, which says the same', () => {
    const reading = read('Hall;Students\n"Sports hall, east";1,5\nNorth;n/a\n');
    expect(reading.ok && printDataTable(reading.table)).toBe(
      'Hall,Students\n"Sports hall, east",1.5\nNorth,n/a\n',
    );
  });
});

describe('a mistake is told at its cell, with what to type', () => {
  test.each([
    [
      'Year,Visits\n2023,"1,204"\n',
      '2:6-13 "1,204" has a comma, which may part thousands or stand for the point. | Write 1204 or 1.204, whichever is meant.',
    ],
    ['Year,Visits\n2023,"1,204,500"\n', '2:6-17 "1,204,500" has commas between thousands. | Write 1204500'],
    ['Year;Visits\n2023;1.204.500\n', '2:6-15 "1.204.500" has points between thousands. | Write 1204500'],
    ['Year;Visits\n2023;1.204,5\n', '2:6-13 "1.204,5" has points between thousands. | Write 1204.5'],
    ['Year;Visits\n2023;1 204\n', '2:6-11 "1 204" has spaces or marks between its digits. | Write 1204'],
    ['Year,Visits\n2023,"1,5"\n', '2:6-11 "1,5" has a comma where the point belongs. | Write 1.5'],
    [
      'Year;Visits\n2023;1,204\n',
      '2:6-11 "1,204" has a comma, which may part thousands or stand for the point. | Write 1204 or 1.204, whichever is meant.',
    ],
    [
      'Year,Share\n2023,45%\n',
      '2:6-9 "45%" has a percent sign. | Write 45, and what all numbers are in the braces of the chart: {unit="%"}',
    ],
    [
      'Year,Visits\n2023,about 40\n',
      '2:6-14 "about 40" is not a number. | Write the number alone: 40. What all numbers are stands in the braces of the chart: {unit="students"}',
    ],
    [
      'Year,Visits\n2023,none\n',
      '2:6-10 "none" is not a number. | Write the number alone, or n/a where it is not known.',
    ],
    [
      'Year,Visits\n2023,\n',
      '2:6-7 This cell is empty. | Write 0 where nothing was counted, n/a where the number is not known.',
    ],
    [
      'Year,Visits\n2023,1\n,2\n',
      '3:1-2 This line does not say what it is about. | Write it into its first cell.',
    ],
    [
      'Year,Visits\n2023,1,204\n',
      '2:8-11 This line has 3 cells, and the first line has 2 cells. | If a cell has a comma in it, put quotation marks around the cell: "Cheng, Mingyuan". Else delete what is too much.',
    ],
    [
      'Year,Visits,Loans\n2023,1\n',
      '2:6-7 This line has 2 cells, and the first line has 3 cells. | Write what is missing; n/a where a number is not known.',
    ],
    [
      'Year,Visits,\n2023,1,2\n',
      '1:13-14 This column has no name. | Write into the first line what the column counts, or delete the column.',
    ],
    [
      'Year,Visits,Visits\n2023,1,2\n',
      '1:13-19 Two columns are called "Visits". | Give one of them another name.',
    ],
    [
      '2022,5\n2023,1\n',
      '1:1-5 The first line holds numbers, where the names of the columns belong. | Put a line above it: Year,Visitors',
    ],
    [
      'Visits\n5\n6\n',
      '1:1-7 The file has one column only. | Separate the columns with commas, semicolons or tabs: Year,Visitors',
    ],
    [
      'Year,Visits\n',
      '1:1-2 The file has one line only, which names the columns. | Write the names of the columns into the first line, and a line for each year or thing below it.',
    ],
    [
      '\n\n',
      '1:1-2 The file is empty. | Write the names of the columns into the first line, and a line for each year or thing below it.',
    ],
  ])('%j', (text, wanted) => expect(mistakesOf(text)).toEqual([wanted]));

  test('lines of a cell count too', () => {
    expect(mistakesOf('Hall,Students\n"North\nwing",x\n')).toEqual([
      expect.stringMatching(/^3:7-8 "x" is not/u),
    ]);
  });

  test('of one kind of mistake three are told, with how many there are more', () => {
    const rows = [1, 2, 3, 4, 5].map((year) => `202${year},"${year},5"`);
    const told = mistakesOf(`Year,Share\n${rows.join('\n')}\n`);
    expect(told).toHaveLength(3);
    expect(told[2]).toContain('So it is with 2 more.');
  });

  test('a quotation mark that is never closed is told, and no line is lost without a word', () => {
    expect(mistakesOf('Hall,Students\n"North,1\nSouth,2\n')[0]).toContain('A quotation mark opens here');
  });

  test('a file with more lines than a chart can show is told of once', () => {
    const rows = Array.from({ length: 600 }, (_, index) => `${index},x`);
    expect(mistakesOf(`N,Visits\n${rows.join('\n')}\n`)).toEqual([expect.stringContaining('at most 500')]);
  });
});
