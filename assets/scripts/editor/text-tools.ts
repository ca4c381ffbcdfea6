/** Buttons and keys above the text that write our Markdown. */

import { element } from '../preview-toolbar/element.ts';
import type { TextView } from './text-view.ts';
import { type EditorWords, words } from './words.ts';

interface TextTool {
  readonly label: EditorWords;
  /** With Alt and Shift, except those that every editor has; by its place on the keyboard, whatever it writes there. */
  readonly code?: string;
  /** As told to people. */
  readonly keys: string;
  readonly act: (view: TextView) => void;
}

/** @param showPhotos opens the contact sheet, at the choice of files or at the gallery */
export function textTools(view: TextView, showPhotos: (at: 'files' | 'gallery') => void): HTMLElement {
  const tools: readonly TextTool[] = [
    { label: 'Bold', keys: 'Control+B', act: () => view.wrap('**', '**') },
    { label: 'Italic', keys: 'Control+I', act: () => view.wrap('*', '*') },
    { label: 'Link', keys: 'Control+K', act: () => view.wrap('[', '](https://)') },
    { label: 'Heading', code: 'KeyH', keys: 'Alt+Shift+H', act: () => view.prefixLines('## ') },
    { label: 'List', code: 'KeyL', keys: 'Alt+Shift+L', act: () => view.prefixLines('- ') },
    { label: 'Photo', code: 'KeyP', keys: 'Alt+Shift+P', act: () => showPhotos('files') },
    { label: 'Gallery', code: 'KeyG', keys: 'Alt+Shift+G', act: () => showPhotos('gallery') },
    {
      label: 'Quote',
      code: 'KeyQ',
      keys: 'Alt+Shift+Q',
      act: () =>
        view.insertBlock(
          `::: quote "${words('Who said it, and their office')}"\n${words('What was said.')}\n:::`,
        ),
    },
    {
      label: 'Note',
      code: 'KeyN',
      keys: 'Alt+Shift+N',
      act: () => view.insertBlock(`::: note "${words('Title')}"\n${words('Text')}\n:::`),
    },
    {
      label: 'Facts',
      code: 'KeyF',
      keys: 'Alt+Shift+F',
      act: () => view.insertBlock(`::: facts "${words('Title')}"\n- 1\n- 2\n:::`),
    },
    {
      label: 'Table',
      code: 'KeyT',
      keys: 'Alt+Shift+T',
      act: () => view.insertBlock('| A | B |\n| --- | ---: |\n| a | 1 |'),
    },
    { label: 'Footnote', code: 'KeyO', keys: 'Alt+Shift+O', act: () => footnote(view) },
    { label: 'Find', keys: 'Control+F', act: () => view.find() },
  ];
  view.element.addEventListener('keydown', (event) => {
    const tool = tools.find(({ code }) => code !== undefined && code === event.code);
    if (tool === undefined || !event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    tool.act(view);
  });
  return element(
    'div',
    { class: 'tools', role: 'toolbar', 'aria-label': words('Formatting') },
    ...tools.map(({ label, keys, act }) => {
      const button = element(
        'button',
        { type: 'button', 'aria-keyshortcuts': keys, title: `${words(label)} (${keys})` },
        words(label),
      );
      button.addEventListener('click', () => act(view));
      return button;
    }),
  );
}

function footnote(view: TextView): void {
  const used = [...view.text.matchAll(/\[\^(\d+)\]/gu)].map(([, number]) => Number(number));
  const number = Math.max(0, ...used) + 1;
  view.insertInline(`[^${number}]`);
  const end = view.text.length;
  const lead = view.text.endsWith('\n\n') ? '' : view.text.endsWith('\n') ? '\n' : '\n\n';
  view.apply([{ from: end, to: end, insert: `${lead}[^${number}]: ${words('Its note.')}\n` }]);
}
