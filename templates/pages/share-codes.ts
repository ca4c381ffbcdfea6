/** The QR code of each story, a file of its own: it is fetched when a reader opens it. */

import { encode } from 'uqr';
import { shareCodeUrl } from '../../src/site/share-ways.ts';
import { type PageTemplate, type RenderContext, route } from '../page-template.ts';

/** Light squares around it, without which telephones do not find it. */
const quietZone = 4;

export const shareCodes: PageTemplate = {
  name: 'shareCodes',
  routes: (site) =>
    site.config.share.includes('wechat')
      ? site.editions.flatMap((edition) =>
          edition.articles.map(({ url }) => route(shareCodeUrl(url), edition, { url }, drawCode)),
        )
      : [],
};

interface CodeProps {
  readonly url: string;
  readonly context: RenderContext;
}

/** Dark on light in both looks of the site; a row is one path of runs. */
function drawCode({ url, context: { site } }: CodeProps): string {
  // Any mask can be read; to weigh all eight takes longer than to render the story.
  const { size, data } = encode(site.absolute(url), { ecc: 'M', border: quietZone, maskPattern: 2 });
  const runs = data.flatMap((row, y) => {
    const text = row.map((isDark) => (isDark ? '#' : ' ')).join('');
    return [...text.matchAll(/#+/gu)].map(
      ({ 0: run, index: x }) => `M${x} ${y}h${run.length}v1h-${run.length}z`,
    );
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${runs.join('')}"/></svg>\n`
  );
}
