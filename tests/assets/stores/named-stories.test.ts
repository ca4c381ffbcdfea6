/** Stories that a text names: the check of one story must know that they are there. */

import { expect, test } from 'vitest';
import { StoryNames } from '../../../assets/scripts/editor/stores/named-stories.ts';

const fair = 'articles/2024/fair/index.md';
const names = new StoryNames([
  fair,
  'articles/2024/bridge/index.md',
  'articles/2024/bridge/index.zh.md',
  'articles/2023/bridge/index.md',
  'articles/2023/湖面/index.md',
  'articles/2024/bridge/photo.jpg',
  'people/li-hua.md',
]);

test.each([
  ['[a](../bridge/index.md)', ['articles/2024/bridge/index.md', 'articles/2024/bridge/index.zh.md']],
  ['[a](../../2023/bridge/index.md#part)', ['articles/2023/bridge/index.md']],
  ['[a](../../2023/%E6%B9%96%E9%9D%A2/index.md)', ['articles/2023/湖面/index.md']],
  ['---\nrelated: [2023/bridge]\n---\n', ['articles/2023/bridge/index.md']],
  [
    '---\nrelated:\n  - bridge\n---\n',
    ['articles/2024/bridge/index.md', 'articles/2024/bridge/index.zh.md', 'articles/2023/bridge/index.md'],
  ],
  ['[a](../nothing/index.md) and 2024/fair itself, in 12024/bridge', []],
  ['[a](%E6%zz/index.md) ../%E6%zz/', []],
])('%j', (text, files) => {
  expect([...names.namedIn(fair, text)].sort()).toEqual([...files].sort());
});
