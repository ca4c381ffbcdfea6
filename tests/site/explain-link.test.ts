import { describe, expect, test } from 'vitest';
import {
  explainMissingDocument,
  explainMissingFile,
  explainMissingHeading,
} from '../../src/site/explain-link.ts';
import { goodFrontMatter, story } from '../builds/temporary-content.ts';
import { assembled } from './assembled.ts';

const from = 'articles/2024/fair/index.md';
const documents = [
  'articles/2024/fair/index.md',
  'articles/2023/herons/index.md',
  'articles/2023/herons/index.zh.md',
  'pages/about.md',
];
const files = [...documents, 'articles/2024/fair/plan.pdf', 'articles/2023/herons/plans.pdf'];

describe('a link that leads nowhere', () => {
  test.each([
    ['articles/2024/fair/www.example.com', 'Write it whole: https://www.example.com'],
    ['articles/2024/fair/news.example.edu', 'Write it whole: https://news.example.edu'],
    ['articles/2024/fair/yang@example.edu', 'Write mailto: before it: mailto:yang@example.edu'],
    ['articles/2024/fair/plam.pdf', 'Did you mean plan.pdf?'],
    ['articles/2024/fair/photos.zip', 'Put the file into that folder, or take the link out.'],
  ])('to the file %s', (file, hint) => {
    expect(explainMissingFile(file, from, files).hint).toBe(hint);
  });

  test.each([
    ['articles/2024/herons/index.md', 'Did you mean ../../2023/herons/index.md?'],
    ['articles/2023/heron/index.md', 'Did you mean ../../2023/herons/index.md?'],
    ['articles/2024/fair/about.md', 'Did you mean ../../../pages/about.md?'],
    ['articles/2024/ponds/index.md', 'Link to another article by its file: ../../2024/its-folder/index.md'],
    ['articles/2024/fair/example.org/page/index.md', 'Write it whole: https://example.org/page'],
  ])('to the document %s', (file, hint) => {
    expect(explainMissingDocument(file, from, documents).hint).toBe(hint);
  });

  test('to a heading is told what headings there are', () => {
    expect(explainMissingHeading('pages/about.md', 'hitsory', ['history', 'people']).hint).toBe(
      'Did you mean #history?',
    );
    expect(explainMissingHeading('pages/about.md', 'prizes', ['history', 'people']).hint).toBe(
      'Headings there: #history, #people; or leave out what follows the #.',
    );
  });
});

test('of very many broken links in one file the first are told what they could have meant', async () => {
  const { diagnostics } = await assembled({
    'articles/2024/fair/index.md': story(goodFrontMatter, '[a](../markt/index.md)\n\n'.repeat(60)),
    'articles/2024/market/index.md': story(goodFrontMatter, 'Text.'),
  });
  expect(diagnostics).toHaveLength(60);
  expect(diagnostics.filter(({ hint }) => hint?.includes('market') === true)).toHaveLength(50);
});
