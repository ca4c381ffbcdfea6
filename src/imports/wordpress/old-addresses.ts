/** The addresses that a post had in WordPress, which led readers from each to the last. Pure. */

import { decodeAddress } from '../../text/decode-address.ts';
import { metasOf, type WordpressItem } from './wordpress-export.ts';

/** The last one first; `?p=12` cannot redirect, and a draft without a name (`/2019/05//`) never had an address. */
export function oldAddresses(item: WordpressItem): string[] {
  if (!URL.canParse(item.link)) return [];
  const { pathname, search } = new URL(item.link);
  if (pathname === '/' || pathname.includes('//') || search !== '') return [];
  const last = decodeAddress(pathname);
  const name = decodeAddress(item['wp:post_name']);
  const renamed = metasOf(item, '_wp_old_slug').map((slug) => withPart(last, name, decodeAddress(slug)));
  const redated = metasOf(item, '_wp_old_date').map((date) => withDate(last, item['wp:post_date'], date));
  return [...new Set([last, ...renamed, ...redated])];
}

function withPart(address: string, part: string, other: string): string {
  const parts = address.split('/');
  const at = parts.lastIndexOf(part);
  return at === -1 ? address : parts.with(at, other).join('/');
}

/** `/2019/05/06/name/`, where the permalinks have a date. */
function withDate(address: string, date: string, other: string): string {
  const folders = (day: string) => day.slice(0, 10).split('-');
  const [now, then] = [folders(date), folders(other)];
  if (now.length !== 3 || then.length !== 3) return address;
  for (const count of [3, 2, 1]) {
    const written = `/${now.slice(0, count).join('/')}/`;
    if (address.includes(written)) return address.replace(written, `/${then.slice(0, count).join('/')}/`);
  }
  return address;
}
