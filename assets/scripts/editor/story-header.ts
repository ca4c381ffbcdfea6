/** Head of a story: the way back, its headline, its state, its other languages and the buttons that save it. */

import type { EditorSettings } from '../../../src/editor/store-messages.ts';
import { element } from '../preview-toolbar/element.ts';
import { words } from './words.ts';

export interface StoryHeaderOptions {
  readonly file: string;
  readonly title: string;
  readonly settings: EditorSettings;
  /** Files of the story's other languages that are there. */
  readonly translations: readonly string[];
  readonly translate: (file: string) => void;
  readonly controls: readonly HTMLElement[];
}

export function storyHeader({
  file,
  title,
  settings,
  translations,
  translate,
  controls,
}: StoryHeaderOptions): HTMLElement {
  const others = settings.languages
    .map(({ lang, name }) => ({ name, other: fileInLanguage(file, lang, settings.defaultLanguage) }))
    .filter(({ other }) => other !== file)
    .map(({ name, other }) => {
      if (translations.includes(other)) return element('a', { href: `#/${other}` }, name);
      const make = element('button', { type: 'button' }, `${words('Translate')}: ${name}`);
      make.addEventListener('click', () => translate(other));
      return make;
    });
  return element(
    'header',
    { class: 'story-head' },
    element('nav', { 'aria-label': words('Stories') }, element('a', { href: '#' }, words('Stories'))),
    element('h1', { title: file, dir: 'auto' }, title),
    element('span', { class: 'languages' }, ...others),
    ...controls,
  );
}

/** The file of a story in a language. */
function fileInLanguage(file: string, lang: string, defaultLanguage: string): string {
  const folder = file.slice(0, file.lastIndexOf('/'));
  return lang === defaultLanguage ? `${folder}/index.md` : `${folder}/index.${lang}.md`;
}
