/** The press kit of an article: its photos, what their captions say, and on which terms they may be printed. Pure. */

import { digestOnce } from '../cache/digest.ts';
import { printDataTable } from '../content/data-table.ts';
import type { SiteConfig } from '../content/site-config.ts';
import type { Photo } from '../photos/photo.ts';
import {
  type CaptionedPhoto,
  type PressKit,
  type PressText,
  planPressKit,
} from '../photos/press-kit/press-kit.ts';
import { defined } from '../text/defined.ts';
import { credentialLines } from './credential-lines.ts';
import { machineMark } from './machine-mark.ts';
import type { Messages } from './messages/messages.ts';
import type { Article, Picture, PressKitLink, Site } from './site.ts';

/** @param address the article's own, whole */
function pressKitOf(
  article: Article,
  config: SiteConfig,
  messages: Messages,
  address: string,
): PressKit | undefined {
  const { terms } = config.pressKit;
  const pictures = withLead(article);
  if (pictures.length === 0) return undefined;
  const photos = pictures.map(
    ({ photo, captionText, credit, sourceType }): CaptionedPhoto => ({
      photo,
      ...defined({ caption: captionText, credit, sourceType }),
    }),
  );
  const slug = article.url.split('/').findLast((part) => part !== '') ?? 'photo';
  const ownTerms = terms[article.lang] ?? terms[config.defaultLanguage];
  return planPressKit(slug, photos, (names, originals): readonly PressText[] => [
    { name: 'captions.txt', text: captions(article, pictures, names, { originals, address, messages }) },
    ...article.body.charts.map(({ table, url }) => ({
      name: url.slice(url.lastIndexOf('/') + 1),
      text: printDataTable(table),
    })),
    ...(ownTerms === undefined ? [] : [{ name: 'terms.txt', text: `${ownTerms.trim()}\n` }]),
  ]);
}

interface CaptionContext {
  /** Names of signed files that are in the kit as they are. */
  readonly originals: ReadonlyMap<Photo, string>;
  readonly address: string;
  readonly messages: Messages;
}

function captions(
  article: Article,
  pictures: readonly Picture[],
  names: readonly string[],
  { originals, address, messages }: CaptionContext,
): string {
  const entries = pictures.map(({ captionText, credit, photo, alt, sourceType, location }, index) => {
    const visibleCredit = credit ?? photo.metadata.credit;
    const lines = [
      names[index] ?? '',
      captionText ?? alt,
      visibleCredit === undefined ? '' : messages.photoCredit(visibleCredit),
      location?.place ?? '',
      machineMark(sourceType, messages) ?? '',
      ...(photo.credentials === undefined
        ? []
        : [
            messages.credentials,
            ...credentialLines(photo.credentials, messages).map(({ text }) => text),
            originals.get(photo) ?? '',
          ]),
    ];
    return lines.filter((line) => line !== '').join('\n');
  });
  return `${[`${article.title}\n${article.date.day}\n${address}`, ...entries].join('\n\n')}\n`;
}

/** With the photo that stands for the article, where the body does not show it. */
function withLead({ image, pictures }: Article): readonly Picture[] {
  return image === undefined || image.number > 0 ? pictures : [image, ...pictures];
}

/** The kits of all articles, by the article's url. */
export function planPressKits({ editions, config, frame }: Site): ReadonlyMap<string, PressKit> {
  const kits = new Map<string, PressKit>();
  if (!config.pressKit.enabled) return kits;
  for (const { articles, frame: editionFrame } of editions) {
    for (const article of articles) {
      const kit = pressKitOf(article, config, editionFrame.messages, frame.absolute(article.url));
      if (kit !== undefined) kits.set(article.url, kit);
    }
  }
  return kits;
}

/** The site with its kits offered. @param links by the article's url */
export function offerPressKits(site: Site, links: ReadonlyMap<string, PressKitLink>): Site {
  if (links.size === 0) return site;
  const offer = (article: Article): Article => {
    const pressKit = links.get(article.url);
    return pressKit === undefined ? article : digestOnce({ pressKit, ...article }, [article, pressKit]);
  };
  const editions = site.editions.map((edition) => ({ ...edition, articles: edition.articles.map(offer) }));
  return { ...site, editions };
}
