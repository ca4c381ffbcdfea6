/** What stands in an imported text after its last look: links that lead nowhere are words, or are reported. */

import { describe, expect, test } from 'vitest';
import { fixBody } from '../../src/imports/fix-body.ts';

const head = '---\ntitle: A fair\n---\n';
const options = { displayPath: 'old/page', folder: 'articles/2024/fair' };
const links = (count: number) => Array.from({ length: count }, () => '[this part](#the-end)').join(' ');

describe('links to nothing in one line', () => {
  test('become words, each reported', () => {
    const { text, issues } = fixBody(`${head}\nSee ${links(60)}.\n`, options);
    expect(text).toBe(`${head}\nSee ${links(60).replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')}.\n`);
    expect(issues).toHaveLength(60);
    expect(issues[0]).toMatchObject({ kind: 'dropped', line: 5, text: '[this part](#the-end)' });
  });

  test('are left to a person where there are too many', () => {
    const { issues } = fixBody(`${head}\nSee ${links(500)}.\n`, options);
    expect(issues.filter(({ kind }) => kind === 'look')).toEqual([
      {
        kind: 'look',
        file: 'old/page',
        line: 5,
        message: 'This page has no heading "#the-end". Fix it by hand, as 99 more.',
        text: '',
      },
    ]);
  });
});
