/** Contact sheet of a story's photos: description, caption and credit beside each; dropped photos are added at once. */

import type { DataPath } from '../../../src/editor/data-steps.ts';
import { dataAt } from '../../../src/editor/data-steps.ts';
import type { PlainData, PlainMap } from '../../../src/editor/plain-data.ts';
import type { StoryPhoto } from '../../../src/editor/store-messages.ts';
import type { TextEdit } from '../../../src/editor/story-text.ts';
import { element } from '../preview-toolbar/element.ts';
import { type PhotoLine, type PhotoWords, photoMarkdown, photosIn } from './photo-markdown.ts';
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
  #photos: readonly StoryPhoto[] = [];
  #data: PlainMap = {};
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

  say(message: string): void {
    this.#notes.append(element('p', {}, knownWords(message)));
  }

  /** Puts the cursor into the description of the photo at a place of the text. */
  focus(from: number): void {
    const line = photosIn(this.#options.text()).find((one) => one.from === from);
    if (line !== undefined) document.getElementById(`${idOf(line.name)}-alt`)?.focus();
  }

  show(photos: readonly StoryPhoto[], text: string, data: PlainMap): void {
    this.#photos = photos;
    this.#data = data;
    const json = JSON.stringify([
      photos,
      photosIn(text).map(({ from: _, to: __, ...rest }) => rest),
      data.photos,
    ]);
    if (json === this.#drawn) return;
    this.#drawn = json;
    const focused = document.activeElement?.id ?? '';
    const inText = photosIn(text);
    const order = (name: string): number => {
      const at = inText.findIndex((one) => one.name === name);
      return at < 0 ? inText.length : at;
    };
    const sorted = [...photos].sort((a, b) => order(a.name) - order(b.name));
    this.#list.replaceChildren(...sorted.map((photo) => this.#card(photo, inText)));
    if (focused !== '') document.getElementById(focused)?.focus();
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
    const focusButton = element(
      'button',
      {
        type: 'button',
        class: 'focus',
        'aria-label': `${words('What a crop must keep: click it')} (${name})`,
      },
      image,
    );
    const focus = dataAt(this.#data, ['photos', name, 'focus']);
    if (Array.isArray(focus)) {
      const mark = element('span', { class: 'focus-mark' });
      mark.style.left = `${Number(focus[0]) * 100}%`;
      mark.style.top = `${Number(focus[1]) * 100}%`;
      focusButton.append(mark);
    }
    focusButton.addEventListener('click', (event) => {
      const box = image.getBoundingClientRect();
      const part = (value: number): number => Math.round(Math.min(Math.max(value, 0), 1) * 100) / 100;
      const isKey = event.detail === 0;
      const point = isKey
        ? [0.5, 0.5]
        : [part((event.clientX - box.left) / box.width), part((event.clientY - box.top) / box.height)];
      this.#options.change(['photos', name, 'focus'], point);
    });
    const given: PhotoWords = {
      alt: line?.alt ?? photo.alt ?? '',
      caption: line?.caption ?? photo.caption ?? '',
      credit: line?.credit ?? photo.credit ?? '',
    };
    const fields = (['alt', 'caption', 'credit'] as const).map((key) => {
      const control = element('input', { type: 'text', id: `${id}-${key}` });
      control.value = given[key];
      control.addEventListener('change', () => {
        if (line !== undefined) this.#rewrite(name, { [key]: control.value });
      });
      const text = element('label', { for: `${id}-${key}` }, words(fieldNames[key]));
      return { key, control, row: element('p', {}, text, control) };
    });
    const source = element('select', { id: `${id}-source` });
    const typed = line?.source ?? '';
    const known = ['', ...Object.keys(sourceNames), ...(typed in sourceNames ? [] : [typed])];
    source.append(...[...new Set(known)].map((one) => element('option', { value: one }, sourceName(one))));
    source.value = typed;
    source.addEventListener('change', () => {
      if (line !== undefined) this.#rewrite(name, { source: source.value });
    });
    const wordsOf = (): PhotoWords => ({
      source: source.value,
      alt: fields[0]?.control.value ?? '',
      caption: fields[1]?.control.value ?? '',
      credit: fields[2]?.control.value ?? '',
    });
    const buttons: HTMLElement[] = [];
    const button = (label: string, act: () => void): void => {
      const made = element('button', { type: 'button', id: `${id}-${label.replace(/\W+/gu, '_')}` }, label);
      made.addEventListener('click', act);
      buttons.push(made);
    };
    if (line === undefined) {
      button(words('Put into the text'), () => this.#options.insert(photoMarkdown(name, wordsOf())));
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
        {},
        element('p', { class: 'name' }, widthPx === 0 ? name : `${name} · ${widthPx} × ${heightPx}`),
        ...fields.map(({ row }) => row),
        element('p', {}, element('label', { for: source.id }, words('Where it comes from')), source),
        element('p', { class: 'buttons' }, ...buttons),
      ),
    );
    if (line !== undefined) this.#allowDragging(card, name);
    return card;
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

  #rewrite(name: string, change: Partial<PhotoWords>): void {
    const line = photosIn(this.#options.text()).find((one) => one.name === name);
    if (line === undefined) return;
    const insert = photoMarkdown(name, { ...line, ...change }, line.attributes);
    this.#options.apply([{ from: line.from, to: line.to, insert }]);
  }

  #insertGallery(): void {
    const chosen = this.#photos.filter(({ name }) => this.#chosen.has(name));
    if (chosen.length < 2) {
      this.say(words('Choose two photos or more that are not in the text yet.'));
      return;
    }
    const value = (name: string, key: string): string => {
      const found = document.getElementById(`${idOf(name)}-${key}`);
      return found instanceof HTMLInputElement ? found.value : '';
    };
    const lines = chosen.map(({ name }) =>
      photoMarkdown(name, {
        alt: value(name, 'alt'),
        caption: value(name, 'caption'),
        credit: value(name, 'credit'),
      }),
    );
    this.#chosen.clear();
    this.#options.insert(lines.join('\n'));
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

const fieldNames = { alt: 'Description', caption: 'Caption', credit: 'Credit' } as const;
