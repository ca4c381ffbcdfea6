/** Names of writers by the words that stand for them in front matter, from the data of a generator's site. Pure. */

/** Where sites keep them: `_data/authors.yml`, `data/authors.toml`, `src/_data/people.json`. */
export const authorsFile = /(?:^|\/)_?data\/(?:authors?|people|team|staff|writers?)\.(?:ya?ml|json|toml)$/u;

const nameKeys = ['name', 'display_name', 'displayname', 'title', 'full_name', 'fullname'];
const wordKeys = ['id', 'key', 'slug', 'username', 'login', 'short_name', 'handle'];

export function authorNames(data: object): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [key, value] of Object.entries(data)) {
    const entry = textsIn(value);
    const name = typeof value === 'string' ? value : nameKeys.map((one) => entry.get(one)).find(isText);
    if (!isText(name)) continue;
    // A list has the word for each inside of it.
    const word = Array.isArray(data) ? wordKeys.map((one) => entry.get(one)).find(isText) : key;
    if (isText(word)) names.set(word, name);
  }
  return names;
}

function textsIn(value: unknown): ReadonlyMap<string, unknown> {
  return typeof value === 'object' && value !== null
    ? new Map(Object.entries(value).map(([key, inner]: [string, unknown]) => [key.toLowerCase(), inner]))
    : new Map();
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
