/** Which photo a story opens with, and what is left in its text. */

import { describe, expect, test } from 'vitest';
import type { ArticleLayout } from '../../src/content/article.ts';
import type { Article, BodyBlock, Picture } from '../../src/site/site.ts';
import { defined } from '../../src/text/defined.ts';
import { openingOf } from '../../templates/components/story-opening.ts';
import { makeArticle } from '../site/make-article.ts';

const base = makeArticle({ name: 'opening', pictureCount: 5 });
const [first, second, third] = base.pictures;
if (first === undefined || second === undefined || third === undefined)
  throw new Error('There are no pictures.');
const figure = (picture: Picture): BodyBlock => ({ kind: 'figure', picture });
const gallery = (...pictures: readonly Picture[]): BodyBlock => ({ kind: 'gallery', pictures });
const upright: Picture = { ...first, photo: { ...first.photo, widthPx: 2400, heightPx: 3200 } };
const small: Picture = { ...first, photo: { ...first.photo, widthPx: 900, heightPx: 600 } };
const prose: BodyBlock = { kind: 'prose', html: '<p>Words</p>' };
const heading: BodyBlock = { kind: 'prose', html: '<p>Words</p>\n<h2 id="a">A</h2>' };
const note: BodyBlock = { kind: 'note', blocks: [] };

function story(
  blocks: readonly BodyBlock[],
  layout?: ArticleLayout,
  image: Picture | undefined = first,
): Article {
  return { ...base, ...defined({ image, layout }), body: { ...base.body, blocks } };
}

describe('a story opens', () => {
  test('with a fine photo that stands alone above the first heading, wherever the text has it', () => {
    const blocks = [prose, figure(first), prose, figure(second)];
    expect(openingOf(story(blocks))).toEqual({
      layout: 'photo-first',
      opening: first,
      blocks: [prose, prose, figure(second)],
    });
  });

  test.each<{ name: string; blocks: readonly BodyBlock[]; image?: Picture }>([
    { name: 'stands under a heading', blocks: [prose, heading, figure(first)] },
    { name: 'stands beside another', blocks: [prose, figure(first), figure(second), prose] },
    { name: 'is upright', blocks: [prose, figure(upright)], image: upright },
    { name: 'is small', blocks: [prose, figure(small)], image: small },
    {
      name: 'is to stand small',
      blocks: [prose, figure({ ...first, size: 'half' })],
      image: { ...first, size: 'half' },
    },
    { name: 'is one of three', blocks: [prose, gallery(first, second, third)] },
    { name: 'is not the first of its gallery', blocks: [prose, gallery(...base.pictures)], image: second },
    { name: 'stands in a box', blocks: [prose, { kind: 'note', blocks: [figure(first)] }] },
  ])('with its headline, where the photo $name', ({ blocks, image = first }) => {
    expect(openingOf(story(blocks, undefined, image))).toEqual({ layout: 'standard', blocks });
  });

  test('with the first photo of a gallery that is one without it', () => {
    const [, ...others] = base.pictures;
    expect(openingOf(story([prose, gallery(...base.pictures)]))).toEqual({
      layout: 'photo-first',
      opening: first,
      blocks: [prose, gallery(...others)],
    });
  });

  test('from edge to edge with a panorama', () => {
    const panorama: Picture = { ...first, photo: { ...first.photo, widthPx: 4200, heightPx: 1400 } };
    expect(openingOf(story([prose, figure(panorama)], undefined, panorama))).toEqual({
      layout: 'full-bleed',
      opening: panorama,
      blocks: [prose],
    });
  });

  test('with the photo that its text begins with', () => {
    expect(openingOf(story([figure(first), note]))).toEqual({
      layout: 'photo-first',
      opening: first,
      blocks: [note],
    });
  });

  test('with its first photo wherever it stands, where the editor says so', () => {
    const blocks = [note, figure(first), note, figure(second)];
    expect(openingOf(story(blocks, 'full-bleed'))).toEqual({
      layout: 'full-bleed',
      opening: first,
      blocks: [note, note, figure(second)],
    });
  });

  test('with its headline on the photo, where that lies, and beside one that stands', () => {
    expect(openingOf(story([figure(first)], 'cover'))).toMatchObject({ layout: 'cover', opening: first });
    expect(openingOf(story([figure(upright)], 'cover', upright))).toMatchObject({
      layout: 'photo-first',
      opening: upright,
    });
  });

  test('with its headline where the editor says so, though the text begins with a photo', () => {
    const blocks = [figure(first), note];
    expect(openingOf(story(blocks, 'standard'))).toEqual({ layout: 'standard', blocks });
  });

  test('with the lead photo that has no place in the text, and takes nothing out of it', () => {
    const lead: Picture = { ...first, number: 0 };
    const blocks = [note, figure(first)];
    expect(openingOf(story(blocks, 'photo-first', lead))).toEqual({
      layout: 'photo-first',
      opening: lead,
      blocks,
    });
    expect(openingOf(story(blocks, undefined, lead))).toEqual({
      layout: 'photo-first',
      opening: lead,
      blocks,
    });
    const upright0: Picture = { ...upright, number: 0 };
    expect(openingOf(story([prose], undefined, upright0))).toEqual({
      layout: 'standard',
      lead: upright0,
      blocks: [prose],
    });
  });

  test('with a photo of a gallery where the editor says so, and leaves the others as they are called', () => {
    const titled: BodyBlock = { kind: 'gallery', title: 'Two', pictures: [first, second] };
    expect(openingOf(story([titled], 'full-bleed', second))).toEqual({
      layout: 'full-bleed',
      opening: second,
      blocks: [{ kind: 'gallery', title: 'Two', pictures: [first] }],
    });
    expect(openingOf(story([gallery(first, second)], 'photo-first'))).toEqual({
      layout: 'photo-first',
      opening: first,
      blocks: [figure(second)],
    });
    expect(openingOf(story([gallery(first, second), figure(third)], 'photo-first'))).toMatchObject({
      opening: third,
    });
  });

  test('with its headline where it has no photo, whatever the editor says', () => {
    expect(
      openingOf({
        ...makeArticle({ name: 'bare' }),
        layout: 'full-bleed',
        body: { ...base.body, blocks: [prose] },
      }),
    ).toEqual({
      layout: 'standard',
      blocks: [prose],
    });
  });
});
