/** Tabs with the other languages of a story. */

import type { EditorSettings } from '../../../src/editor/store-messages.ts';
import { otherLanguage } from './other-language.ts';
import type { StoryStore } from './stores/story-store.ts';
import type { TabPart } from './tabs.ts';

/** @param files of the other languages */
export function languageTabs(
  store: StoryStore,
  files: readonly string[],
  { defaultLanguage, languages }: EditorSettings,
): readonly TabPart[] {
  return files.map((file) => {
    const lang = /index\.(.+)\.md$/u.exec(file)?.[1] ?? defaultLanguage;
    const { panel, read } = otherLanguage(store, file, lang);
    const label = languages.find((one) => one.lang === lang)?.name ?? lang;
    return { name: `lang-${lang}`, label, panel, onSelect: read };
  });
}
