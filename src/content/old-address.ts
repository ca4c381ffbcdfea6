/** An address of this site as content names it: `/news/2019/fair.html`. Each part of it can be a folder of the output. */

import { z } from 'zod';
import { maximumSlugBytes } from './slugs.ts';

export const oldAddress = z
  .string()
  .regex(/^\/[^\s\\?#]*$/u, 'must begin with a slash and have no spaces')
  .refine(isTidy, 'has a part that no folder can be called')
  .refine(isPlain, 'is one that web servers take for a rule or for settings of their own');

/** Nowhere empty, up the tree, with a control character or longer than disks allow. */
function isTidy(address: string): boolean {
  const parts = partsOf(address);
  return parts.every(
    (part) =>
      (part !== '' || parts.length === 1) &&
      !/^\.{1,2}$|\p{Cc}/u.test(part) &&
      Buffer.byteLength(part) <= maximumSlugBytes,
  );
}

/**
 * `/*` and `/:name` are patterns in the rules of some hosts and would redirect the whole site; `.htaccess`, `web.config`
 * and `_worker.js` in the output would be obeyed.
 */
function isPlain(address: string): boolean {
  const parts = partsOf(address);
  return (
    !address.includes('*') &&
    parts.every((part) => !/^[.:]|^web\.config$/iu.test(part)) &&
    !parts[0]?.startsWith('_')
  );
}

function partsOf(address: string): readonly string[] {
  return address.replace(/^\/|\/$/gu, '').split('/');
}
