/** Finds `Mr. YANG Renshu` where the file in `people/` says `honorific: Prof.` */

import { placeIn } from './prose-finding.ts';
import type { Finding, SiteRule } from './rule.ts';
import { hasName, nameKey, namesIn, once } from './text-names.ts';

const titleBefore = /(?:^|[^\p{L}])((?:Professor|Prof|Doctor|Dr|Mister|Mr|Mrs|Ms|Miss|Academician)\.?) $/u;

const short: Readonly<Record<string, string>> = { professor: 'prof', doctor: 'dr', mister: 'mr' };

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'person-title': true;
  }
}

export const personTitle: SiteRule = {
  code: 'person-title',
  level: 'warning',
  explanation: 'A title before a name is not the one that the person’s file gives.',
  readsAllTexts: true,
  check: (documents, { content, displayFolder }) => {
    const titles = new Map(
      content.people.flatMap(({ frontMatter: { name, honorific }, file }) =>
        honorific === undefined ? [] : [[nameKey(name), { name, honorific, file }] as const],
      ),
    );
    if (titles.size === 0) return [];
    const isTitled = once((name: string) => titles.has(nameKey(name)));
    const named = documents.filter((document) => hasName(document, isTitled));
    return named.flatMap((document) =>
      namesIn(document).flatMap(({ line, groups }) =>
        groups.flatMap(({ start, end, text }): Finding[] => {
          const person = titles.get(nameKey(text));
          const title = titleBefore.exec(line.text.slice(0, start))?.[1];
          if (person === undefined || title === undefined || fold(title) === fold(person.honorific))
            return [];
          return [
            {
              ...placeIn(document, line, start - title.length - 1, end),
              message: `"${title}" is not the title of ${person.name}, who is "${person.honorific}" in ${displayFolder}/${person.file}.`,
              hint: `Write ${person.honorific} ${person.name}, or correct honorific: in ${displayFolder}/${person.file}.`,
            },
          ];
        }),
      ),
    );
  },
};

function fold(title: string): string {
  const plain = title.toLowerCase().replace(/[^\p{L}]/gu, '');
  return short[plain] ?? plain;
}
