/** Finds links to this very site that are typed as web addresses: they break unnoticed when a page moves. */

import { cover } from '../markdown/cover.ts';
import type { DocumentRule, Finding } from './rule.ts';

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'own-address': true;
  }
}

export const ownAddress: DocumentRule = {
  code: 'own-address',
  level: 'warning',
  explanation: 'A link to a page of this site is written as if it led to another one.',
  check: (document, { content, site }) => {
    const opening = `](${content.config.baseUrl}`;
    const typed = document.recall(`types ${opening}`, () => (document.text.includes(opening) ? [true] : []));
    if (typed.length === 0) return [];
    const { pathPrefix } = content.config;
    const files = filesByUrl(site);
    return document.text.split('\n').flatMap((line, index): Finding[] => {
      const start = line.indexOf(opening) + 2;
      if (start === 1 || !isLink(document, index + 1, start)) return [];
      const address = /^[^\s)"]*/u.exec(line.slice(start))?.[0] ?? '';
      const onHost = address.slice(content.config.baseUrl.length);
      // Another host, or what else lies on this one beside the site.
      if (onHost !== '' && !/^[/?#]/u.test(onHost)) return [];
      const whole = onHost.startsWith('/') ? onHost : `/${onHost}`;
      const isHome = whole === pathPrefix.slice(0, -1);
      if (!isHome && !whole.startsWith(pathPrefix)) return [];
      // Paths in stories begin where the site does: the prefix is added when they are published.
      const path = isHome ? '/' : `/${whole.slice(pathPrefix.length)}`;
      const [, url = '/', rest = ''] = /^([^?#]*)(.*)$/su.exec(path) ?? [];
      const file = files.get(url.endsWith('/') ? url : `${url}/`);
      return [
        {
          file: document.displayPath,
          line: index + 1,
          column: start + 1,
          endColumn: start + 1 + address.length,
          message: 'This link leads to a page of this site, but is written as if it led to another one.',
          hint:
            file === undefined
              ? `Write only the path: ${path}`
              : `Link to the story's file, so that the link is checked: ${relativeFile(document.file, file)}${rest}`,
        },
      ];
    });
  },
};

/** Not in code: there the address is an example. */
function isLink({ prose }: CheckedDocument, line: number, offset: number): boolean {
  return prose.some(
    (candidate) => candidate.line === line && candidate.text[offset + 1 - candidate.column] === cover,
  );
}

type CheckedDocument = Parameters<DocumentRule['check']>[0];

function filesByUrl(site: Parameters<DocumentRule['check']>[1]['site']) {
  return new Map(
    site.editions.flatMap(({ articles }) => articles.map(({ url, file }) => [url, file] as const)),
  );
}

function relativeFile(from: string, to: string): string {
  const source = from.split('/').slice(0, -1);
  const target = to.split('/');
  let same = 0;
  while (same < source.length && source[same] === target[same]) same += 1;
  return [...source.slice(same).map(() => '..'), ...target.slice(same)].join('/');
}
