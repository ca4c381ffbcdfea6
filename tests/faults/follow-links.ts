/** A reader who begins at the home page and follows every link and picture. */

import type { Files } from '../publish/built-site.ts';

/** @returns what the reader did not find, and pages that are of neither site */
export function troublesOfReader(
  shown: ReadonlyMap<string, string>,
  before: Files,
  after: Files,
): readonly string[] {
  const troubles: string[] = [];
  const seen = new Set<string>();
  const visit = (file: string, from: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    const content = shown.get(file);
    if (content === undefined) troubles.push(`${from} names ${file}, which is not there`);
    else if (content !== before[file] && content !== after[file])
      troubles.push(`${file} is neither the old one nor the new one`);
    for (const [, url = ''] of content?.matchAll(/(?:href|src)="\/([^"]*)"/gu) ?? [])
      visit(url === '' || url.endsWith('/') ? `${url}index.html` : url, file);
  };
  visit('index.html', 'the reader');
  return troubles;
}
