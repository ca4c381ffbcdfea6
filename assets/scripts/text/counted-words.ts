/** Says a number in the form that the page's language has for it: `data-forms` holds the forms by kind (CLDR). */

/** @param forms JSON of texts by kind of number, in which `#` stands for it */
export function countedWords(forms: string | undefined, count: number, locale: string): string {
  const parsed: unknown = JSON.parse(forms ?? '{}');
  if (typeof parsed !== 'object' || parsed === null) return '';
  const texts = new Map<string, unknown>(Object.entries(parsed));
  const text = texts.get(new Intl.PluralRules(locale).select(count)) ?? texts.get('other');
  return typeof text === 'string' ? text.replace('#', count.toLocaleString(locale)) : '';
}
