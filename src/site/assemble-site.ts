/** Content and photos in, the whole Site out. Pure: the moment comes in as `nowMs`. */

import type { AddressLedger } from '../content/address-ledger.ts';
import type { Content } from '../content/load-content.ts';
import type { PageFile } from '../content/page.ts';
import { type Diagnostic, startOf } from '../diagnostics/diagnostic.ts';
import type { Photo } from '../photos/photo.ts';
import { redirectFrom } from './address-claims.ts';
import { collectArchive } from './archive.ts';
import type { DraftArticle } from './assemble-article.ts';
import type { AssembleOptions } from './assemble-options.ts';
import { resolveBody } from './body-blocks.ts';
import { checkNamedArticles } from './check-names.ts';
import { collectCorrections } from './corrections.ts';
import { composeHome } from './home.ts';
import { checkMessages, directionOf } from './language.ts';
import { keepAddresses } from './lasting-addresses.ts';
import type { LinkRegister } from './link-register.ts';
import { messagesFor } from './messages/messages-for.ts';
import { collectPeople } from './people.ts';
import { editionUrl, hrefOf } from './permalinks.ts';
import { RelatedStories } from './related-stories.ts';
import { collectSeries } from './series.ts';
import type { Article, ArticleCard, Edition, EditionFrame, Page, Redirect, Site, Topic } from './site.ts';
import { siteFrame } from './site-frame.ts';
import { makeParts, renewParts, type SiteParts, type VisibleArticle, visibleArticles } from './site-parts.ts';
import { changesOf } from './status.ts';

export interface AssembledSite {
  readonly site: Site;
  readonly diagnostics: readonly Diagnostic[];
}

const noAddresses: AddressLedger = {
  addresses: new Map(),
  stories: new Map(),
  placeOf: startOf,
};

export function assembleSite(content: Content, options: AssembleOptions): AssembledSite {
  return new SiteAssembler().assemble(content, options);
}

/** Assembles one site again and again while it is edited: what an edit cannot have changed is not made again. */
export class SiteAssembler {
  #parts: SiteParts | undefined;

  assemble(content: Content, options: AssembleOptions): AssembledSite {
    const before = this.#parts;
    const visible = visibleArticles(content, options);
    const parts =
      (before && renewParts(before, visible, content, options)) ?? makeParts(visible, content, options);
    this.#parts = parts;
    return composeSite(parts, content, options);
  }
}

function composeSite(parts: SiteParts, content: Content, options: AssembleOptions): AssembledSite {
  const { config } = content;
  const { register, links, drafts, names, heldBack } = parts;
  const pageDiagnostics: (readonly Diagnostic[])[] = [];
  const named = drafts.map(({ file }) => names.read(file));
  const relatedSources = new Map(
    drafts.map(({ article, file }, index) => [
      article.url,
      { chosen: named[index]?.ids ?? [], leadTerms: file.excerpt.leadTerms },
    ]),
  );

  for (const { file, body } of content.people) {
    pageDiagnostics.push(links.check(body.links, `${options.shownFolder}/${file}`));
  }
  const editions = editionLanguages(content, parts.visible).map((lang): Edition => {
    const language = config.languages[lang];
    const root = editionUrl(lang, config.defaultLanguage);
    const articles = withNeighbours(drafts.filter(({ article }) => article.lang === lang));
    const byTopic = groupByTopic(articles);
    const topics = config.topics.map((topic): Topic => {
      const url = `${root}topics/${topic.slug}/`;
      const description = topic.descriptions[lang] ?? topic.description;
      return {
        slug: topic.slug,
        name: topic.names[lang] ?? topic.name,
        url,
        feedUrl: `${url}feed.xml`,
        articles: byTopic.get(topic.slug) ?? [],
        ...(description === undefined ? {} : { description }),
      };
    });
    const pages = content.pages
      .filter((page) => page.lang === lang)
      .map((page) => assemblePage(page, content, links, options));
    for (const page of pages) pageDiagnostics.push(page.diagnostics);
    const notice = config.notice[lang] ?? config.notice[config.defaultLanguage];
    const organisation = config.organisation?.names[lang] ?? config.organisation?.name;
    const frame: EditionFrame = {
      lang,
      locale: language?.locale ?? lang,
      direction: language?.direction ?? directionOf(lang),
      languageName: language?.name ?? lang,
      isDefault: lang === config.defaultLanguage,
      url: root,
      siteName: language?.siteName ?? config.name,
      tagline: language?.tagline ?? config.tagline,
      ...(organisation === undefined ? {} : { organisation }),
      ...(notice === undefined ? {} : { notice }),
      messages: messagesFor(lang, config.defaultLanguage),
      topicLinks: topics
        .filter((topic) => topic.articles.length > 0)
        .map(({ slug, name, url }) => ({ slug, name, url })),
      menu: pages.filter(({ page }) => page.isInMenu).map(({ page: { title, url } }) => ({ title, url })),
    };
    const { locale, languageName, isDefault } = frame;
    return {
      lang,
      locale,
      languageName,
      isDefault,
      url: root,
      frame,
      articles,
      topics,
      people: collectPeople(articles, register, config, lang, links, options),
      archive: collectArchive(articles, root),
      pages: pages.map(({ page }) => page),
      home: composeHome(articles, topics, config.home, options.nowMs),
      series: collectSeries(articles, root, config.slugs),
      related: new RelatedStories(articles, relatedSources, parts.related, lang),
      corrections: collectCorrections(articles),
    };
  });

  const shownPhotos = new Map<string, Photo>();
  for (const { article } of drafts) {
    for (const { photo } of article.pictures) shownPhotos.set(photo.file, photo);
    if (article.image !== undefined) shownPhotos.set(article.image.photo.file, article.image.photo);
  }
  const aliases = drafts.flatMap(({ article: { url: to, lang }, file }) =>
    file.frontMatter.aliases.map((from): Redirect => ({ from: redirectFrom(from), to, lang })),
  );
  const kept = keepAddresses({ content, editions, aliases, ledger: noAddresses, ...options });
  const site: Site = {
    config,
    frame: siteFrame(config, editions),
    isPreview: options.includeHidden,
    nowMs: options.nowMs,
    editions,
    photos: [...shownPhotos.values()],
    socialCards: drafts.map(({ socialCard }) => socialCard),
    redirects: [...aliases, ...kept.redirects],
    gone: kept.gone,
    attachments: links.attachments(),
    heldBack,
    changesMs: content.articles.flatMap(({ frontMatter }) => changesOf(frontMatter, options.nowMs)),
  };
  const diagnostics = [
    ...drafts.map((draft) => draft.diagnostics),
    ...drafts.map(({ file }) => links.check(file.body.links, `${options.shownFolder}/${file.file}`)),
    ...pageDiagnostics,
    ...named.map((related) => related.diagnostics),
    kept.diagnostics,
    checkNamedArticles(content, names),
    checkMessages(
      content,
      editions.map(({ lang }) => lang),
    ),
  ].flat();
  return { site, diagnostics: [...links.diagnostics, ...diagnostics] };
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

/** Languages in which there is something to read; the default language always. */
function editionLanguages({ config, pages }: Content, visible: readonly VisibleArticle[]): string[] {
  const used = new Set([...visible.map(({ file }) => file), ...pages].map(({ lang }) => lang));
  const others = Object.keys(config.languages).filter(
    (lang) => lang !== config.defaultLanguage && used.has(lang),
  );
  return [config.defaultLanguage, ...others];
}

/** Newest first; of one moment, by address, so that the order never depends on the disk. */
function withNeighbours(drafts: readonly DraftArticle[]): Article[] {
  const sorted = drafts
    .map(({ article }) => article)
    .sort((a, b) => b.date.timeMs - a.date.timeMs || (a.url < b.url ? -1 : 1));
  return sorted.map((article, index) => {
    const newer = sorted[index - 1];
    const older = sorted[index + 1];
    return {
      ...article,
      ...(newer === undefined ? {} : { newer: { title: newer.title, url: newer.url } }),
      ...(older === undefined ? {} : { older: { title: older.title, url: older.url } }),
    };
  });
}

function assemblePage(
  file: PageFile,
  content: Content,
  links: LinkRegister,
  options: AssembleOptions,
): { readonly page: Page; readonly diagnostics: readonly Diagnostic[] } {
  const { config } = content;
  const url = links.urlOfFile(file.file) ?? editionUrl(file.lang, config.defaultLanguage);
  const body = resolveBody(file.body, {
    shownFile: `${options.shownFolder}/${file.file}`,
    photos: options.photos,
    detailsOf: () => ({}),
    hrefOf: links.resolverFor(url),
    attachmentUrl: (attachment) => hrefOf(links.attachmentUrl(attachment, url), config.pathPrefix),
  });
  const page: Page = {
    file: file.file,
    slug: file.slug,
    lang: file.lang,
    url,
    title: file.frontMatter.title,
    ...(file.frontMatter.summary === undefined ? {} : { summary: file.frontMatter.summary }),
    isInMenu: file.frontMatter.nav,
    blocks: body.blocks,
    translations: content.pages
      .filter((other) => other.slug === file.slug && other.lang !== file.lang)
      .map((other) => ({
        lang: other.lang,
        languageName: config.languages[other.lang]?.name ?? other.lang,
        url: links.urlOfFile(other.file) ?? url,
      })),
  };
  return {
    page,
    diagnostics: [
      ...body.diagnostics,
      ...links.check(file.body.links, `${options.shownFolder}/${file.file}`),
    ],
  };
}
