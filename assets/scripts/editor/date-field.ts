/** A day and, where one is wanted, a time, both in the zone of the site, with what they mean in words. */

import { element } from '../preview-toolbar/element.ts';
import { asText, controlAttributes, type FieldParts, labelled, textField } from './fields.ts';
import { dateTyped, frontMatterDate, inputOf, momentWords } from './site-time.ts';
import { interfaceLanguage, words } from './words.ts';

export function dateField(parts: FieldParts, zone: string): HTMLElement {
  const { id, label, value, isRequired, change } = parts;
  const text = asText(value);
  const input = inputOf(text, zone);
  if (text !== '' && input === undefined)
    return textField(parts, { isTall: false, choices: [], suggestions: [] });
  const day = element('input', { ...controlAttributes(parts), dir: 'ltr', type: 'date' });
  const time = element('input', {
    id: `${id}-time`,
    type: 'time',
    'aria-label': `${label}: ${words('time')}`,
  });
  day.value = input?.day ?? '';
  time.value = input?.time ?? '';
  const meaning = element('p', { class: 'meaning', id: `${id}-meaning` });
  for (const one of [day, time])
    one.setAttribute('aria-describedby', [day.getAttribute('aria-describedby'), meaning.id].join(' ').trim());
  const explain = (said: string): void => {
    meaning.textContent =
      said === '' ? '' : `${momentWords(said, zone, interfaceLanguage, Date.now())} (${zone})`;
  };
  explain(text);
  let told = { day: day.value, time: time.value };
  // A browser says at each key what stands there, half of a year too.
  const say = (isLeft: boolean): void => {
    const typed = dateTyped({
      ...{ day: day.value, time: time.value, isLeft, isRequired },
      isHalf: day.validity.badInput || time.validity.badInput,
    });
    if (typed === undefined || (typed.day === told.day && typed.time === told.time)) return;
    told = typed;
    const next = typed.day === '' ? '' : frontMatterDate(typed.day, typed.time, zone);
    change(next === '' ? undefined : next);
    explain(next);
  };
  for (const one of [day, time]) {
    // An event of a browser comes while a date is typed; one of the form, when it is wanted.
    one.addEventListener('change', ({ isTrusted }) => say(!isTrusted));
    one.addEventListener('blur', () => say(true));
  }
  return labelled(parts, element('div', { class: 'date' }, day, time), meaning);
}
