/** One language of the site. Its lists are made on first use: a preview shows one page at a time. Pure. */

import type { Content } from '../content/load-content.ts';
import type { SiteConfig } from '../content/site-config.ts';
import { defined } from '../text/defined.ts';
import { collectArchive } from './archive.ts';
import type { AssembleOptions } from './assemble-options.ts';
import { collectCorrections } from './corrections.ts';
import { collectExperts } from './experts.ts';
import { composeHome } from './home.ts';
import { directionOf } from './language.ts';
import { knownSlugs } from './lasting-slugs.ts';
import { spokenWords } from './messages/messages-for.ts';
import { once } from './once.ts';
import { editionUrl, pressUrl } from './permalinks.ts';
import { newestPublishedFirst } from './publication.ts';
import { RelatedStories } from './related-stories.ts';
import { collectSeries } from './series.ts';
import type { Article, ArticleCard, Edition, EditionFrame, Page, Person, Topic } from './site.ts';
import type { SiteParts } from './site-parts.ts';

export interface EditionSource {
  readonly parts: SiteParts;
  readonly content: Content;
  readonly options: AssembleOptions;
  readonly pages: readonly Page[];
  /** Of the default language. */
  readonly defaultPages: readonly Page[];
  readonly people: () => readonly Person[];
}

export function assembleEdition(lang: string, source: EditionSource): Edition {
  const { parts, options, pages, people } = source;
  const { config } = source.content;
  const root = editionUrl(lang, config.defaultLanguage);
  const drafts = parts.drafts.filter(({ article }) => article.lang === lang);
  const articles = newestFirst(drafts.map(({ article }) => article));
  const topics = listTopics(articles, source, lang);
  const frame = editionFrame(lang, source, articles, topics);
  const { locale, languageName, isDefault } = frame;
  const archive = once(() => collectArchive(articles, root));
  const home = once(() => composeHome(articles, topics, config.home, options.nowMs));
  const series = once(() =>
    collectSeries(
      articles,
      root,
      config.slugs,
      knownSlugs(options.ledger, 'series', root),
      config.defaultLanguage,
    ),
  );
  const related = once(() => new RelatedStories(articles, drafts, parts, lang));
  const experts = once(() => {
    const urls = new Map(people().map(({ slug, url }) => [slug, url]));
    return collectExperts(source.content.people, {
      lang,
      defaultLanguage: config.defaultLanguage,
      locale,
      urlOf: (slug) => urls.get(slug),
    });
  });
  const corrections = once(() => collectCorrections(articles));
  return {
    lang,
    locale,
    languageName,
    isDefault,
    url: root,
    frame,
    articles,
    topics,
    pages,
    get people() {
      return people();
    },
    get archive() {
      return archive();
    },
    get home() {
      return home();
    },
    get series() {
      return series();
    },
    get related() {
      return related();
    },
    get experts() {
      return experts();
    },
    get corrections() {
      return corrections();
    },
  };
}

/** By the day that readers see; within it by the moment of publication, and then by address, never by the disk. */
function newestFirst(articles: readonly Article[]): readonly Article[] {
  const dayOf = ({ date: { day } }: Article) => day;
  return articles.toSorted((a, b) =>
    dayOf(a) === dayOf(b) ? newestPublishedFirst(a, b) : dayOf(a) < dayOf(b) ? 1 : -1,
  );
}

/** The menu stands on every page: what it lists is paid for on each of them. */
const menuTopics = 16;

function editionFrame(
  lang: string,
  { content: { config, words }, pages, defaultPages }: EditionSource,
  articles: readonly Article[],
  topics: readonly Topic[],
): EditionFrame {
  const language = config.languages[lang];
  const { messages, own, fallback } = spokenWords({
    lang,
    locale: language?.locale ?? lang,
    defaultLanguage: config.defaultLanguage,
    own: words,
  });
  const used = topics.filter(({ articles }) => articles.length > 0);
  const notice = config.notice[lang] ?? config.notice[config.defaultLanguage];
  const organisation = config.organisation?.names[lang] ?? config.organisation?.name;
  return {
    lang,
    locale: language?.locale ?? lang,
    direction: language?.direction ?? directionOf(lang),
    languageName: language?.name ?? lang,
    isDefault: lang === config.defaultLanguage,
    url: editionUrl(lang, config.defaultLanguage),
    siteName: language?.siteName ?? config.name,
    tagline: language?.tagline ?? config.tagline,
    ...defined({ organisation, notice }),
    messages,
    ...defined({ ownWords: own, fallback }),
    topicLinks: used.slice(0, menuTopics).map(({ slug, name, url }) => ({ slug, name, url })),
    hasMoreTopics: used.length > menuTopics,
    hasPress: config.press !== undefined,
    ...defined({ photoTermsUrl: photoTermsUrl(config, lang) }),
    hasEvents: articles.some(({ event }) => event !== undefined),
    hasSeries: articles.some(({ series }) => series !== undefined),
    menu: withDefaults(pages, defaultPages)
      .filter(({ isInMenu, slug }) => isInMenu && slug !== config.accessibility)
      .map((page) => ({
        title: page.title,
        url: page.url,
        ...(page.lang === lang ? {} : { lang: page.lang }),
      })),
    footerLinks: config.footerLinks.map(({ name, names, url }) => ({ name: names[lang] ?? name, url })),
    ...defined({ accessibility: statementAddress(config.accessibility, withDefaults(pages, defaultPages)) }),
  };
}

/** What readers are owed, such as a word on privacy, in the default language where it is not translated. */
function withDefaults(pages: readonly Page[], defaultPages: readonly Page[]): readonly Page[] {
  const own = new Set(pages.map(({ slug }) => slug));
  return [...pages, ...defaultPages.filter(({ slug }) => !own.has(slug))];
}

/** Undefined where the site has no such page, or photos are not offered. */
function photoTermsUrl(
  { press, pressKit: { enabled, terms }, defaultLanguage }: SiteConfig,
  lang: string,
): string | undefined {
  if (press === undefined || !enabled) return undefined;
  const hasTerms = (terms[lang] ?? terms[defaultLanguage]) !== undefined;
  return hasTerms ? `${pressUrl(editionUrl(lang, defaultLanguage))}#press-terms` : undefined;
}

/** Undefined where no language has it. */
function statementAddress(wanted: string | undefined, pages: readonly Page[]): string | undefined {
  if (wanted === undefined || /^https?:/u.test(wanted)) return wanted;
  return pages.find(({ slug }) => slug === wanted)?.url;
}

function listTopics(
  articles: readonly Article[],
  { content: { config }, parts }: EditionSource,
  lang: string,
): readonly Topic[] {
  const byTopic = groupByTopic(articles);
  return config.topics.map((topic): Topic => {
    const { slug, name, url } = parts.topics.link(topic.slug, lang);
    const description = topic.descriptions[lang] ?? topic.description;
    return {
      slug,
      name,
      url,
      articles: byTopic.get(slug) ?? [],
      ...defined({ description }),
    };
  });
}

function groupByTopic(articles: readonly Article[]): ReadonlyMap<string, readonly ArticleCard[]> {
  const groups = new Map<string, ArticleCard[]>();
  for (const { topics, card } of articles) {
    for (const { slug } of topics) {
      const group = groups.get(slug);
      if (group === undefined) groups.set(slug, [card]);
      else group.push(card);
    }
  }
  return groups;
}
