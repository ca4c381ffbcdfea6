/** Labels of fields, made from the keys of the schema. Pure. */

/** `publishAt` becomes "Publish at". */
export function labelOfKey(key: string): string {
  const spaced = key.replace(
    /([a-z])([A-Z])/gu,
    (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
  );
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
