/** Content and photos in, the whole Site out. Pure: the moment comes in as `nowMs`. */

import type { AddressLedger } from '../content/address-ledger.ts';
import type { ArticleFile } from '../content/article.ts';
import type { Content } from '../content/load-content.ts';
import type { PageFile } from '../content/page.ts';
import { type Diagnostic, startOf } from '../diagnostics/diagnostic.ts';
import type { Photo } from '../photos/photo.ts';
import { defined } from '../text/defined.ts';
import { redirectFrom } from './address-claims.ts';
import type { DraftArticle } from './assemble-article.ts';
import { assembleEdition } from './assemble-edition.ts';
import type { AssembleOptions } from './assemble-options.ts';
import { picturesIn, resolveBody } from './body-blocks.ts';
import { eventEnds } from './events.ts';
import { judgeSite } from './judge-site.ts';
import { checkMessages, checkNames } from './language.ts';
import { keepAddresses } from './lasting-addresses.ts';
import { once } from './once.ts';
import { collectPeople } from './people.ts';
import { editionUrl } from './permalinks.ts';
import { openDayEnds } from './publication.ts';
import type { Edition, Page, Picture, Redirect, Site } from './site.ts';
import { siteFrame } from './site-frame.ts';
import { makeParts, renewParts, type SiteParts } from './site-parts.ts';
import { changesOf } from './status.ts';
import { checkTheme } from './theme/check-theme.ts';
import { visibleArticles } from './visible-articles.ts';

export interface AssembledSite {
  readonly site: Site;
  readonly diagnostics: readonly Diagnostic[];
  /** The site in which drafts and all that waits or has gone are seen too. */
  readonly everything: () => Site;
  /** Photos of stories that are not seen yet and will be: for the judgement of a build, not for a page. */
  readonly photosToCome: readonly Photo[];
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

/** What no page needs is made on first use: a preview shows one page at a time. */
function composeSite(parts: SiteParts, content: Content, options: AssembleOptions): AssembledSite {
  const { config } = content;
  const { links, drafts, heldBack } = parts;
  const languages = editionLanguages(content, parts.visible);
  const pages = new Map(
    languages.map((lang) => [
      lang,
      content.pages
        .filter((page) => page.lang === lang)
        .map((page) => assemblePage(page, content, parts, options)),
    ]),
  );
  const pagesIn = (lang: string) => (pages.get(lang) ?? []).map(({ page }) => page);
  const people = once(
    () =>
      new Map(
        editions.map(({ lang, articles }) => [
          lang,
          collectPeople(articles, parts.register, content, lang, links, options),
        ]),
      ),
  );
  const editions = languages.map(
    (lang): Edition =>
      assembleEdition(lang, {
        parts,
        content,
        options,
        pages: pagesIn(lang),
        defaultPages: pagesIn(config.defaultLanguage),
        people: () => people().get(lang) ?? [],
      }),
  );
  const aliases = drafts.flatMap(({ article: { url: to, lang }, file }) =>
    file.frontMatter.aliases.map((from): Redirect => ({ from: redirectFrom(from), to, lang })),
  );
  const kept = once(() => keepAddresses({ content, editions, aliases, ledger: noAddresses, ...options }));
  const judgement = once(() => judgeSite(parts, content, options));
  const languagesToCome = () => editionLanguages(content, [...drafts, ...judgement().toCome]);
  const openDays = once(() =>
    drafts.flatMap(({ file }) => openDayEnds(file, config.timeZone, options.nowMs)),
  );
  const photos = once(() => {
    const blocks = [
      ...editions.flatMap((edition) => edition.pages.flatMap((page) => page.blocks)),
      ...[...people().values()].flat().flatMap((person) => person.blocks),
    ];
    const portraits = [...people().values()].flat().flatMap(({ portrait }) => portrait ?? []);
    return visiblePhotos(drafts, [...picturesIn(blocks), ...portraits]);
  });
  const site: Site = {
    config,
    frame: siteFrame(config, editions),
    isPreview: options.includeHidden,
    nowMs: options.nowMs,
    editions,
    get photos() {
      return photos();
    },
    get socialCards() {
      return drafts.map(({ socialCard }) => socialCard);
    },
    get redirects() {
      return [...aliases, ...kept().redirects];
    },
    get gone() {
      return kept().gone;
    },
    get attachments() {
      return [...links.attachments].map(([file, url]) => ({
        file,
        url,
        ...defined({ source: options.photos.get(file)?.statedSource }),
      }));
    },
    heldBack,
    get changesMs() {
      const ends = eventEnds(
        drafts.map(({ article }) => article),
        options.nowMs,
      );
      return [
        ...content.articles.flatMap(({ timing }) => changesOf(timing, options.nowMs)),
        ...ends,
        ...openDays(),
      ];
    },
    get isMoving() {
      return openDays().length > 0;
    },
  };
  const diagnostics = once(() =>
    [
      judgement().diagnostics,
      ...[...pages.values()].flat().map((page) => page.diagnostics),
      kept().diagnostics,
      checkTheme(content),
      checkMessages(content, languagesToCome()),
      checkNames(content, languagesToCome()),
    ].flat(),
  );
  return {
    site,
    get diagnostics() {
      return diagnostics();
    },
    everything: once(() =>
      options.includeHidden ? site : assembleSite(content, { ...options, includeHidden: true }).site,
    ),
    get photosToCome() {
      return visiblePhotos(judgement().toCome);
    },
  };
}

/** @param others pictures of pages and of people */
function visiblePhotos(drafts: readonly DraftArticle[], others: readonly Picture[] = []): readonly Photo[] {
  const shown = new Map(others.map(({ photo }) => [photo.file, photo]));
  for (const { article } of drafts) {
    for (const { photo } of article.pictures) shown.set(photo.file, photo);
    if (article.image !== undefined) shown.set(article.image.photo.file, article.image.photo);
  }
  return [...shown.values()];
}

/** Languages in which there is something to read; the default language always. */
function editionLanguages(
  { config, pages }: Content,
  visible: readonly { readonly file: Pick<ArticleFile, 'lang'> }[],
): string[] {
  const used = new Set([...visible.map(({ file }) => file), ...pages].map(({ lang }) => lang));
  const others = Object.keys(config.languages).filter(
    (lang) => lang !== config.defaultLanguage && used.has(lang),
  );
  return [config.defaultLanguage, ...others];
}

function assemblePage(
  file: PageFile,
  content: Content,
  { links, register }: Pick<SiteParts, 'links' | 'register'>,
  options: AssembleOptions,
): { readonly page: Page; readonly diagnostics: readonly Diagnostic[] } {
  const { config } = content;
  const url = links.urlOfFile(file.file) ?? editionUrl(file.lang, config.defaultLanguage);
  const body = resolveBody(file.body, {
    displayPath: `${options.displayFolder}/${file.file}`,
    photos: options.photos,
    detailsOf: () => ({}),
    links: links.seenFrom(url),
    lang: file.lang,
    creditIn: (credit) => register.nameIn(file.lang, credit),
    tables: content.tables,
    transcripts: content.transcripts,
    peertube: config.films.peertube,
  });
  const page: Page = {
    file: file.file,
    slug: file.slug,
    lang: file.lang,
    url,
    title: file.frontMatter.title,
    ...defined({ summary: file.frontMatter.summary }),
    isInMenu: file.frontMatter.nav,
    ...defined({ ai: file.frontMatter.ai }),
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
    diagnostics: body.diagnostics,
  };
}
