/** Texts that this browser keeps of a story that cannot be opened: it was deleted, renamed, or begun and never saved. */

import { element } from '../preview-toolbar/element.ts';
import { civilAt } from './site-time.ts';
import { unsentOf } from './unsent-text.ts';
import { words } from './words.ts';

/** @param zone of the site, where it is known */
export function keptTexts(file: string, zone = 'UTC'): readonly HTMLElement[] {
  return unsentOf(file).map(({ raw, atMs }) => {
    const label = `${words('What was written here was not saved')} (${civilAt(atMs, zone).replace('T', ' ')})`;
    const text = element('textarea', { readonly: '', rows: '12', dir: 'auto', 'aria-label': label });
    text.value = raw;
    return element('div', { class: 'kept' }, element('p', {}, label), text);
  });
}
