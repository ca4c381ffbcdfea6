/** An address of this site as content names it: `/news/2019/fair.html`. Each part of it can be a folder of the output. */

import { z } from 'zod';
import { maximumSlugBytes } from './slugs.ts';

export const oldAddress = z
  .string()
  .regex(/^\/[^\s\\?#]*$/u, 'must begin with a slash and have no spaces')
  .refine(isTidy, 'has a part that no folder can be called');

/** Nowhere empty, up the tree, with a control character or longer than disks allow. */
function isTidy(address: string): boolean {
  const parts = address.replace(/^\/|\/$/gu, '').split('/');
  return parts.every(
    (part) =>
      (part !== '' || parts.length === 1) &&
      !/^\.{1,2}$|\p{Cc}/u.test(part) &&
      Buffer.byteLength(part) <= maximumSlugBytes,
  );
}
