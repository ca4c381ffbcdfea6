/** Where Word files, saved pages and texts become stories: chosen by a button, or dropped anywhere on the list. */

import { element } from '../preview-toolbar/element.ts';
import { droppedFiles } from './dropped-files.ts';
import { leaveNotes } from './import-notes.ts';
import type { NamedFile, PreviewTools } from './preview-tools.ts';
import { StoreError } from './stores/story-store.ts';
import { words } from './words.ts';

/** @param area on which files may be dropped */
export function importArea(area: HTMLElement, tools: PreviewTools): HTMLElement {
  const input = element('input', {
    type: 'file',
    id: 'import-files',
    multiple: '',
    accept: '.docx,.html,.htm,.xhtml,.txt,.md,.markdown,image/*',
  });
  const status = element('div', { role: 'status' });
  const take = async (files: readonly NamedFile[]): Promise<void> => {
    if (files.length === 0) return;
    status.textContent = words('Reading the files…');
    try {
      const { stories, notes } = await tools.importFiles(files);
      const [only, ...more] = stories;
      if (only !== undefined && more.length === 0) {
        leaveNotes(only, notes);
        location.hash = `#/${only}`;
        return;
      }
      status.replaceChildren(
        element(
          'ul',
          {},
          ...stories.map((file) => element('li', {}, element('a', { href: `#/${file}` }, file))),
          ...notes.map((note) => element('li', {}, note)),
        ),
      );
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      status.textContent = error.message;
    }
  };
  input.addEventListener('change', () => {
    void take([...(input.files ?? [])].map((file) => ({ name: file.name, file })));
    input.value = '';
  });
  area.addEventListener('dragover', (event) => event.preventDefault());
  area.addEventListener('drop', (event) => {
    event.preventDefault();
    void droppedFiles(event.dataTransfer).then(take);
  });
  const label = words('Make stories of Word files, saved pages or texts: choose them, or drop them here');
  return element('div', { class: 'drop' }, element('label', { for: 'import-files' }, label), input, status);
}
