/** Names in a sentence: all of a few, the first of many. */

const maximumNames = 12;

export function listSome(names: readonly string[]): string {
  const rest = names.length - maximumNames;
  return rest <= 1 ? names.join(', ') : `${names.slice(0, maximumNames).join(', ')} and ${rest} more`;
}
