/** Form for the whole front matter, made from its schema. Each field changes its own lines of the text alone. */

import type { DataPath } from '../../../src/editor/data-steps.ts';
import { dataAt } from '../../../src/editor/data-steps.ts';
import { isPlainList, type PlainData, type PlainMap } from '../../../src/editor/plain-data.ts';
import type { EditorSettings, FieldSchema, StoryEntry } from '../../../src/editor/store-messages.ts';
import { element } from '../preview-toolbar/element.ts';
import { dateField } from './date-field.ts';
import { canShow, kindOf } from './field-kind.ts';
import { labelOfKey } from './field-label.ts';
import { type FieldParts, flagField, listField, numberField, textField, unfitField } from './fields.ts';
import { findStories } from './find-stories.ts';
import { LiveForm } from './live-form.ts';
import { fieldHelp, knownWords, words } from './words.ts';

export interface HeadFormOptions {
  readonly settings: EditorSettings;
  readonly stories: readonly StoryEntry[];
  readonly photoNames: () => readonly string[];
  readonly change: (path: DataPath, value: PlainData | undefined) => void;
}

/** Keys that other parts of the editor show, or that older stories alone have. */
const visibleElsewhere = new Set(['photos', 'topic']);
const tall = new Set(['title', 'summary', 'text']);

export class HeadForm {
  readonly element = element('form', { class: 'head-form', 'aria-label': words('Details') });
  readonly #options: HeadFormOptions;
  /** Titles of the sections that the editor has opened or closed. */
  readonly #open = new Map<string, boolean>();
  readonly #form = new LiveForm(this.element, () => this.#draw());
  #data: PlainMap | undefined;
  #drawn = '';

  constructor(options: HeadFormOptions) {
    this.#options = options;
    this.element.addEventListener('submit', (event) => event.preventDefault());
  }

  /** @param data undefined while the front matter cannot be read */
  show(data: PlainMap | undefined): void {
    const json = JSON.stringify([data, this.#options.photoNames()]);
    if (json === this.#drawn) return;
    this.#drawn = json;
    this.#data = data;
    this.#form.redraw();
  }

  /** Hands on what is being typed. */
  flush(): void {
    this.#form.flush();
  }

  #draw(): void {
    const data = this.#data;
    if (data === undefined) {
      this.element.replaceChildren(
        element(
          'p',
          { class: 'note', role: 'alert' },
          words('The front matter cannot be read. Fix it in the text: the check says where.'),
        ),
      );
      return;
    }
    const { schema } = this.#options.settings;
    const keys = Object.entries(schema.properties ?? {}).filter(
      ([key]) => !visibleElsewhere.has(key) || (key === 'topic' && Object.hasOwn(data, 'topic')),
    );
    const main = keys.filter(([key]) => mainKeys.includes(key));
    const time = keys.filter(([key]) => timeKeys.includes(key));
    const rest = keys.filter(([key]) => !mainKeys.includes(key) && !timeKeys.includes(key));
    const draw = (entries: typeof keys) =>
      entries.map(([key, field]) =>
        this.#field(field, [key], key, data, schema.required?.includes(key) === true),
      );
    this.element.replaceChildren(
      ...draw(main),
      this.#section(
        words('When it appears'),
        draw(time),
        time.some(([key]) => Object.hasOwn(data, key)),
      ),
      this.#section(
        words('More'),
        draw(rest),
        rest.some(([key]) => Object.hasOwn(data, key)),
      ),
    );
  }

  #field(
    schema: FieldSchema,
    path: DataPath,
    key: string,
    data: PlainMap,
    isRequired: boolean,
    label = knownWords(labelOfKey(key)),
  ): HTMLElement {
    const value = dataAt(data, path);
    const parts: FieldParts = {
      id: `field-${path.join('-')}`,
      label,
      help: schema.description === undefined ? '' : fieldHelp(schema.description),
      isRequired,
      value,
      change: (next) => this.#options.change(path, next),
    };
    const kind = kindOf(schema);
    const { settings } = this.#options;
    if (!canShow(kind, value)) return unfitField(parts);
    switch (kind.kind) {
      case 'flag':
        return flagField(parts);
      case 'date':
        return dateField(parts, settings.timeZone);
      case 'number':
        return numberField(parts);
      case 'text':
        return textField(parts, {
          isTall: tall.has(key),
          isParagraph: key === 'title',
          choices: kind.choices,
          suggestions: this.#suggestions(path),
        });
      case 'list':
        return listField(parts, {
          choices: this.#choices(key, kind.choices),
          suggestions: this.#suggestions(path),
          takesOne: kind.takesOne,
          ...(key === 'related' ? { find: (typed) => findStories(this.#options.stories, typed) } : {}),
        });
      case 'group':
        return group(
          parts,
          Object.entries(kind.properties).map(([name, inner]) =>
            this.#field(inner, [...path, name], name, data, schema.required?.includes(name) === true),
          ),
        );
      case 'names':
        return group(
          parts,
          settings.roles.map(({ role, label }) =>
            this.#field(kind.each, [...path, role], role, data, false, label),
          ),
        );
      case 'groups':
        return this.#groups(parts, kind.each, path, data);
    }
  }

  #section(title: string, children: readonly HTMLElement[], isUsed: boolean): HTMLElement {
    const made = element('details', {}, element('summary', {}, title), ...children);
    made.open = this.#open.get(title) ?? isUsed;
    made.addEventListener('toggle', () => this.#open.set(title, made.open));
    return made;
  }

  #groups(parts: FieldParts, each: FieldSchema, path: DataPath, data: PlainMap): HTMLElement {
    const list = isPlainList(parts.value) ? parts.value : [];
    const add = element(
      'button',
      { type: 'button', id: `${parts.id}-add` },
      `${words('Add')}: ${parts.label.toLowerCase()}`,
    );
    add.addEventListener('click', () =>
      parts.change([...list, freshEntry(each, this.#options.settings.timeZone)]),
    );
    return group(parts, [
      ...list.map((_, index) => {
        const remove = element(
          'button',
          { type: 'button', class: 'quiet' },
          `${words('Remove')} ${index + 1}`,
        );
        remove.addEventListener('click', () => {
          const rest = list.filter((__, other) => other !== index);
          parts.change(rest.length === 0 ? undefined : rest);
        });
        const inner = Object.entries(each.properties ?? {}).map(([name, field]) =>
          this.#field(field, [...path, index, name], name, data, each.required?.includes(name) === true),
        );
        const named = { role: 'group', 'aria-label': `${parts.label} ${index + 1}` };
        return element('div', { class: 'entry', ...named }, ...inner, remove);
      }),
      add,
    ]);
  }

  #choices(key: string, choices: readonly string[]): readonly string[] {
    return key === 'topics' || key === 'topic'
      ? this.#options.settings.topics.map(({ name }) => name)
      : choices;
  }

  #suggestions([key]: DataPath): readonly string[] {
    const { settings, photoNames } = this.#options;
    if (key === 'credits' || key === 'contacts') return settings.people;
    if (key === 'series') return settings.series;
    if (key === 'image') return photoNames();
    return [];
  }
}

const mainKeys = ['title', 'date', 'topics', 'topic', 'summary', 'credits', 'image', 'draft', 'corrections'];
const timeKeys = ['publishAt', 'embargoUntil', 'expiresAt', 'pinnedUntil', 'updated'];

/** Values that a new entry must have: today where a date is wanted, else an empty text, which the check wants written. */
function freshEntry({ properties = {}, required = [] }: FieldSchema, zone: string): PlainMap {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(Date.now());
  return Object.fromEntries(
    required
      .filter((name) => properties[name] !== undefined)
      .map((name) => [name, kindOf(properties[name] ?? {}).kind === 'date' ? today : '']),
  );
}

function group({ id, label, help }: FieldParts, children: readonly HTMLElement[]): HTMLElement {
  return element(
    'fieldset',
    { id, class: 'group' },
    element('legend', {}, label),
    ...(help === '' ? [] : [element('p', { class: 'help' }, help)]),
    ...children,
  );
}
