/** Two versions of one story side by side, when its file has changed since it was opened. Neither is lost. */

import { element } from '../preview-toolbar/element.ts';
import { words } from './words.ts';

export interface Conflict {
  readonly mine: string;
  /** Undefined when the file is gone. */
  readonly theirs: string | undefined;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
}

export function conflictView({ mine, theirs, keepMine, takeTheirs }: Conflict): HTMLElement {
  const dialog = element('dialog', { class: 'conflict', 'aria-labelledby': 'conflict-title' });
  const button = (label: string, act: () => void): HTMLElement => {
    const made = element('button', { type: 'button' }, label);
    made.addEventListener('click', () => {
      dialog.close();
      act();
    });
    return made;
  };
  const [mineLines, theirLines] = [mine.split(/\r\n?|\n/u), (theirs ?? '').split(/\r\n?|\n/u)];
  const inMine = new Set(mineLines);
  const inTheirs = new Set(theirLines);
  const column = (title: string, lines: readonly string[], others: ReadonlySet<string>): HTMLElement =>
    element(
      'section',
      {},
      element('h3', {}, title),
      element(
        'pre',
        { tabindex: '0', 'aria-label': title },
        ...lines.map((line) => element(others.has(line) ? 'span' : 'mark', {}, `${line}\n`)),
      ),
    );
  dialog.append(
    element('h2', { id: 'conflict-title' }, words('This story was changed elsewhere meanwhile')),
    element(
      'p',
      {},
      words(
        'Nothing is saved yet. Lines that differ are marked. Choose a version; yours stays on offer when you take theirs.',
      ),
    ),
    element(
      'div',
      { class: 'versions' },
      column(words('Yours'), mineLines, inTheirs),
      theirs === undefined
        ? element(
            'section',
            {},
            element('h3', {}, words('Theirs')),
            element('p', {}, words('The file was deleted.')),
          )
        : column(words('Theirs'), theirLines, inMine),
    ),
    element(
      'p',
      { class: 'buttons' },
      button(words('Save mine over it'), keepMine),
      ...(theirs === undefined ? [] : [button(words('Take theirs'), takeTheirs)]),
      button(words('Back to my text'), () => undefined),
    ),
  );
  // The Escape key closes it too.
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  // What differs may stand far below in a long story.
  for (const version of dialog.querySelectorAll('pre')) {
    const first = version.querySelector('mark');
    if (first !== null) version.scrollTop = first.offsetTop - version.clientHeight / 3;
  }
  return dialog;
}
