/** One article file in, one article as readers see it out. */

import { digestOnce } from '../cache/digest.ts';
import type { ArticleFile } from '../content/article.ts';
import type { Content } from '../content/load-content.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean, meantWords } from '../diagnostics/did-you-mean.ts';
import { parseInline } from '../markdown/parse-inline.ts';
import { planSocialCard, planTypesetCard } from '../photos/cards/plan-social-card.ts';
import type { SocialCard } from '../photos/cards/social-card.ts';
import { defined } from '../text/defined.ts';
import { distinct } from '../text/distinct.ts';
import { ResolvedArticleBody } from './article-body.ts';
import type { AssembleOptions } from './assemble-options.ts';
import { type BodyContext, findPictures, type PictureDetails, pictureOutside } from './body-blocks.ts';
import type { CreditLines } from './credit-lines.ts';
import { storyEvent } from './events.ts';
import type { FirstAddresses } from './first-addresses.ts';
import { directionOf } from './language.ts';
import type { LinkRegister } from './link-register.ts';
import type { PeopleRegister } from './people-register.ts';
import { editionUrl } from './permalinks.ts';
import { publicationTimes } from './publication.ts';
import type { Article, ArticleCard, Picture, Translation } from './site.ts';
import { visibilityOf } from './status.ts';
import type { Palette } from './theme/palette.ts';
import type { TopicLinks } from './topic-links.ts';

export interface ArticleContext extends AssembleOptions {
  readonly content: Content;
  readonly register: PeopleRegister;
  readonly credits: CreditLines;
  readonly links: LinkRegister;
  readonly topics: TopicLinks;
  readonly palette: () => Palette;
  readonly firstAddresses: FirstAddresses;
  /** The files of one article in all its languages, by the article's id. */
  readonly versions: ReadonlyMap<string, readonly ArticleFile[]>;
}

export interface DraftArticle {
  readonly article: Article;
  readonly file: ArticleFile;
  readonly socialCard: SocialCard;
  /** All but those of its links, which rest on other articles too. */
  readonly diagnostics: readonly Diagnostic[];
}

const nothing: readonly Diagnostic[] = [];

export function assembleArticle(file: ArticleFile, context: ArticleContext): DraftArticle {
  const { content, links } = context;
  const { config } = content;
  const { frontMatter, lang, excerpt } = file;
  const displayPath = `${context.displayFolder}/${file.file}`;
  const url = links.urlOfFile(file.file) ?? editionUrl(lang, config.defaultLanguage);
  const diagnostics: Diagnostic[] = [];

  const details = photoDetails(file, context, diagnostics);
  const { ai } = frontMatter;
  // What the story says of all its photos holds for those that it says nothing else of.
  const ofAll = ai?.photos?.kind === 'source' ? { source: ai.photos.source } : {};
  const body: BodyContext = {
    displayPath,
    photos: context.photos,
    detailsOf: (photo) => ({ ...ofAll, ...details.get(photo) }),
    links: links.seenFrom(url),
    lang,
    creditIn: (credit) => context.register.nameIn(lang, credit),
    tables: content.tables,
    transcripts: content.transcripts,
    peertube: config.films.peertube,
  };
  const found = findPictures(file.body, body);
  for (const diagnostic of found.diagnostics) diagnostics.push(diagnostic);
  const { pictures } = found;
  const image = leadPicture(file, pictures, body);
  const counted = content.views.get(file.id);
  const total = (counted?.total ?? 0) + frontMatter.viewsBefore;
  const card: ArticleCard = digestOnce({
    id: file.id,
    lang,
    url,
    title: frontMatter.title,
    summary: frontMatter.summary ?? excerpt.opening,
    date: frontMatter.date,
    status: visibilityOf(file.timing, context.nowMs).status,
    topics: frontMatter.topics.map((slug) => context.topics.link(slug, lang)),
    ...defined({ image }),
    photoCount: pictures.length,
  });
  const socialCard = planCard(card, context);
  const beyondCard: Omit<Article, keyof ArticleCard | 'card'> = {
    file: file.file,
    firstUrl: context.firstAddresses.of(file.file) ?? url,
    socialImage: socialCard.rendition,
    hasOwnSummary: frontMatter.summary !== undefined,
    ...defined({ updated: frontMatter.updated }),
    ...publicationTimes(file, config.timeZone, context.nowMs),
    credits: context.credits.of(file, diagnostics),
    body: new ResolvedArticleBody(file, found, body),
    pictures,
    headings: file.body.headings,
    wordCount: excerpt.wordCount,
    readingMinutes: excerpt.readingMinutes,
    ...(total === 0 && counted === undefined
      ? {}
      : { views: { total, lastSevenDays: counted?.lastSevenDays ?? 0 } }),
    translations: translations(file, context),
    ...defined({ series: frontMatter.series, layout: frontMatter.layout }),
    corrections: distinct(frontMatter.corrections),
    contacts: distinct(frontMatter.contacts),
    ...(frontMatter.event && { event: storyEvent(frontMatter.event, config.timeZone) }),
    ...defined({ source: frontMatter.source, ai }),
    ...(frontMatter.pinnedUntil === undefined ? {} : { pinnedUntilMs: frontMatter.pinnedUntil.timeMs }),
  };
  // Before the spread: objects that begin with one get a shape of their own each, and are slow for all who read them.
  const article: Article = digestOnce({ card, ...card, ...beyondCard }, [card, beyondCard]);
  return { article, file, socialCard, diagnostics: diagnostics.length === 0 ? nothing : diagnostics };
}

/** From the photo that stands for the article; without one, of its words. */
function planCard(
  { title, topics, image, lang }: ArticleCard,
  { content: { config }, recipe, cardFace, palette }: ArticleContext,
): SocialCard {
  if (image !== undefined) {
    const { photo, focus } = image;
    const rendition = planSocialCard(photo, focus, recipe);
    return { kind: 'photo', rendition, photo, ...defined({ focus }) };
  }
  const label = topics[0]?.name;
  const names = [config.languages[lang]?.siteName ?? config.name, config.name, new URL(config.baseUrl).host];
  const { paper, ink, accent } = palette().light;
  const text = {
    headline: title,
    ...defined({ label }),
    names,
    colours: { paper, ink, accent },
    lang,
    direction: config.languages[lang]?.direction ?? directionOf(lang),
  };
  return { kind: 'typeset', rendition: planTypesetCard(text, cardFace), text };
}

function photoDetails(
  file: ArticleFile,
  context: ArticleContext,
  diagnostics: Diagnostic[],
): ReadonlyMap<string, PictureDetails> {
  const details = new Map<string, PictureDetails>();
  for (const [name, { caption, alt, credit, focus, source }] of Object.entries(file.frontMatter.photos)) {
    const photo = `${file.folder}/${name}`;
    const place = file.placeOf(['photos', name]);
    if (!context.content.files.has(photo)) {
      const beside = filesBeside(file, context);
      const guess = didYouMean(name, beside);
      diagnostics.push({
        code: 'photo-not-found',
        severity: 'error',
        ...place,
        message: `There is no file ${name} beside the article.${meantWords(guess)}`,
        hint:
          beside.length === 0
            ? 'Put the photo into the folder of the article.'
            : `Files there: ${beside.join(', ')}.`,
      });
      continue;
    }
    const parsed =
      caption === undefined
        ? undefined
        : parseInline(caption, { file: place.file, folder: file.folder, firstLine: place.line });
    for (const diagnostic of parsed?.diagnostics ?? []) diagnostics.push(diagnostic);
    details.set(photo, {
      ...(parsed === undefined ? {} : { caption: parsed.html, captionText: parsed.text }),
      ...defined({ alt, credit, focus, source }),
    });
  }
  return details;
}

/** The front matter's `image`, else the first picture of the body. */
function leadPicture(
  { frontMatter, folder }: ArticleFile,
  pictures: readonly Picture[],
  context: BodyContext,
): Picture | undefined {
  if (frontMatter.image === undefined) return pictures[0];
  const name = `${folder}/${frontMatter.image}`;
  return pictures.find(({ photo }) => photo.file === name) ?? pictureOutside(name, context) ?? pictures[0];
}

const noTranslations: readonly Translation[] = [];

function translations(file: ArticleFile, context: ArticleContext): readonly Translation[] {
  const { config } = context.content;
  const versions = context.versions.get(file.id) ?? [];
  if (versions.length < 2) return noTranslations;
  return versions.flatMap((other): Translation[] => {
    const url = context.links.urlOfFile(other.file);
    if (other.file === file.file || url === undefined) return [];
    return [{ lang: other.lang, languageName: config.languages[other.lang]?.name ?? other.lang, url }];
  });
}

function filesBeside(file: ArticleFile, context: ArticleContext): string[] {
  const prefix = `${file.folder}/`;
  return [...context.content.files]
    .filter((name) => name.startsWith(prefix) && !name.endsWith('.md'))
    .map((name) => name.slice(prefix.length));
}
