/** All stories: search, states, what is due, and a new one. */

import type { EditorSettings, StoryEntry, StoryState } from '../../../src/editor/store-messages.ts';
import { element } from '../preview-toolbar/element.ts';
import { branchList } from './branch-list.ts';
import { calendar } from './calendar.ts';
import { importArea } from './import-area.ts';
import { newStoryForm } from './new-story.ts';
import type { PreviewTools } from './preview-tools.ts';
import { momentWords } from './site-time.ts';
import type { StoryStore } from './stores/story-store.ts';
import { unsentFiles } from './unsent-text.ts';
import { type EditorWords, interfaceLanguage, words } from './words.ts';

/** More are found by searching. */
const maximumRows = 100;

type Filter = StoryState | 'all' | 'undescribed' | 'unsent' | 'work';

const filters: readonly (readonly [Filter, EditorWords])[] = [
  ['all', 'All stories'],
  ['draft', 'Drafts'],
  ['scheduled', 'Scheduled'],
  ['embargoed', 'Embargoed'],
  ['published', 'Published'],
  ['expired', 'Expired'],
  ['unreadable', 'Cannot be read'],
  ['undescribed', 'Photos without description'],
  ['unsent', 'Not saved'],
  ['work', 'In work'],
];

export function listView(
  stories: readonly StoryEntry[],
  settings: EditorSettings,
  store: StoryStore,
  tools: PreviewTools | undefined,
): HTMLElement {
  const search = element('input', { type: 'search', id: 'story-search' });
  const select = element(
    'select',
    { id: 'story-state' },
    ...filters
      .filter(([value]) => value !== 'work' || store.review !== undefined)
      .map(([value, label]) => element('option', { value }, words(label))),
  );
  const count = element('p', { role: 'status' });
  const list = element('ul', { class: 'stories', role: 'list' });
  const unsent = unsentFiles();
  const names = new Map(settings.languages.map(({ lang, name }) => [lang, name]));
  const texts = stories.map(({ title, topics, writers, file }) =>
    [title, ...topics, ...writers, file].join('\n').toLowerCase(),
  );
  const draw = (): void => {
    const asked = search.value.trim().toLowerCase().split(/\s+/u);
    const found = stories.filter(
      (story, index) =>
        isIn(story, select.value, unsent) && asked.every((word) => texts[index]?.includes(word) === true),
    );
    count.textContent = `${found.length} ${words('stories')}${found.length > maximumRows ? ` (${words('the first')} ${maximumRows})` : ''}`;
    list.replaceChildren(...found.slice(0, maximumRows).map((story) => row(story, settings, names, unsent)));
  };
  search.addEventListener('input', draw);
  select.addEventListener('change', draw);
  draw();
  const main = element('main', { class: 'list' });
  main.append(
    element(
      'header',
      {},
      element('h1', {}, settings.siteName),
      element('p', {}, element('a', { href: settings.siteRoot }, words('See the site'))),
    ),
    newStoryForm(settings, store),
    ...(tools === undefined ? [] : [importArea(main, tools)]),
    ...calendar(stories, settings),
    ...(tools === undefined ? [] : [branchList(tools, stories, settings.timeZone)]),
    element(
      'section',
      { 'aria-label': words('Stories') },
      element(
        'p',
        { class: 'filters' },
        element('label', { for: 'story-search' }, words('Search')),
        search,
        element('label', { for: 'story-state' }, words('Show')),
        select,
      ),
      count,
      ...goneStories(stories, unsent),
      list,
    ),
  );
  return main;
}

/** Ways to texts that this browser keeps of stories that are not there any more. */
function goneStories(stories: readonly StoryEntry[], unsent: ReadonlySet<string>): readonly HTMLElement[] {
  const known = new Set(stories.map(({ file }) => file));
  return [...unsent]
    .filter((file) => !known.has(file))
    .map((file) => element('p', {}, element('a', { href: `#/${file}` }, file), ` (${words('not saved')})`));
}

function isIn(story: StoryEntry, filter: string, unsent: ReadonlySet<string>): boolean {
  if (filter === 'all') return true;
  if (filter === 'undescribed') return story.undescribed > 0;
  if (filter === 'unsent') return unsent.has(story.file);
  if (filter === 'work') return story.work !== undefined;
  return story.state === filter;
}

function row(
  { file, title, day, lang, state, until, topics, undescribed, work }: StoryEntry,
  settings: EditorSettings,
  names: ReadonlyMap<string, string>,
  unsent: ReadonlySet<string>,
): HTMLElement {
  const facts = [
    ...(day === '' ? [] : [day]),
    names.get(lang) ?? lang,
    ...topics.map((slug) => settings.topics.find((topic) => topic.slug === slug)?.name ?? slug),
    ...(until === undefined ? [] : [momentWords(until, settings.timeZone, interfaceLanguage, Date.now())]),
    ...(undescribed > 0 ? [`${undescribed} ${words('photos without description')}`] : []),
    ...(unsent.has(file) ? [words('not saved')] : []),
    ...(work === undefined ? [] : [workWords(work)]),
  ];
  return element(
    'li',
    {},
    element('a', { href: `#/${file}`, lang, dir: 'auto' }, title),
    element('span', { class: `state ${state}` }, words(stateNames[state])),
    element('p', { class: 'help' }, facts.join(' · ')),
  );
}

function workWords({ author, url, isDraft }: NonNullable<StoryEntry['work']>): string {
  if (url === '') return words('saved, not sent yet');
  return `${words(isDraft ? 'sent as a draft' : 'sent for review')}${author === '' ? '' : ` (${author})`}`;
}

const stateNames: Readonly<Record<StoryState, EditorWords>> = {
  published: 'Published',
  draft: 'Draft',
  scheduled: 'Scheduled',
  embargoed: 'Embargoed',
  expired: 'Expired',
  unreadable: 'Cannot be read',
};
