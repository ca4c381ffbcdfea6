/** Labels of fields, made from the keys of the schema. Pure. */

/** Keys that are shorter than their words, or another thing's name too. */
const names: Readonly<Record<string, string>> = {
  ai: 'AI',
  lang: 'Language',
  phone: 'Telephone',
  url: 'URL',
};

/** `publishAt` becomes "Publish at". */
export function labelOfKey(key: string): string {
  const name = Object.hasOwn(names, key) ? names[key] : undefined;
  if (name !== undefined) return name;
  const spaced = key.replace(
    /([a-z])([A-Z])/gu,
    (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
  );
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
