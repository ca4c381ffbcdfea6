/** Fields of the form: one labelled control each, which says what it changes when it is left. */

import { isPlainList, type PlainData } from '../../../src/editor/plain-data.ts';
import { element } from '../preview-toolbar/element.ts';
import { isFlagSet } from './field-kind.ts';
import type { Suggestion } from './find-stories.ts';
import { keepOneParagraph } from './one-paragraph.ts';
import { knownWords, words } from './words.ts';

export interface FieldParts {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly isRequired: boolean;
  readonly value: PlainData | undefined;
  readonly change: (value: PlainData | undefined) => void;
}

export interface TextFieldOptions {
  readonly isTall: boolean;
  /** Whether it is one paragraph, however long. */
  readonly isParagraph?: boolean;
  readonly choices: readonly string[];
  readonly suggestions: readonly string[];
}

export function textField(
  parts: FieldParts,
  { isTall, isParagraph = false, choices, suggestions }: TextFieldOptions,
): HTMLElement {
  const { id, value, change } = parts;
  const text = asText(value);
  if (choices.length > 0) {
    const names = ['', ...choices, ...(text === '' || choices.includes(text) ? [] : [text])];
    const select = element(
      'select',
      controlAttributes(parts),
      ...names.map((one) => element('option', { value: one }, knownWords(one))),
    );
    select.value = text;
    select.addEventListener('change', () => change(select.value === '' ? undefined : select.value));
    return labelled(parts, select);
  }
  // A field of one line would join the lines of what it is given.
  const control =
    isTall || text.includes('\n')
      ? element('textarea', { ...controlAttributes(parts), rows: '2' })
      : element('input', {
          ...controlAttributes(parts),
          type: 'text',
          ...(suggestions.length > 0 ? { list: `${id}-list` } : {}),
        });
  control.value = text;
  if (isTall && control instanceof HTMLTextAreaElement && isParagraph) keepOneParagraph(control);
  let told = text.trim();
  control.addEventListener('change', () => {
    const typed = control.value.trim();
    if (typed === told) return;
    told = typed;
    change(typed === '' ? undefined : typed);
  });
  return labelled(parts, control, ...datalist(id, control.tagName === 'INPUT' ? suggestions : []));
}

export function numberField(parts: FieldParts): HTMLElement {
  const input = element('input', { ...controlAttributes(parts), type: 'number', min: '0', step: '1' });
  input.value = asText(parts.value);
  input.addEventListener('change', () => {
    if (!input.validity.badInput) parts.change(input.value === '' ? undefined : Number(input.value));
  });
  return labelled(parts, input);
}

export function flagField(parts: FieldParts): HTMLElement {
  const { id, label, help, value, change } = parts;
  const box = element('input', {
    id,
    type: 'checkbox',
    ...(help === '' ? {} : { 'aria-describedby': `${id}-help` }),
  });
  box.checked = isFlagSet(value);
  box.addEventListener('change', () => change(box.checked ? true : undefined));
  return element(
    'div',
    { class: 'field' },
    element('label', { class: 'flag' }, box, ` ${label}`),
    element('p', { class: 'help', id: `${id}-help` }, help),
  );
}

export interface ListFieldOptions {
  /** Suggestions for what is being typed, where there are too many to list. */
  readonly find?: (typed: string) => readonly Suggestion[];
  readonly choices: readonly string[];
  readonly suggestions: readonly string[];
  readonly takesOne: boolean;
}

export function listField(parts: FieldParts, options: ListFieldOptions): HTMLElement {
  return options.choices.length > 0 ? checkList(parts, options) : inputList(parts, options);
}

/** What stands there, where it is nothing that a field can show: to type another one would lose it. */
export function unfitField({ id, label, value }: FieldParts): HTMLElement {
  return element(
    'div',
    { class: 'field unfit', id },
    element('p', {}, label),
    element('pre', {}, JSON.stringify(value, null, 1)),
    element(
      'p',
      { class: 'help' },
      words('No field can show this. Change it in the text: the check says how.'),
    ),
  );
}

/** A single value stays without a list where it stood without one. */
function listValue(
  list: readonly string[],
  old: PlainData | undefined,
  takesOne: boolean,
): PlainData | undefined {
  const [only] = list;
  if (only === undefined) return undefined;
  return takesOne && list.length === 1 && !isPlainList(old) ? only : list;
}

function checkList(parts: FieldParts, { choices, takesOne }: ListFieldOptions): HTMLElement {
  const { id, label, help, value, change } = parts;
  const chosen = asList(value);
  const isChosen = (choice: string): boolean =>
    chosen.some((one) => one.toLowerCase() === choice.toLowerCase());
  const others = chosen.filter(
    (one) => !choices.some((choice) => choice.toLowerCase() === one.toLowerCase()),
  );
  const boxes = [...choices, ...others].map((choice) => {
    const box = element('input', { type: 'checkbox', id: `${id}-${choice.replace(/\s+/gu, '_')}` });
    box.checked = isChosen(choice);
    box.addEventListener('change', () => {
      const rest = chosen.filter((one) => one.toLowerCase() !== choice.toLowerCase());
      const list = box.checked ? [...chosen, choice] : rest;
      change(chosen.length === 0 ? list : listValue(list, value, takesOne));
    });
    return element('label', { class: 'flag' }, box, ` ${choice}`);
  });
  return element(
    'fieldset',
    { id, class: 'choices' },
    element('legend', {}, requiredLabel(label, parts.isRequired)),
    element('p', { class: 'help' }, help),
    ...boxes,
  );
}

function inputList(parts: FieldParts, { suggestions, takesOne, find }: ListFieldOptions): HTMLElement {
  const { id, label, help, value, change } = parts;
  const found = element('datalist', { id: `${id}-found` });
  const list = asList(value);
  const inputs = [...list, ''].map((one, index) => {
    const input = element('input', {
      id: `${id}-${index}`,
      type: 'text',
      'aria-label': `${label} ${index + 1}`,
      dir: 'auto',
      ...(suggestions.length > 0 ? { list: `${id}-list` } : {}),
      ...(one === '' ? { placeholder: words('one more') } : {}),
    });
    input.value = one;
    if (find !== undefined) {
      input.setAttribute('list', found.id);
      input.addEventListener('input', () =>
        found.replaceChildren(
          ...find(input.value).map(({ value: text, label: title }) =>
            element('option', { value: text, label: title }),
          ),
        ),
      );
    }
    input.addEventListener('change', () => {
      const next = list.map((old, at) => (at === index ? input.value.trim() : old));
      if (index === list.length) next.push(input.value.trim());
      change(
        listValue(
          next.filter((text) => text !== ''),
          value,
          takesOne,
        ),
      );
    });
    return input;
  });
  return element(
    'fieldset',
    { id, class: 'inputs' },
    element('legend', {}, label),
    ...(help === '' ? [] : [element('p', { class: 'help' }, help)]),
    ...inputs,
    ...(find === undefined ? datalist(id, suggestions) : [found]),
  );
}

export function labelled(
  { id, label, help, isRequired }: FieldParts,
  ...controls: readonly HTMLElement[]
): HTMLElement {
  return element(
    'div',
    { class: 'field' },
    element('label', { for: id }, requiredLabel(label, isRequired)),
    ...controls,
    ...(help === '' ? [] : [element('p', { class: 'help', id: `${id}-help` }, help)]),
  );
}

function requiredLabel(label: string, isRequired: boolean): string {
  return isRequired ? `${label} (${words('required')})` : label;
}

export function controlAttributes({ id, help, isRequired }: FieldParts): Record<string, string> {
  return {
    id,
    // By its first letter: an Arabic headline begins on the right.
    dir: 'auto',
    ...(help === '' ? {} : { 'aria-describedby': `${id}-help` }),
    ...(isRequired ? { 'aria-required': 'true' } : {}),
  };
}

function datalist(id: string, suggestions: readonly string[]): readonly HTMLElement[] {
  if (suggestions.length === 0) return [];
  return [
    element('datalist', { id: `${id}-list` }, ...suggestions.map((one) => element('option', { value: one }))),
  ];
}

export function asText(value: PlainData | undefined): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

function asList(value: PlainData | undefined): readonly string[] {
  if (isPlainList(value)) return value.map((one) => asText(one));
  const text = asText(value);
  return text === '' ? [] : [text];
}
