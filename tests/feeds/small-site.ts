/** A site of a few stories, assembled for a moment. */

import path from 'node:path';
import { loadContent } from '../../src/content/load-content.ts';
import { DEFAULT_RECIPE } from '../../src/photos/recipe.ts';
import { assembleSite } from '../../src/site/assemble-site.ts';
import type { Site } from '../../src/site/site.ts';
import { story, temporaryContent } from '../builds/temporary-content.ts';

export interface SmallStory {
  readonly slug: string;
  readonly title: string;
  readonly date: string;
  readonly embargoUntil?: string;
}

export async function assembleStories(stories: readonly SmallStory[], nowMs: number): Promise<Site> {
  const files = stories.map(({ slug, title, date, embargoUntil }) => [
    `articles/${date.slice(0, 4)}/${slug}/index.md`,
    story(
      `title: ${JSON.stringify(title)}\ndate: ${date}\ntopics: [research]${embargoUntil === undefined ? '' : `\nembargoUntil: ${embargoUntil}`}`,
      'A sentence.',
    ),
  ]);
  const { folder, remove } = await temporaryContent(Object.fromEntries(files));
  try {
    const contentFolder = path.join(folder, 'content');
    const { content, diagnostics } = await loadContent({ contentFolder, displayFolder: 'content' });
    if (content === undefined) throw new Error(JSON.stringify(diagnostics));
    return assembleSite(content, {
      photos: new Map(),
      recipe: DEFAULT_RECIPE,
      cardFace: 'face',
      nowMs,
      includeHidden: false,
      displayFolder: 'content',
    }).site;
  } finally {
    await remove();
  }
}
