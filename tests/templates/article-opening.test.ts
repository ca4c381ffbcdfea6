/** Which photo a story opens with, and what is left in its text. */

import { describe, expect, test } from 'vitest';
import type { ArticleLayout } from '../../src/content/article.ts';
import type { Article, BodyBlock, Picture } from '../../src/site/site.ts';
import { defined } from '../../src/text/defined.ts';
import { openingOf } from '../../templates/components/article-opening.tsx';
import { makeArticle } from '../site/make-article.ts';

const base = makeArticle({ name: 'opening', pictureCount: 2 });
const [first, second] = base.pictures;
if (first === undefined || second === undefined) throw new Error('There are no pictures.');
const figure = (picture: Picture): BodyBlock => ({ kind: 'figure', picture });
const note: BodyBlock = { kind: 'note', blocks: [] };

function story(
  blocks: readonly BodyBlock[],
  layout?: ArticleLayout,
  image: Picture | undefined = first,
): Article {
  return { ...base, ...defined({ image, layout }), body: { ...base.body, blocks } };
}

describe('a story opens', () => {
  test('with its headline, where the text comes first', () => {
    const blocks = [note, figure(first)];
    expect(openingOf(story(blocks))).toEqual({ layout: 'standard', blocks });
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
    expect(openingOf(story(blocks, undefined, lead))).toEqual({ layout: 'standard', lead, blocks });
  });

  test('with its headline where only a gallery has photos', () => {
    const blocks: readonly BodyBlock[] = [{ kind: 'gallery', pictures: [first, second] }];
    expect(openingOf(story(blocks, 'full-bleed'))).toEqual({ layout: 'standard', blocks });
  });
});
