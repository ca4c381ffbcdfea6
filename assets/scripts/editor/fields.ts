/** Fields of the form: one labelled control each, which says what it changes when it is left. */

import { isPlainList, type PlainData } from '../../../src/editor/plain-data.ts';
import { element } from '../preview-toolbar/element.ts';
import type { Suggestion } from './find-stories.ts';
import { frontMatterDate, inputOf, momentWords } from './site-time.ts';
import { interfaceLanguage, knownWords, words } from './words.ts';

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
  readonly choices: readonly string[];
  readonly suggestions: readonly string[];
}

export function textField(
  parts: FieldParts,
  { isTall, choices, suggestions }: TextFieldOptions,
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
  const control = isTall
    ? element('textarea', { ...controlAttributes(parts), rows: '2' })
    : element('input', {
        ...controlAttributes(parts),
        type: 'text',
        ...(suggestions.length > 0 ? { list: `${id}-list` } : {}),
      });
  control.value = text;
  let told = text.trim();
  control.addEventListener('change', () => {
    const typed = control.value.trim();
    if (typed === told) return;
    told = typed;
    change(typed === '' ? undefined : typed);
  });
  return labelled(parts, control, ...datalist(id, isTall ? [] : suggestions));
}

export function numberField(parts: FieldParts): HTMLElement {
  const input = element('input', { ...controlAttributes(parts), type: 'number', min: '0', step: '1' });
  input.value = asText(parts.value);
  input.addEventListener('change', () => parts.change(input.value === '' ? undefined : Number(input.value)));
  return labelled(parts, input);
}

export function flagField(parts: FieldParts): HTMLElement {
  const { id, label, help, value, change } = parts;
  const box = element('input', {
    id,
    type: 'checkbox',
    ...(help === '' ? {} : { 'aria-describedby': `${id}-help` }),
  });
  box.checked = value === true;
  box.addEventListener('change', () => change(box.checked ? true : undefined));
  return element(
    'div',
    { class: 'field' },
    element('label', { class: 'flag' }, box, ` ${label}`),
    element('p', { class: 'help', id: `${id}-help` }, help),
  );
}

/** A day and, where one is wanted, a time, both in the zone of the site, with what they mean in words. */
export function dateField(parts: FieldParts, zone: string): HTMLElement {
  const { id, label, value, change } = parts;
  const text = asText(value);
  const input = inputOf(text, zone);
  if (text !== '' && input === undefined)
    return textField(parts, { isTall: false, choices: [], suggestions: [] });
  const day = element('input', { ...controlAttributes(parts), type: 'date' });
  const time = element('input', {
    id: `${id}-time`,
    type: 'time',
    'aria-label': `${label}: ${words('time')}`,
  });
  day.value = input?.day ?? '';
  time.value = input?.time ?? '';
  const say = (): void => {
    if (day.value === '' && !parts.isRequired) change(undefined);
    else if (day.value !== '' && (day.value !== input?.day || time.value !== input.time))
      change(frontMatterDate(day.value, time.value, zone));
  };
  day.addEventListener('change', say);
  time.addEventListener('change', say);
  const meaning = text === '' ? '' : `${momentWords(text, zone, interfaceLanguage, Date.now())} (${zone})`;
  return labelled(
    parts,
    element('div', { class: 'date' }, day, time),
    element('p', { class: 'meaning' }, meaning),
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

function labelled(
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

function controlAttributes({ id, help, isRequired }: FieldParts): Record<string, string> {
  return {
    id,
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

function asText(value: PlainData | undefined): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

function asList(value: PlainData | undefined): readonly string[] {
  if (isPlainList(value)) return value.map((one) => asText(one));
  const text = asText(value);
  return text === '' ? [] : [text];
}
