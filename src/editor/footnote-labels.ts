/** Footnotes of a text that comes into another: none takes the number of one that is there. Pure; runs in a browser. */

/** A call of a footnote, or the beginning of one. */
const label = /(?<!\\)\[\^([^\]\s\\]+)\]/gu;

/** @param added Markdown that comes into a text @returns it with other numbers where the text has them already */
export function withFreeFootnotes(added: string, text: string): string {
  const labelsOf = (markdown: string): readonly string[] =>
    [...markdown.matchAll(label)].map(([, name = '']) => name);
  const taken = new Set(labelsOf(text));
  const own = new Set(labelsOf(added));
  const names = new Map<string, string>();
  let number = 0;
  for (const name of own) {
    if (!taken.has(name)) continue;
    do number += 1;
    while (taken.has(String(number)) || own.has(String(number)));
    names.set(name, String(number));
  }
  return names.size === 0
    ? added
    : added.replace(label, (whole, name: string) => {
        const free = names.get(name);
        return free === undefined ? whole : `[^${free}]`;
      });
}
