/** A person, topic, series or page among the results, with what it is. */

import type { DirectEntry } from './direct-entries.ts';
import type { SearchIndex } from './search-index.ts';

export function entryElement(
  { name, path, role = '', index }: DirectEntry & { readonly index: SearchIndex },
  label: string,
): HTMLElement {
  const item = document.createElement('li');
  item.className = 'search-entry';
  item.lang = index.lang;
  const link = document.createElement('a');
  link.href = index.home + path;
  link.textContent = name;
  const title = document.createElement('p');
  title.className = 'story-title';
  title.append(link);
  if (label !== '') {
    const kind = document.createElement('p');
    kind.className = 'story-topic';
    kind.textContent = label;
    item.append(kind);
  }
  item.append(title);
  if (role !== '') {
    const text = document.createElement('p');
    text.className = 'story-meta';
    text.textContent = role;
    item.append(text);
  }
  return item;
}
