/** Form for a new story: a headline, a topic, a day. It becomes a draft in a folder of its own. */

import { editFrontMatter } from '../../../src/editor/front-matter-edit.ts';
import type { EditorSettings } from '../../../src/editor/store-messages.ts';
import { applyToText } from '../../../src/editor/story-text.ts';
import { slug } from '../../../src/imports/photo-name.ts';
import { element } from '../preview-toolbar/element.ts';
import { civilAt, dayWords } from './site-time.ts';
import { StoreError, type StoryStore } from './stores/story-store.ts';
import { whileBusy } from './while-busy.ts';
import { interfaceLanguage, knownWords, words } from './words.ts';

export function newStoryForm(settings: EditorSettings, store: StoryStore): HTMLElement {
  const title = element('input', { type: 'text', id: 'new-title', required: '' });
  const topic = element(
    'select',
    { id: 'new-topic' },
    ...settings.topics.map(({ name }) => element('option', { value: name }, name)),
  );
  const day = element('input', { type: 'date', id: 'new-day', required: '' });
  day.value = civilAt(Date.now(), settings.timeZone).slice(0, 10);
  // The browser shows a date in the order of its own language.
  const meaning = element('span', { class: 'meaning' });
  const say = (): void => {
    meaning.textContent = dayWords(day.value, interfaceLanguage);
  };
  day.addEventListener('input', say);
  say();
  const lang = element(
    'select',
    { id: 'new-lang' },
    ...settings.languages.map(({ lang: one, name }) => element('option', { value: one }, name)),
  );
  lang.value = settings.defaultLanguage;
  const note = element('p', { role: 'status' });
  const start = element('button', { class: 'primary' }, words('Begin'));
  const form = element(
    'form',
    {},
    field(words('Headline'), title),
    field(words('Topic'), topic),
    field(words('Day'), day, meaning),
    ...(settings.languages.length > 1 ? [field(words('Language'), lang)] : []),
    start,
    note,
  );
  const beginStory = async (): Promise<void> => {
    const given = { title: title.value.trim(), topic: topic.value, day: day.value, lang: lang.value };
    try {
      note.textContent = await begin(given, settings, store);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      note.textContent = knownWords(error.message);
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // Who clicks twice wants one story.
    void whileBusy(start, beginStory);
  });
  return element('details', { class: 'new-story' }, element('summary', {}, words('New story')), form);
}

interface NewStory {
  readonly title: string;
  readonly topic: string;
  readonly day: string;
  readonly lang: string;
}

/** @returns what to tell the editor */
async function begin(
  { title, topic, day, lang }: NewStory,
  { defaultLanguage }: EditorSettings,
  store: StoryStore,
): Promise<string> {
  if (title === '') return words('Write a headline first.');
  let text = '---\n---\n\n';
  const values = [
    ['title', title],
    ['date', day],
    ['topics', [topic]],
    ['draft', true],
  ] as const;
  for (const [key, value] of values) {
    const edit = editFrontMatter(text, [key], value, ['title', 'date', 'topics', 'draft']);
    if (edit.ok) text = edit.edits.reduce((made, one) => applyToText(made, [one]), text);
  }
  const name = slug(title) || 'story';
  const ending = lang === defaultLanguage ? 'index.md' : `index.${lang}.md`;
  for (let number = 1; number < 100; number += 1) {
    const file = `articles/${day.slice(0, 4)}/${number === 1 ? name : `${name}-${number}`}/${ending}`;
    const answer = await store.save(file, text, undefined);
    if (answer.kind === 'refused') return knownWords(answer.message);
    if (answer.kind === 'saved') {
      location.hash = `#/${file}`;
      return '';
    }
  }
  return words('There are stories of this headline already. Choose another.');
}

function field(label: string, control: HTMLElement, ...more: readonly HTMLElement[]): HTMLElement {
  return element(
    'p',
    { class: 'field' },
    element('label', { for: control.id }, label, ' ', ...more),
    control,
  );
}
