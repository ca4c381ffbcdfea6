import { expect, test } from 'vitest';
import { findStories } from '../../assets/scripts/editor/find-stories.ts';
import type { StoryEntry } from '../../src/editor/store-messages.ts';

const entry = (file: string, title: string): StoryEntry => ({
  ...{ file, title, lang: 'en', day: '2024-01-02', topics: [], writers: [], state: 'published' },
  ...{ due: [], undescribed: 0 },
});
const stories = [
  entry('articles/2024/fair/index.md', 'A Bamboo Fair'),
  entry('articles/2024/fair/index.zh.md', '竹子展'),
  entry('articles/2023/bamboo-bicycle/index.md', 'Riding to the Lake'),
];

test('stories are found by words of their headline or folder, each once whatever its languages', () => {
  expect(findStories(stories, 'BAMBOO')).toEqual([
    { value: '2024/fair', label: 'A Bamboo Fair' },
    { value: '2023/bamboo-bicycle', label: 'Riding to the Lake' },
  ]);
  expect(findStories(stories, '竹子')).toEqual([{ value: '2024/fair', label: '竹子展' }]);
  expect(findStories(stories, 'lake bicycle').map(({ value }) => value)).toEqual(['2023/bamboo-bicycle']);
  expect(findStories(stories, 'nothing')).toEqual([]);
});

test('no more are offered than can be looked through', () => {
  const many = Array.from({ length: 500 }, (_, index) => entry(`articles/2024/s${index}/index.md`, 'S'));
  expect(findStories(many, '')).toHaveLength(20);
});
