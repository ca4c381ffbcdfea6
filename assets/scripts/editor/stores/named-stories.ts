/** Which other stories a text names, by links and by `related:`: those that its check and its page must know of. Pure. */

import { readFrontMatter } from '../../../../src/editor/front-matter-edit.ts';
import { storyIdOf } from '../../../../src/editor/story-path.ts';

/** Letters of a folder's name, as links have it. */
const name = String.raw`[^\s/()[\]"'<>,]+`;
const withYear = new RegExp(String.raw`(?<!\d)(\d{4})/(${name})`, 'gu');
const sameYear = new RegExp(String.raw`\.\./(?!\.\.)(${name})/`, 'gu');

export class StoryNames {
  /** Files of a story by its id: `2024/fair`. */
  readonly #files = new Map<string, string[]>();
  readonly #ids = new Map<string, string[]>();

  /** @param files relative to the content folder */
  constructor(files: Iterable<string>) {
    for (const file of files) {
      const id = storyIdOf(file);
      if (id === undefined) continue;
      const known = this.#files.get(id);
      if (known === undefined) {
        this.#files.set(id, [file]);
        const folder = id.slice(id.indexOf('/') + 1);
        this.#ids.set(folder, [...(this.#ids.get(folder) ?? []), id]);
      } else known.push(file);
    }
  }

  /** Files of other stories that a story names, each once. @param file of the story itself */
  namedIn(file: string, text: string): readonly string[] {
    const own = storyIdOf(file) ?? '';
    const year = own.slice(0, own.indexOf('/'));
    const related = readFrontMatter(text)?.related;
    const names = Array.isArray(related) ? related.map(String) : typeof related === 'string' ? [related] : [];
    const ids = new Set([
      ...[...text.matchAll(withYear)].map(([, found, folder = '']) => `${found}/${decoded(folder)}`),
      ...[...text.matchAll(sameYear)].map(([, folder = '']) => `${year}/${decoded(folder)}`),
      ...names.flatMap((one) => this.#ids.get(one) ?? []),
    ]);
    ids.delete(own);
    return [...ids].flatMap((id) => this.#files.get(id) ?? []);
  }
}

/** As an address may have it. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
