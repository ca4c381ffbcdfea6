/** Markup that is not read is found where it stands, and what is read is left alone. */

import { describe, expect, test } from 'vitest';
import { readText } from '../../src/checks/checked-document.ts';
import { unreadMarkup } from '../../src/checks/unread-markup.ts';
import { explainMissingDocument } from '../../src/site/explain-link.ts';

function found(body: string) {
  const text = readText(`---\ntitle: A\n---\n${body}`, 'x.md', 'de', 'de-DE');
  const lines = text.text.split('\n');
  return unreadMarkup.check(text).map(({ line, column, endColumn, hint }) => ({
    typed: lines[line - 1]?.slice(column - 1, endColumn - 1),
    hint,
  }));
}

describe('a link that is not read', () => {
  test.each([
    'Siehe [Mensa](../mensa/index.md) und [Liste](http://tu.example/a b).',
    'Siehe [Liste](http://tu.example/a b) und [Mensa](../mensa/index.md).',
    'Siehe [1] und [Liste](http://tu.example/a b).',
    'Siehe [**Mensa**](../mensa/index.md), [`x`](../mensa/index.md) und [Liste](http://tu.example/a b)!',
  ])('is blamed itself: %s', (body) => {
    expect(found(body)).toEqual([
      { typed: '[Liste](http://tu.example/a b)', hint: 'Write [Liste](<http://tu.example/a b>)' },
    ]);
  });

  test('is one of several', () => {
    expect(found('[A](../a b.md), [B](../b/index.md), [C](../c d.pdf)').map(({ typed }) => typed)).toEqual([
      '[A](../a b.md)',
      '[C](../c d.pdf)',
    ]);
  });
});

describe('bold words without an end', () => {
  test.each([
    ['Das ist **wichtig und neu.', '**'],
    ['Das ist **wichtig ** und neu.', '**'],
    ['Erst **fett**, dann **offen\nund weiter.', '**'],
    ['- __Punkt', '__'],
    ['## Die **Mensa', '**'],
    ['Ein ***doppeltes Wort', '***'],
  ])('are found: %s', (body, typed) => {
    expect(found(body).map((one) => one.typed)).toEqual([typed]);
  });

  test.each([
    'Das ist **wichtig** und __neu__.',
    'Über **zwei\nZeilen** fett.',
    '2**3 und 2 ** 3 und a**b',
    'Student*innen, __init__ und `**x`',
    '\\*\\*kein',
    '** p < 0,01',
    '****',
  ])('are not found: %s', (body) => {
    expect(found(body)).toEqual([]);
  });
});

test('a document is guessed in the language that was typed, else in that of the text', () => {
  const documents = [
    'articles/2026/first-story/index.en.md',
    'articles/2026/first-story/index.md',
    'articles/2026/only/index.en.md',
  ];
  const hint = (file: string, from: string) => explainMissingDocument(file, from, documents).hint;
  expect(hint('articles/2026/frist-story/index.md', 'articles/2026/x/index.md')).toBe(
    'Did you mean ../first-story/index.md?',
  );
  expect(hint('articles/2026/frist-story/index.en.md', 'articles/2026/x/index.md')).toBe(
    'Did you mean ../first-story/index.en.md?',
  );
  expect(hint('articles/2026/frist-story/index.fr.md', 'articles/2026/x/index.en.md')).toBe(
    'Did you mean ../first-story/index.en.md?',
  );
  expect(hint('articles/2026/onlyy/index.md', 'articles/2026/x/index.md')).toBe(
    'Did you mean ../only/index.en.md?',
  );
});
