/** Offers texts of a story that were typed in this browser and never saved. Each stays until it is taken or discarded. */

import { element } from '../preview-toolbar/element.ts';
import { civilAt } from './site-time.ts';
import type { UnsentCopy, UnsentText } from './unsent-text.ts';
import { words } from './words.ts';

export type OfferedText = UnsentCopy & UnsentText;

export interface UnsentBarOptions {
  readonly zone: string;
  readonly restore: (offered: OfferedText) => void;
  readonly discard: (offered: OfferedText) => void;
}

export function unsentBar(offered: OfferedText, { zone, restore, discard }: UnsentBarOptions): HTMLElement {
  const when = civilAt(offered.atMs, zone).replace('T', ' ');
  const said = `${words('What was written here was not saved')} (${when}). `;
  const bar = element('p', { class: 'unsent', role: 'alert' }, said);
  const button = (label: string, act: (one: OfferedText) => void): HTMLElement => {
    const made = element('button', { type: 'button' }, label);
    made.addEventListener('click', () => {
      bar.remove();
      act(offered);
    });
    return made;
  };
  bar.append(button(words('Bring it back'), restore), button(words('Discard it'), discard));
  return bar;
}
