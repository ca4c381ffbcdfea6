/** Another language of the story beside the text, for translating and comparing. It is not changed here. */

import { readFrontMatter } from '../../../src/editor/front-matter-edit.ts';
import { plainTextOf } from '../../../src/editor/story-text.ts';
import { element } from '../preview-toolbar/element.ts';
import { StoreError, type StoryStore } from './stores/story-store.ts';
import { bodyStart } from './text-decorations.ts';
import { words } from './words.ts';

/** @returns a panel, and what reads the other text anew */
export function otherLanguage(
  store: StoryStore,
  file: string,
  lang: string,
): { readonly panel: HTMLElement; readonly read: () => void } {
  const text = element('div', { class: 'other-text', lang });
  const panel = element(
    'section',
    { class: 'other-language' },
    element('p', {}, element('a', { href: `#/${file}` }, words('Edit this version'))),
    text,
  );
  const read = async (): Promise<void> => {
    const whole = plainTextOf((await store.open(file)).raw);
    const start = bodyStart(whole);
    const title = readFrontMatter(whole)?.title;
    const paragraphs = whole.slice(start).replace(/^\n-{3,}[^\n]*\n/u, '');
    text.replaceChildren(
      element('h2', {}, typeof title === 'string' ? title : ''),
      ...paragraphs
        .split(/\n{2,}/u)
        .filter((one) => one.trim() !== '')
        .map((one) => element('p', {}, one)),
    );
  };
  return {
    panel,
    read: () =>
      void read().catch((error: unknown) => {
        if (!(error instanceof StoreError)) throw error;
        text.textContent = error.message;
      }),
  };
}
