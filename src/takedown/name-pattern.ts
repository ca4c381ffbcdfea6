/** How a person's name is looked for in texts. Pure. */

import { nameKey } from '../site/people-register.ts';

/** A name as a whole: LI Hua does not stand in LI Huaqing. Names of unspaced scripts may stand anywhere. */
export function namePattern(name: string): RegExp {
  const words = nameKey(name)
    .split(' ')
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&'))
    .join('\\s+');
  const isSpaced = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\s.'’-]+$/u.test(name);
  return new RegExp(isSpaced ? `(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])` : words, 'iu');
}
