/** `site.yaml` of the demonstration with what flags of `news init --from-demo` say; every note in it stays. Pure. */

import { isMap, parseDocument } from 'yaml';
import type { InitArguments } from './starter-answers.ts';

export function demoSettings(
  text: string,
  { name, tagline, url, timeZone, email, accent }: InitArguments,
): string {
  const document = parseDocument(text);
  const set = (path: readonly string[], value: string | undefined) => {
    if (value !== undefined) document.setIn(path, value);
  };
  const named = document.get('languages');
  const languages = isMap(named) ? named.items.map(({ key }) => String(key)) : [];
  for (const [key, ownKey, values] of [
    ['name', 'siteName', name],
    ['tagline', 'tagline', tagline],
  ] as const) {
    const parts = values?.split('|').map((part) => part.trim()) ?? [];
    set([key], parts[0]);
    for (const [index, lang] of languages.entries())
      if (index > 0) set(['languages', lang, ownKey], parts[index] ?? parts[0]);
  }
  if (url !== undefined) {
    const { origin, pathname } = new URL(url);
    set(['baseUrl'], origin);
    set(['pathPrefix'], pathname.replace(/\/*$/u, '/'));
  }
  set(['timeZone'], timeZone);
  set(['contact', 'email'], email);
  set(['theme', 'accent'], accent === undefined ? undefined : `#${accent.replace('#', '').toLowerCase()}`);
  return document.toString({ lineWidth: 0 });
}
