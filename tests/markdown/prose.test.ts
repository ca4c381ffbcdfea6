import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cover } from '../../src/markdown/cover.ts';
import { readProse } from '../../src/markdown/prose.ts';
import { markdownText } from './markdown-text.ts';

const wordsOf = (source: string) => readProse(source, 1).map(({ text }) => text.replaceAll(cover, '·'));

describe('the words of a body', () => {
  test('are read with code, addresses, escapes and photos covered', () => {
    expect(wordsOf('A `b  c` [d "e"](f.md "g") h\\" <https://i.example> &quot; j.[^k]\n\n[^k]: l')).toEqual([
      'A ······ [d "e"··········· h·· ··················· ······ j.····',
      'l',
    ]);
  });

  test('are not those of code blocks and photos’ file names, but of their captions', () => {
    const source = '```\n"x"\n```\n\n    "y"\n\n![An alt](a.jpg "Caption  here"){credit="LI Hua"}';
    expect(wordsOf(source)).toEqual(['·'.repeat(49), 'An alt', 'Caption  here']);
  });

  test('of lists, quotations, tables and headings have their places', () => {
    const source = '## One  two\n\n- a b\n  c d\n\n> e\n> f\n\n| g | g g |\n|---|---|\n| h | g |';
    const lines = source.split('\n');
    for (const { line, column, text } of readProse(source, 1)) {
      expect(lines[line - 1]?.slice(column - 1, column - 1 + text.length)).toBe(text);
    }
    expect(readProse(source, 5).map(({ line, column, kind }) => [line, column, kind])).toEqual([
      [5, 4, 'heading'],
      [7, 3, 'paragraph'],
      [8, 3, 'paragraph'],
      [10, 3, 'paragraph'],
      [11, 3, 'paragraph'],
      [13, 3, 'cell'],
      [13, 7, 'cell'],
      [15, 3, 'cell'],
      [15, 7, 'cell'],
    ]);
  });

  test('stand, whatever the text, where they say', () => {
    fc.assert(
      fc.property(markdownText, (source) => {
        const lines = source.split('\n');
        for (const { line, column, text } of readProse(source, 1)) {
          for (const [index, character] of [...text.split('')].entries()) {
            if (character !== cover) expect(lines[line - 1]?.[column - 1 + index]).toBe(character);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
