/** Films and sounds of a story as search engines read them: schema.org's VideoObject and AudioObject. Pure. */

import { contentTypeOf } from '../output/content-type.ts';
import { feedRendition } from '../photos/feed-rendition.ts';
import type { Article, BodyBlock, SiteFilm, SiteFrame, SiteMedia } from '../site/site.ts';
import { defined } from '../text/defined.ts';

/**
 * Of each film of another host that has a picture and the day on which it appeared: without both no engine shows it. Of the
 * newsroom's own recordings those whose words are there: engines find nothing else in them.
 */
export function mediaData(
  blocks: readonly BodyBlock[],
  article: Pick<Article, 'url' | 'lang' | 'published'>,
  site: SiteFrame,
): readonly object[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'film') return videoObject(block, site);
    if (block.kind === 'media') return recordingObject(block, article, site);
    return block.kind === 'note' || block.kind === 'facts' ? mediaData(block.blocks, article, site) : [];
  });
}

function recordingObject(
  { media, url, alt, captionText, transcript }: SiteMedia,
  { url: page, lang, published }: Pick<Article, 'url' | 'lang' | 'published'>,
  site: SiteFrame,
): object[] {
  if (transcript === undefined || alt === '') return [];
  return [
    {
      '@context': 'https://schema.org',
      '@type': media === 'audio' ? 'AudioObject' : 'VideoObject',
      name: alt,
      ...defined({ description: captionText }),
      contentUrl: new URL(url, site.absolute(page)).href,
      encodingFormat: contentTypeOf(url),
      uploadDate: published.iso,
      inLanguage: lang,
      transcript: transcript.text,
    },
  ];
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
