/** What happens by itself in the coming time, day by day: stories that appear, go, or are no longer pinned. */

import type { DueKind, EditorSettings, StoryEntry } from '../../../src/editor/store-messages.ts';
import { element } from '../preview-toolbar/element.ts';
import { civilAt, momentWords } from './site-time.ts';
import { type EditorWords, interfaceLanguage, words } from './words.ts';

const dueNames: Readonly<Record<DueKind, EditorWords>> = {
  publishAt: 'appears',
  embargoUntil: 'its embargo ends',
  expiresAt: 'goes offline',
  pinnedUntil: 'is no longer pinned',
};

const maximumEntries = 60;

/** Nothing where nothing is due. */
export function calendar(
  stories: readonly StoryEntry[],
  { timeZone }: EditorSettings,
): readonly HTMLElement[] {
  const entries = stories
    .flatMap(({ file, title, lang, due }) =>
      due.map(({ what, at }) => ({ file, title, lang, what, civil: civilAt(Date.parse(at), timeZone) })),
    )
    .sort((a, b) => (a.civil < b.civil ? -1 : 1))
    .slice(0, maximumEntries);
  if (entries.length === 0) return [];
  const days = new Map<string, (typeof entries)[number][]>();
  for (const entry of entries) {
    const day = entry.civil.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [
    element(
      'section',
      { class: 'due', 'aria-label': words('What is due') },
      element('h2', {}, words('What is due')),
      ...[...days].flatMap(([day, ones]) => [
        element('h3', {}, momentWords(day, timeZone, interfaceLanguage, Date.now())),
        element(
          'ul',
          { role: 'list' },
          ...ones.map(({ file, title, lang, what, civil }) =>
            element(
              'li',
              {},
              element('time', { datetime: civil }, civil.slice(11)),
              ' ',
              element('a', { href: `#/${file}`, lang, dir: 'auto' }, title),
              ` ${words(dueNames[what])}`,
            ),
          ),
        ),
      ]),
    ),
  ];
}
