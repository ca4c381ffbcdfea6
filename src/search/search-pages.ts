/** What the newsroom's own pages say: few, and asked only where no article answers. Pure. */

import { termsOf } from '../content/terms.ts';
import type { BodyBlock, Edition } from '../site/site.ts';
import { textOfHtml } from '../text/html.ts';
import { simplified } from './chinese-variants.ts';
import type { SearchPages } from './search-format.ts';

export function searchPages({ pages, url, lang }: Edition): SearchPages {
  return pages.map(({ url: own, title, summary = '', blocks }) => {
    const terms = new Set(termsOf([title, summary, ...blocks.flatMap(textsOf)].join('\n'), lang));
    const text = [...terms].join(' ');
    return [own.slice(url.length), title, lang.startsWith('zh') ? simplified(text) : text];
  });
}

function textsOf(block: BodyBlock): readonly string[] {
  switch (block.kind) {
    case 'prose':
    case 'quote':
    case 'footnotes':
      return [textOfHtml(block.html)];
    case 'figure':
      return [block.picture.captionText ?? ''];
    case 'gallery':
      return [block.title ?? '', ...block.pictures.map(({ captionText }) => captionText ?? '')];
    case 'note':
    case 'facts':
      return [block.title ?? '', ...block.blocks.flatMap(textsOf)];
    case 'chart':
      return [block.alt, block.captionText ?? '', block.table.subject, block.source ?? ''];
    case 'film':
      return [block.title, block.captionText ?? ''];
    case 'media':
      return [textOfHtml(block.caption ?? ''), block.alt];
  }
}
