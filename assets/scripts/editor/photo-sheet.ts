/** Contact sheet of a story's photos: description, caption and credit beside each; dropped photos are added at once. */

import type { DataPath } from '../../../src/editor/data-steps.ts';
import { dataAt, isFree } from '../../../src/editor/data-steps.ts';
import { readFrontMatter } from '../../../src/editor/front-matter-edit.ts';
import { isPlainList, type PlainData, type PlainMap } from '../../../src/editor/plain-data.ts';
import type { StoryPhoto } from '../../../src/editor/store-messages.ts';
import type { TextEdit } from '../../../src/editor/story-text.ts';
import { element } from '../preview-toolbar/element.ts';
import { focusPoint, focusPointOf, focusWords, movedByKey } from './focus-point.ts';
import { LiveForm } from './live-form.ts';
import { keepOneParagraph } from './one-paragraph.ts';
import { type PhotoLine, photoMarkdown, photosIn, withPhotoWord } from './photo-markdown.ts';
import { isHeadWord, type PhotoWordKey, photoWordKeys, withoutWords, wordsOfPhoto } from './photo-words.ts';
import { showThumbnail } from './thumbnail.ts';
import { type EditorWords, knownWords, words } from './words.ts';

export interface PhotoSheetOptions {
  readonly thumbnailOf: (name: string) => Promise<string>;
  /** As it is now: what was drawn last may be older. */
  readonly text: () => string;
  readonly apply: (edits: readonly TextEdit[]) => void;
  readonly insert: (block: string) => void;
  readonly change: (path: DataPath, value: PlainData | undefined) => void;
  readonly add: (files: readonly File[]) => void;
}

export class PhotoSheet {
  readonly element = element('section', { class: 'photo-sheet', 'aria-label': words('Photos') });
  readonly #options: PhotoSheetOptions;
  readonly #notes = element('div', { role: 'status', class: 'notes' });
  readonly #list = element('ul', { class: 'photos', role: 'list' });
  readonly #chosen = new Set<string>();
  readonly #form = new LiveForm(this.#list, () => this.#draw());
  #photos: readonly StoryPhoto[] = [];
  /** Undefined while the front matter cannot be read. */
  #data: PlainMap | undefined;
  #drawn = '';

  constructor(options: PhotoSheetOptions) {
    this.#options = options;
    const input = element('input', {
      type: 'file',
      id: 'photo-files',
      multiple: '',
      accept: 'image/*,.heic,.heif',
    });
    input.addEventListener('change', () => {
      options.add([...(input.files ?? [])]);
      input.value = '';
    });
    const gallery = element(
      'button',
      { type: 'button', id: 'photo-gallery' },
      words('Gallery of the chosen photos'),
    );
    gallery.addEventListener('click', () => this.#insertGallery());
    this.element.append(
      element(
        'p',
        { class: 'drop' },
        element(
          'label',
          { for: 'photo-files' },
          words('Add photos: choose them, or drop them anywhere here'),
        ),
        input,
      ),
      this.#notes,
      element('p', {}, gallery),
      this.#list,
    );
    this.element.addEventListener('dragover', (event) => event.preventDefault());
    this.element.addEventListener('drop', (event) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      options.add(files);
    });
  }

  /** @returns takes the message away */
  say(message: string): () => void {
    const said = element('p', {}, knownWords(message));
    this.#notes.append(said);
    return () => said.remove();
  }

  /** Puts the cursor into the description of the photo at a place of the text. */
  focus(from: number): void {
    const line = photosIn(this.#options.text()).find((one) => one.from === from);
    if (line !== undefined) document.getElementById(`${idOf(line.name)}-alt`)?.focus();
  }

  show(photos: readonly StoryPhoto[], text: string, data: PlainMap | undefined): void {
    this.#photos = photos;
    this.#data = data;
    const json = JSON.stringify([
      photos,
      photosIn(text).map(({ from: _, to: __, ...rest }) => rest),
      data === undefined ? null : [data.photos ?? {}, dataAt(data, ['credits', 'photos']) ?? ''],
    ]);
    if (json === this.#drawn) return;
    this.#drawn = json;
    this.#form.redraw();
  }

  /** Hands on what is being typed. */
  flush(): void {
    this.#form.flush();
  }

  #draw(): void {
    const inText = photosIn(this.#options.text());
    const order = (name: string): number => {
      const at = inText.findIndex((one) => one.name === name);
      return at < 0 ? inText.length : at;
    };
    const sorted = [...this.#photos].sort((a, b) => order(a.name) - order(b.name));
    this.#list.replaceChildren(...sorted.map((photo) => this.#card(photo, inText)));
  }

  #card(photo: StoryPhoto, inText: readonly PhotoLine[]): HTMLElement {
    const { name, widthPx, heightPx } = photo;
    const at = inText.findIndex((one) => one.name === name);
    const line = inText[at];
    const id = idOf(name);
    const image = element('img', {
      alt: line?.alt ?? '',
      width: '160',
    });
    showThumbnail(image, this.#options.thumbnailOf(name));
    const focusButton = this.#focusButton(name, id, image);
    const given = wordsOfPhoto(photo, line, this.#data ?? {});
    const control = <Control extends HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
      key: PhotoWordKey,
      made: Control,
    ) => {
      made.id = `${id}-${key}`;
      made.value = given[key];
      if (made instanceof HTMLTextAreaElement) keepOneParagraph(made);
      // There is no place for words that neither a line of the text nor the front matter can take.
      made.disabled =
        line === undefined && (this.#data === undefined || !isFree(this.#data, ['photos', name, key]));
      made.addEventListener('change', () => this.#change(name, key, made.value));
      return element('p', {}, element('label', { for: made.id }, words(fieldNames[key])), made);
    };
    const known = ['', ...Object.keys(sourceNames), ...(given.source in sourceNames ? [] : [given.source])];
    const sources = [...new Set(known)].map((one) => element('option', { value: one }, sourceName(one)));
    const rows = photoWordKeys.map((key) =>
      control(
        key,
        key === 'source'
          ? element('select', {}, ...sources)
          : key === 'credit' && !given.credit.includes('\n')
            ? element('input', { type: 'text', dir: 'auto', placeholder: this.#creditOfStory() })
            : element('textarea', { rows: '2', dir: 'auto' }),
      ),
    );
    const buttons: HTMLElement[] = [];
    const button = (label: string, act: () => void): void => {
      const made = element('button', { type: 'button', id: `${id}-${label.replace(/\W+/gu, '_')}` }, label);
      made.addEventListener('click', act);
      buttons.push(made);
    };
    if (line === undefined) {
      button(words('Put into the text'), () => this.#insert([photo]));
      const choose = element('input', { type: 'checkbox', id: `${id}-choose` });
      choose.checked = this.#chosen.has(name);
      choose.addEventListener('change', () => {
        if (choose.checked) this.#chosen.add(name);
        else this.#chosen.delete(name);
      });
      buttons.push(element('label', { class: 'flag' }, choose, ` ${words('for a gallery')}`));
    } else {
      const before = inText[at - 1];
      const after = inText[at + 1];
      if (before !== undefined) button(words('Earlier'), () => this.#swap(before.name, name));
      if (after !== undefined) button(words('Later'), () => this.#swap(name, after.name));
    }
    const card = element(
      'li',
      { class: line === undefined ? 'unused' : '' },
      focusButton,
      element(
        'div',
        // Each photo has the same fields.
        { role: 'group', 'aria-label': name },
        element('p', { class: 'name' }, widthPx === 0 ? name : `${name} · ${widthPx} × ${heightPx}`),
        ...rows,
        element('p', { class: 'buttons' }, ...buttons),
      ),
    );
    if (line !== undefined) this.#allowDragging(card, name);
    return card;
  }

  /** Whose a photo is that names nobody. */
  #creditOfStory(): string {
    const names = dataAt(this.#data ?? {}, ['credits', 'photos']);
    const listed = isPlainList(names) ? names.join(', ') : typeof names === 'string' ? names : '';
    return listed === '' ? '' : `${words('As under Details')}: ${listed}`;
  }

  /** A click or the arrow keys say what a crop must keep; the Delete key says that it may choose. */
  #focusButton(name: string, id: string, image: HTMLImageElement): HTMLElement {
    const path = ['photos', name, 'focus'];
    const { change } = this.#options;
    const point = focusPointOf(dataAt(this.#data ?? {}, path));
    const place = point === undefined ? '' : `: ${focusWords(point)}`;
    const button = element(
      'button',
      {
        type: 'button',
        class: 'focus',
        id: `${id}-focus`,
        'aria-label': `${words('What a crop must keep: click it, or move it by the arrow keys')} (${name})${place}`,
      },
      image,
    );
    if (point !== undefined) {
      const mark = element('span', { class: 'focus-mark' });
      mark.style.left = `${point[0] * 100}%`;
      mark.style.top = `${point[1] * 100}%`;
      button.append(mark);
    }
    button.addEventListener('click', (event) => {
      const box = image.getBoundingClientRect();
      const isKey = event.detail === 0;
      if (isKey && point !== undefined) return;
      const clicked = focusPoint(
        (event.clientX - box.left) / box.width,
        (event.clientY - box.top) / box.height,
      );
      change(path, isKey ? focusPoint(0.5, 0.5) : clicked);
    });
    button.addEventListener('keydown', (event) => {
      const moved = movedByKey(point, event.key);
      const isTakenAway = event.key === 'Delete' && point !== undefined;
      if (moved === undefined && !isTakenAway) return;
      event.preventDefault();
      change(path, moved);
    });
    return button;
  }

  /** A card that is dropped on another takes its place in the text. */
  #allowDragging(card: HTMLElement, name: string): void {
    card.draggable = true;
    card.addEventListener('dragstart', (event) => event.dataTransfer?.setData('text/x-photo', name));
    card.addEventListener('drop', (event) => {
      const dragged = event.dataTransfer?.getData('text/x-photo') ?? '';
      if (dragged === '' || dragged === name) return;
      event.preventDefault();
      event.stopPropagation();
      this.#swap(dragged, name);
    });
  }

  #swap(one: string, other: string): void {
    const text = this.#options.text();
    const lines = photosIn(text);
    const [first, second] = [one, other]
      .flatMap((name) => lines.find((line) => line.name === name) ?? [])
      .sort((a, b) => a.from - b.from);
    if (first === undefined || second === undefined) return;
    this.#options.apply([
      { from: second.from, to: second.to, insert: text.slice(first.from, first.to) },
      { from: first.from, to: first.to, insert: text.slice(second.from, second.to) },
    ]);
  }

  /** Writes a photo's word where it belongs as the text stands now. */
  #change(name: string, key: PhotoWordKey, typed: string): void {
    const { text, apply, change } = this.#options;
    const line = photosIn(text()).find((one) => one.name === name);
    const value = typed.trim();
    if (line === undefined || isHeadWord(name, key, line, readFrontMatter(text()) ?? {})) {
      change(['photos', name, key], value === '' ? undefined : value);
      return;
    }
    const written = text().slice(line.from, line.to);
    const insert = withPhotoWord(written, key, value);
    if (insert !== written) apply([{ from: line.from, to: line.to, insert }]);
  }

  #insertGallery(): void {
    const chosen = this.#photos.filter(({ name }) => this.#chosen.has(name));
    if (chosen.length < 2) {
      this.say(words('Choose two photos or more that are not in the text yet.'));
      return;
    }
    this.#chosen.clear();
    this.#insert(chosen);
  }

  /** Shows photos in the text: their words move there from the front matter. */
  #insert(photos: readonly StoryPhoto[]): void {
    const { text, insert, change } = this.#options;
    const data = readFrontMatter(text()) ?? {};
    const lines = photos.map((photo) => photoMarkdown(photo.name, wordsOfPhoto(photo, undefined, data)));
    insert(lines.join('\n'));
    for (const { name } of photos) {
      const rest = withoutWords(name, readFrontMatter(text()) ?? {});
      if (rest !== undefined) change(rest.path, rest.value);
    }
  }
}

/** Of a photo's controls. */
function idOf(name: string): string {
  return `photo-${name.replace(/[^\p{Letter}\p{Number}-]+/gu, '_')}`;
}

/** The short names that captions take, in words. */
const sourceNames = {
  camera: 'A camera',
  edited: 'A camera, changed by hand',
  ai: 'Made by AI',
  'ai-edited': 'Changed by AI',
  drawing: 'A drawing',
  collage: 'A collage',
  chart: 'A chart of data',
  screenshot: 'A screenshot',
  scan: 'A scanned print',
  negative: 'A negative',
  slide: 'A slide',
} as const;

const namesBySource = new Map<string, EditorWords>(Object.entries(sourceNames));

function sourceName(source: string): string {
  if (source === '') return words('As the file says');
  const name = namesBySource.get(source);
  return name === undefined ? source : words(name);
}

const fieldNames = {
  alt: 'Description',
  caption: 'Caption',
  credit: 'Credit',
  source: 'Where it comes from',
} as const satisfies Readonly<Record<PhotoWordKey, EditorWords>>;
