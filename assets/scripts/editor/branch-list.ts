/** Who is working on what: the branches that change stories and are not merged yet. */

import type { StoryEntry } from '../../../src/editor/store-messages.ts';
import { element } from '../preview-toolbar/element.ts';
import type { PreviewTools } from './preview-tools.ts';
import { momentWords } from './site-time.ts';
import { StoreError } from './stores/story-store.ts';
import { interfaceLanguage, words } from './words.ts';

/** An element that fills itself, and stays empty without branches. */
export function branchList(
  tools: PreviewTools,
  stories: readonly StoryEntry[],
  timeZone: string,
): HTMLElement {
  const section = element('section', { class: 'branches', 'aria-label': words('Who is working on what') });
  section.hidden = true;
  const titleOf = (id: string): HTMLElement => {
    const story = stories.find(({ file }) => file.startsWith(`articles/${id}/`));
    return story === undefined
      ? element('span', {}, id)
      : element('a', { href: `#/${story.file}`, lang: story.lang }, story.title);
  };
  const fill = async (): Promise<void> => {
    const branches = await tools.branches();
    section.hidden = branches.length === 0;
    section.append(
      element('h2', {}, words('Who is working on what')),
      element(
        'ul',
        { role: 'list' },
        ...branches.map(({ branch, author, at, stories: ids }) =>
          element(
            'li',
            {},
            element('strong', {}, author),
            ': ',
            ...ids.flatMap((id, index) => [...(index === 0 ? [] : [', ']), titleOf(id)]),
            element(
              'p',
              { class: 'help' },
              `${branch} · ${momentWords(at, timeZone, interfaceLanguage, Date.now())}`,
            ),
          ),
        ),
      ),
    );
  };
  fill().catch((error: unknown) => {
    if (!(error instanceof StoreError)) throw error;
  });
  return section;
}
