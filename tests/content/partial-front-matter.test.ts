/** A story with mistakes in its front matter is judged whole in one run, and never published. */

import { describe, expect, test } from 'vitest';
import { visibleArticles } from '../../src/site/visible-articles.ts';
import { diagnose } from '../checks/diagnose.ts';
import { smallWorld } from '../checks/small-world.ts';

const body =
  'See [below](#nothing), and [there](../nowhere/index.md).\n\n![A](gone.jpg "B")\n\n::: note\n\nText.';
const story = (keys: string) => `---\n${keys}\n---\n\n${body}\n`;
const ofBody = ['broken-link', 'broken-link', 'photo-not-found', 'unclosed-block'];
const head = 'title: A\ndate: 2024-05-06\ntopics: [Research]';

async function judged(keys: string) {
  const { diagnostics, content } = await diagnose(smallWorld(story(keys)));
  const errors = diagnostics.filter(
    ({ severity, file }) => severity === 'error' && file.endsWith('fair/index.md'),
  );
  const options = { nowMs: Date.UTC(2024, 11, 31), includeHidden: false, displayFolder: 'content' };
  return {
    codes: errors.map(({ code }) => code).sort(),
    published: content?.articles
      .filter(
        (article) =>
          visibleArticles(
            { ...content, articles: [article] },
            {
              ...options,
              photos: new Map(),
              recipe: { widthsPx: [], formats: ['jpeg'], effort: 'fast' },
              cardFace: '',
            },
          ).length > 0,
      )
      .map(({ folder }) => folder),
  };
}

describe('a mistake in the front matter', () => {
  test.each([
    ['unknown-key', `${head}\nfoo: bar`],
    ['unknown-topic', head.replace('Research', 'Sport')],
    ['invalid-date', head.replace('05-06', '13-41')],
    ['missing-key', head.replace('title: A\n', '')],
    ['missing-key', head.replace('\ntopics: [Research]', '')],
    ['unknown-role', `${head}\ncredits: {drafft: MAX}`],
    ['wrong-value', `${head}\nphotos: {1.jpg: {focus: left}}`],
    ['wrong-value', `${head}\nviewsBefore: many`],
  ])('hides none of the text: %s (%s)', async (code, keys) => {
    const { codes, published } = await judged(keys);
    expect(codes).toEqual([...ofBody, code].sort());
    expect(published).toEqual(['articles/2024/good']);
  });

  test.each([`${head}\ndraft: ja`, `${head}\nembargoUntil: tomorrow`, `${head}\npublishAt: [2024]`])(
    'that decides when the story is seen is not passed over: %s',
    async (keys) => {
      const { published } = await judged(keys);
      expect(published).toEqual(['articles/2024/good']);
    },
  );
});

describe('a mistake in site.yaml', () => {
  test.each([
    ['unknown-key', 'foo: bar'],
    ['unknown-key', 'photos: {widht: [320]}'],
    ['wrong-value', 'newsletter: [1]'],
  ])('hides none of the stories: %s (%s)', async (code, line) => {
    const world = smallWorld(story(head));
    world.set('site.yaml', `${String(world.get('site.yaml'))}${line}\n`);
    const { diagnostics } = await diagnose(world);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map((one) => one.code).sort()).toEqual([...ofBody, code].sort());
  });

  test('in one topic hides no other', async () => {
    const world = smallWorld(story(head));
    world.set(
      'site.yaml',
      String(world.get('site.yaml')).replace('slug: university-news', 'slgu: university-news'),
    );
    const { diagnostics } = await diagnose(world);
    const codes = diagnostics.filter(({ severity }) => severity === 'error').map((one) => one.code);
    expect(codes).toEqual(expect.arrayContaining(ofBody));
    expect(codes).not.toContain('unknown-topic');
  });
});
