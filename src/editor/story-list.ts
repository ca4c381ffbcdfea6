/** Lists all stories for the editor, newest first, with those whose text cannot be read. Pure. */

import path from 'node:path';
import type { ArticleFile } from '../content/article.ts';
import type { SiteDate } from '../content/dates.ts';
import type { Content } from '../content/load-content.ts';
import type { Timing } from '../content/timing.ts';
import { visibilityOf } from '../site/status.ts';
import { defined } from '../text/defined.ts';
import { dueKind, type StoryEntry } from './store-messages.ts';
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
    due: dueOf(timing, frontMatter.pinnedUntil, nowMs),
    undescribed: undescribed.length,
  };
}

/** What is still to come, of a story that is no draft. */
function dueOf(timing: Timing, pinnedUntil: SiteDate | undefined, nowMs: number): StoryEntry['due'] {
  if (timing.draft) return [];
  const { publishAt, embargoUntil, expiresAt } = timing;
  return Object.entries({ publishAt, embargoUntil, expiresAt, pinnedUntil }).flatMap(([what, date]) => {
    const kind = dueKind.safeParse(what);
    return kind.success && date !== undefined && date.timeMs > nowMs
      ? [{ what: kind.data, at: date.iso }]
      : [];
  });
}

function unreadable(file: string): StoryEntry {
  const title = path.posix.basename(path.posix.dirname(file));
  const lang = /index\.(.+)\.md$/u.exec(file)?.[1] ?? '';
  return {
    file,
    title,
    lang,
    day: '',
    topics: [],
    writers: [],
    state: 'unreadable',
    due: [],
    undescribed: 0,
  };
}
