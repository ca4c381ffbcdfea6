/** Films of a story as search engines read them: schema.org's VideoObject, where all that it requires is known. Pure. */

import { feedRendition } from '../photos/feed-rendition.ts';
import type { BodyBlock, SiteFilm, SiteFrame } from '../site/site.ts';
import { defined } from '../text/defined.ts';

/** Of each film that has a picture and the day on which it appeared: without both no engine shows it. */
export function filmData(blocks: readonly BodyBlock[], site: SiteFrame): readonly object[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'film') return videoObject(block, site);
    return block.kind === 'note' || block.kind === 'facts' ? filmData(block.blocks, site) : [];
  });
}

function videoObject({ film, title, captionText, poster, date }: SiteFilm, site: SiteFrame): object[] {
  const picture = poster && feedRendition(poster.photo);
  if (picture === undefined || date === undefined) return [];
  return [
    {
      '@context': 'https://schema.org',
      '@type': 'VideoObject',
      name: title,
      ...defined({ description: captionText }),
      thumbnailUrl: site.absolute(`/${picture.path}`),
      uploadDate: date,
      embedUrl: film.player,
      url: film.page,
    },
  ];
}
