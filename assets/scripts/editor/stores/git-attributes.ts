/** Which files a repository gives to Git LFS, as its `.gitattributes` says. Source: gitattributes(5), gitignore(5). Pure. */

/** @param text of the `.gitattributes` at the root @returns whether a path of the repository is one of those files */
export function lfsFiles(text: string): (path: string) => boolean {
  const rules = text.split(/\r\n?|\n/u).flatMap((line) => {
    const [pattern = '', ...attributes] = line.trim().split(/\s+/u);
    // Macros and quoted patterns name no photos that anyone was seen to keep so.
    if (pattern === '' || /^[#["]/u.test(pattern)) return [];
    const filter = attributes.findLast((one) => /^[-!]?filter(?:=|$)/u.test(one));
    return filter === undefined ? [] : [{ matches: patternOf(pattern), isLfs: filter === 'filter=lfs' }];
  });
  // The last line that fits is the one that counts.
  return (path) => rules.findLast(({ matches }) => matches.test(path))?.isLfs ?? false;
}

/** A pattern without a slash stands for the names of files in every folder. */
function patternOf(pattern: string): RegExp {
  const isAnywhere = !pattern.slice(0, -1).includes('/');
  const body = pattern
    .replace(/^\//u, '')
    .replace(/[.+^${}()|\\]/gu, '\\$&')
    .replace(/\*\*\/|\/\*\*$|\*+|\?/gu, (stars) =>
      stars === '**/' ? '(?:.*/)?' : stars === '/**' ? '/.*' : stars === '?' ? '[^/]' : '[^/]*',
    );
  try {
    return new RegExp(`^${isAnywhere ? '(?:.*/)?' : ''}${body}$`, 'u');
  } catch {
    // Brackets that do not close.
    return /(?!)/u;
  }
}
