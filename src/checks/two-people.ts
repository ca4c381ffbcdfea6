/** Finds credits that name a person of whom there are two files: made by two branches, or two people of one name. */

import { nameKey } from '../site/people-register.ts';
import { listSome } from '../text/list-some.ts';
import type { SiteRule } from './rule.ts';

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'two-people': true;
  }
}

export const twoPeople: SiteRule = {
  code: 'two-people',
  level: 'error',
  explanation: 'A credit names two people.',
  check: (documents, { content, displayFolder }) => {
    const files = new Map<string, Set<string>>();
    for (const { file, frontMatter } of content.people) {
      for (const name of [frontMatter.name, ...Object.values(frontMatter.names)]) {
        const key = nameKey(name);
        files.set(key, (files.get(key) ?? new Set()).add(file));
      }
    }
    return documents.flatMap(({ article, displayPath }) =>
      Object.entries(article?.frontMatter.credits ?? {}).flatMap(([role, names]) =>
        names.flatMap((name, index) => {
          const both = [...(files.get(nameKey(name)) ?? [])].sort();
          const [one = '', ...others] = both;
          if (article === undefined || others.length === 0) return [];
          const slugs = both.map((file) => file.slice(file.lastIndexOf('/') + 1, -'.md'.length));
          return [
            {
              ...article.placeOf(['credits', role, index]),
              file: displayPath,
              message: `"${name}" is the name in ${displayFolder}/${one} and in ${listSome(others)}.`,
              hint: `If they are one person, join the two files. If not, write the name of the file here: ${slugs.join(' or ')}.`,
            },
          ];
        }),
      ),
    );
  },
};
