/** What an import has left out or guessed, told above the story that it made until the editor has read it. */

import { element } from '../preview-toolbar/element.ts';
import { words } from './words.ts';

const pending = new Map<string, readonly string[]>();

/** Keeps notes for the moment at which the story is opened. */
export function leaveNotes(file: string, notes: readonly string[]): void {
  pending.set(file, notes);
}

export function takeNotes(file: string): readonly string[] | undefined {
  const notes = pending.get(file);
  pending.delete(file);
  return notes;
}

export function notesBar(notes: readonly string[]): HTMLElement {
  const done = element('button', { type: 'button' }, words('I have read this'));
  const bar = element(
    'section',
    { class: 'notice', 'aria-label': words('What the import says') },
    element(
      'h2',
      {},
      words(notes.length === 0 ? 'The import has left nothing out.' : 'What the import says'),
    ),
    ...(notes.length === 0 ? [] : [element('ul', {}, ...notes.map((note) => element('li', {}, note)))]),
    done,
  );
  done.addEventListener('click', () => bar.remove());
  return bar;
}

/** One message above the story, until it has been read. */
export function messageBar(message: string): HTMLElement {
  const done = element('button', { type: 'button' }, words('I have read this'));
  const bar = element('p', { class: 'message', role: 'alert' }, `${message} `, done);
  done.addEventListener('click', () => bar.remove());
  return bar;
}
