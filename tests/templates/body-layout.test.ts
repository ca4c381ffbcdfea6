/** How wide photos stand in a text, which form pairs, and what the text runs around. */

import { describe, expect, test } from 'vitest';
import type { BodyBlock, Picture } from '../../src/site/site.ts';
import { defined } from '../../src/text/defined.ts';
import { layOutBody, sizeOf } from '../../templates/components/body-layout.ts';
import { makeArticle } from '../site/make-article.ts';

const [any] = makeArticle({ name: 'layout', pictureCount: 1 }).pictures;
if (any === undefined) throw new Error('There is no picture.');
const base = any;

function picture(widthPx: number, heightPx: number, size?: Picture['size']): Picture {
  return { ...base, photo: { ...base.photo, widthPx, heightPx }, ...defined({ size }) };
}
const figure = (of: Picture): BodyBlock => ({ kind: 'figure', picture: of });
const prose = (letters: number, more = ''): BodyBlock => ({
  kind: 'prose',
  html: `<p>${'Words. '.repeat(letters / 7)}</p>${more}`,
});
const kindsOf = (blocks: readonly BodyBlock[]) =>
  layOutBody(blocks).map((part) =>
    part.kind === 'block' ? part.block.kind : `beside ${part.floating.kind}`,
  );

describe('a photo stands', () => {
  test.each([
    ['half as wide as the text, if it is upright', picture(2400, 3200), 'half'],
    ['as wide as the text, if it is almost square', picture(4000, 3000), 'text'],
    ['as wide as the text, if it is small', picture(800, 500), 'text'],
    ['wider than the text, if it lies', picture(3000, 2000), 'wide'],
    ['from edge to edge, if it is a panorama', picture(4200, 1400), 'full'],
    ['as the editor says', picture(4200, 1400, 'text'), 'text'],
  ])('%s', (_name, of, size) => {
    expect(sizeOf(of)).toBe(size);
  });
});

describe('text runs around', () => {
  const upright = figure(picture(2400, 3200));

  test('an upright photo, where it is long enough', () => {
    expect(kindsOf([prose(70), upright, prose(2100)])).toEqual(['prose', 'beside figure']);
    expect(kindsOf([upright, prose(70)])).toEqual(['figure', 'prose']);
    expect(kindsOf([upright])).toEqual(['figure']);
  });

  test('no photo of another size', () => {
    expect(kindsOf([figure(picture(3000, 2000)), prose(2100)])).toEqual(['figure', 'prose']);
    expect(kindsOf([figure(picture(3000, 2000, 'half')), prose(2100)])).toEqual(['beside figure']);
  });

  test('nothing where it holds what needs the whole width', () => {
    expect(kindsOf([upright, prose(2100, '<table></table>')])).toEqual(['figure', 'prose']);
  });

  test('a quote, which stands in the margin: Chinese letters count twice', () => {
    const quote: BodyBlock = { kind: 'quote', html: '<p>Words.</p>' };
    expect(kindsOf([quote, prose(700)])).toEqual(['beside quote']);
    expect(kindsOf([quote, prose(70)])).toEqual(['quote', 'prose']);
    const chinese: BodyBlock = { kind: 'prose', html: `<p>${'字'.repeat(150)}</p>` };
    expect(kindsOf([quote, chinese])).toEqual(['beside quote']);
    const latin: BodyBlock = { kind: 'prose', html: `<p>${'a'.repeat(150)}</p>` };
    expect(kindsOf([quote, latin])).toEqual(['quote', 'prose']);
  });
});

test('half photos one after the other form a pair, and keep their order and numbers', () => {
  const pair = [1, 2].map((number) => ({ ...picture(2400, 3200), number }));
  const [first, second] = layOutBody([...pair.map(figure), prose(2100)]);
  expect(first).toEqual({ kind: 'block', block: { kind: 'gallery', pictures: pair } });
  expect(second).toEqual({ kind: 'block', block: prose(2100) });
});

test('text from which the opening photo was taken is one text again', () => {
  const parts = layOutBody([
    { kind: 'prose', html: '<p>Before.</p>' },
    { kind: 'prose', html: '<h2>After</h2>' },
  ]);
  expect(parts).toEqual([
    { kind: 'block', block: { kind: 'prose', html: '<p>Before.</p>\n<h2>After</h2>' } },
  ]);
});
