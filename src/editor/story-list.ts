/** Lists all stories for the editor, newest first, with those whose text cannot be read. Pure. */

import path from 'node:path';
import type { ArticleFile } from '../content/article.ts';
import type { Content } from '../content/load-content.ts';
import { visibilityOf } from '../site/status.ts';
import { defined } from '../text/defined.ts';
import type { StoryEntry } from './store-messages.ts';
import { isStoryPath } from './story-path.ts';

export function storyList(
  { articles, files }: Pick<Content, 'articles' | 'files'>,
  nowMs: number,
): readonly StoryEntry[] {
  const read = new Map(articles.map((article) => [article.file, entryOf(article, nowMs)]));
  const unread = [...files].filter((file) => isStoryPath(file) && !read.has(file)).map(unreadable);
  return [...unread, ...[...read.values()].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))];
}

function entryOf({ file, lang, frontMatter, timing, body }: ArticleFile, nowMs: number): StoryEntry {
  const { title, date, topics, credits, photos } = frontMatter;
  const { status, until } = visibilityOf(timing, nowMs);
  const undescribed = body.figures.filter(
    ({ media, alt, decorative, file: photo }) =>
      media === 'photo' && alt === '' && !decorative && photos[path.posix.basename(photo)]?.alt === undefined,
  );
  return {
    file,
    title,
    lang,
    day: date.day,
    topics: [...topics],
    writers: [...(credits.draft ?? [])],
    state: status,
    ...defined({ until }),
    undescribed: undescribed.length,
  };
}

function unreadable(file: string): StoryEntry {
  const title = path.posix.basename(path.posix.dirname(file));
  const lang = /index\.(.+)\.md$/u.exec(file)?.[1] ?? '';
  return { file, title, lang, day: '', topics: [], writers: [], state: 'unreadable', undescribed: 0 };
}
