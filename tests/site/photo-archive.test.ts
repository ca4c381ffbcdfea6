/** Which photos the archive holds, and whose they are. */

import { describe, expect, test } from 'vitest';
import { collectPhotos } from '../../src/site/photo-archive.ts';
import type { Article, Person, Picture } from '../../src/site/site.ts';
import { makeArticle } from './make-article.ts';

const person = (slug: string, name: string): Person => ({
  slug,
  name,
  url: `/people/${slug}/`,
  sortKey: slug,
  blocks: [],
  contributions: [],
});
const people = [person('li-hua', 'LI Hua'), person('ma-jun', 'MA Jun')];

function article(name: string, parts: Partial<Article> = {}): Article {
  return {
    ...makeArticle({ name, pictureCount: 2 }),
    credits: [{ role: 'photos', label: 'Photos', people: people.slice(0, 1) }],
    ...parts,
  };
}

const [first, second] = article('fair').pictures;

describe('the archive of photos', () => {
  test('holds every photo of what is published, in the order of the articles, and nothing else', () => {
    const articles = [article('newer'), article('draft', { status: 'draft' }), article('older')];
    const photos = collectPhotos({ articles, people });
    expect(photos.map(({ article: { url }, picture }) => `${url}#${picture.number}`)).toEqual([
      '/2024/05/newer/#1',
      '/2024/05/newer/#2',
      '/2024/05/older/#1',
      '/2024/05/older/#2',
    ]);
  });

  test('begins with the lead photo where the body does not show it', () => {
    if (first === undefined) throw new Error('No picture.');
    const lead: Picture = { ...first, number: 0 };
    const photos = collectPhotos({ articles: [article('fair', { image: lead })], people });
    expect(photos.map(({ picture }) => picture.number)).toEqual([0, 1, 2]);
  });

  test('gives a photo to whom its own credit names, else to the photographers of the article', () => {
    if (first === undefined || second === undefined) throw new Error('No picture.');
    const pictures = [first, { ...first, credit: 'MA Jun' }, { ...second, credit: 'An agency' }];
    const photos = collectPhotos({ articles: [article('fair', { pictures })], people });
    expect(photos.map((photo) => photo.people.map(({ slug }) => slug))).toEqual([['li-hua'], ['ma-jun'], []]);
  });
});
