/** An article as search engines and other programs read it in its page: schema.org's NewsArticle as JSON-LD. */

import type { AiUse } from '../content/ai-use.ts';
import { printMoment } from '../content/local-time.ts';
import { feedRendition } from '../photos/feed-rendition.ts';
import type { PictureFile } from '../photos/photo.ts';
import { schemaSourceType } from '../photos/provenance/source-type.ts';
import { aiNote, textSource } from '../site/ai-note.ts';
import type { Messages } from '../site/messages/messages.ts';
import { contributorsOf, writersOf } from '../site/publication.ts';
import type { Article, PersonLink, Picture, SiteFrame } from '../site/site.ts';
import { defined } from '../text/defined.ts';
import { type DataContext, publisherData } from './publisher-data.ts';

export function newsArticleData(article: Article, { edition, site }: DataContext): object {
  const person = ({ name, url }: PersonLink) => ({ '@type': 'Person', name, url: site.absolute(url) });
  const list = (name: string, values: readonly (object | string)[]) =>
    values.length === 0 ? {} : { [name]: values };
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: site.absolute(article.url),
    headline: article.title,
    description: article.summary,
    inLanguage: article.lang,
    datePublished: article.published.iso,
    dateModified: article.modified.iso,
    ...list('author', writersOf(article).map(person)),
    ...list('contributor', contributorsOf(article).map(person)),
    publisher: publisherData({ edition, site }),
    ...list('image', imagesOf(article, site)),
    ...list(
      'articleSection',
      article.topics.map(({ name }) => name),
    ),
    wordCount: article.wordCount,
    isAccessibleForFree: true,
    ...list('contentLocation', placesOf(article)),
    ...(article.series === undefined
      ? {}
      : { isPartOf: { '@type': 'CreativeWorkSeries', name: article.series } }),
    ...list(
      'correction',
      article.corrections.map(({ date, text }) => ({
        '@type': 'CorrectionComment',
        // A day without a time would be its first moment, before a story of the same day.
        datePublished: date.hasTime ? printMoment(date.timeMs, site.timeZone) : date.day,
        text,
      })),
    ),
    ...list(
      'workTranslation',
      article.translations.map(({ lang, url }) => ({
        '@type': 'NewsArticle',
        '@id': site.absolute(url),
        inLanguage: lang,
      })),
    ),
    ...(article.source?.url === undefined ? {} : { isBasedOn: article.source.url }),
    ...(article.ai === undefined ? {} : aiData(article.ai, edition.messages)),
  };
}

/** What the maps of the story show. */
function placesOf({ pictures }: Article): readonly object[] {
  return pictures.flatMap(({ location }) => {
    if (location === undefined) return [];
    const { place: name, latitude, longitude } = location;
    const geo = latitude === undefined ? undefined : { '@type': 'GeoCoordinates', latitude, longitude };
    return [{ '@type': 'Place', name, ...defined({ geo }) }];
  });
}

/** How the story was made, in a term and in words. */
function aiData(ai: AiUse, messages: Messages): object {
  const source = textSource(ai);
  const lines = aiNote(ai, messages).map(({ text }) => text);
  return defined({
    digitalSourceType: source === undefined ? undefined : schemaSourceType(source),
    backstory: lines.length === 0 ? undefined : lines.join('\n'),
  });
}

/** The pictures of the story; of one that has none, the card that stands for it elsewhere. */
function imagesOf(article: Article, site: SiteFrame): object[] {
  const pictures = picturesOf(article).flatMap((picture) => imageObject(picture, site));
  return pictures.length > 0 ? pictures : [fileObject(article.socialImage, site)];
}

function fileObject({ path, widthPx, heightPx }: PictureFile, site: SiteFrame) {
  return { '@type': 'ImageObject', url: site.absolute(`/${path}`), width: widthPx, height: heightPx };
}

/** The one that stands for the article first. */
function picturesOf({ image, pictures }: Article): readonly Picture[] {
  if (image === undefined) return pictures;
  return [image, ...pictures.filter(({ photo }) => photo.hash !== image.photo.hash)];
}

function imageObject({ photo, captionText, credit, sourceType }: Picture, site: SiteFrame): object[] {
  const rendition = feedRendition(photo);
  if (rendition === undefined) return [];
  return [
    {
      ...fileObject(rendition, site),
      ...defined({
        caption: captionText,
        creditText: credit,
        digitalSourceType: sourceType === undefined ? undefined : schemaSourceType(sourceType),
      }),
    },
  ];
}
