/** Buttons above the text that write our Markdown. */

import { element } from '../preview-toolbar/element.ts';
import type { TextView } from './text-view.ts';
import { words } from './words.ts';

export function textTools(view: TextView): HTMLElement {
  const tool = (label: string, act: () => void): HTMLElement => {
    const button = element('button', { type: 'button' }, words(label));
    button.addEventListener('click', act);
    return button;
  };
  return element(
    'div',
    { class: 'tools', role: 'toolbar', 'aria-label': words('Formatting') },
    tool('Bold', () => view.wrap('**', '**')),
    tool('Italic', () => view.wrap('*', '*')),
    tool('Link', () => view.wrap('[', '](https://)')),
    tool('Heading', () => view.prefixLines('## ')),
    tool('List', () => view.prefixLines('- ')),
    tool('Quote', () => view.insertBlock('::: quote "Who said it, and their office"\nWhat was said.\n:::')),
    tool('Note', () => view.insertBlock('::: note "Title"\nText.\n:::')),
    tool('Facts', () => view.insertBlock('::: facts "Title"\n- First\n- Second\n:::')),
    tool('Gallery', () => document.querySelector<HTMLElement>('[data-tab="photos"]')?.click()),
    tool('Table', () => view.insertBlock('| Left | Right |\n| --- | ---: |\n| a | 1 |')),
    tool('Footnote', () => footnote(view)),
    tool('Find', () => view.find()),
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
