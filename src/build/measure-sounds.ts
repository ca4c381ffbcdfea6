/** How large the sounds of stories are: podcast programs are told before they fetch one. */

import { statSync } from 'node:fs';
import { contentTypeOf } from '../output/content-type.ts';
import type { Site } from '../site/site.ts';

/** The site with the sizes of its sounds. @param files by path in the output, what is published there */
export function measureSounds(site: Site, files: ReadonlyMap<string, string>): Site {
  const soundBytes = new Map<string, number>();
  for (const { url } of site.attachments) {
    const file = files.get(url.slice(1));
    if (file !== undefined && contentTypeOf(url).startsWith('audio/'))
      soundBytes.set(site.frame.href(url), statSync(file).size);
  }
  return soundBytes.size === 0 ? site : { ...site, soundBytes };
}
