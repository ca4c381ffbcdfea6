/**
 * The HTML document around every page: head, masthead, main, footer. All pages of a kind share one style sheet, which
 * the browser keeps; the page's security policy allows the few lines of script in the head by their hashes.
 */

import type { ComponentChildren } from 'preact';
import { jsonFeedUrl, rssFeedUrl } from '../../src/feeds/feed-source.ts';
import { contentTypeOf } from '../../src/output/content-type.ts';
import { contentSecurityPolicy } from '../../src/output/security-headers.ts';
import type { PictureFile } from '../../src/photos/photo.ts';
import { feedUrlOf } from '../../src/site/permalinks.ts';
import type { Translation } from '../../src/site/site.ts';
import { defined } from '../../src/text/defined.ts';
import { Footer } from '../components/footer.tsx';
import { Masthead } from '../components/masthead.tsx';
import { Said } from '../components/said.tsx';
import { type PressPhotos, Viewer } from '../components/viewer.tsx';
import type { RenderContext } from '../page-template.ts';

/** Which sheet of `assets/styles/sheets` a class of pages carries. */
const sheetOf = {
  'page-home': 'home',
  'page-article': 'article',
  'page-text': 'text',
  'page-list': 'list',
  'page-components': 'components',
  'page-photos': 'photos',
  'page-search': 'search',
} as const;

/** A JPEG or PNG of the output, in which every platform shows links. */
interface SocialImage {
  readonly rendition: PictureFile;
  readonly alt: string;
}

export interface DocumentProps {
  readonly context: RenderContext;
  readonly url: string;
  /** Without the site's name, which is added; undefined on the home page. */
  readonly title?: string;
  readonly description?: string;
  /** What others show beside a link to the page. */
  readonly image?: SocialImage;
  readonly type?: 'article' | 'website';
  readonly feedUrl?: string;
  /** Whether the feed is there as RSS too. */
  readonly hasRss?: boolean;
  readonly translations?: readonly Translation[];
  /** Of the topic that the page belongs to, which the masthead marks; else the page's own address says it. */
  readonly topicUrl?: string;
  /** Not for search engines: error pages and what is not published yet. */
  readonly isHidden?: boolean;
  /** Says its own address nowhere: that of what was taken down may carry a name. */
  readonly omitsAddress?: boolean;
  /** Sheets of what only some pages have: `assets/styles/sheets/part-NAME.css`. */
  readonly parts?: readonly ('body' | 'chart' | 'cover' | 'event' | 'newsletter' | 'press')[];
  /** Where the players of its films come from: all that the page may put into a frame. */
  readonly players?: readonly string[];
  /** Origins to which its forms may be sent, besides the site’s own. */
  readonly formTargets?: readonly string[];
  /** Pages with photos load the viewer. */
  readonly hasPhotos?: boolean;
  /** Originals of these photos, offered in the viewer. */
  readonly press?: PressPhotos;
  /** More elements of the head. */
  readonly head?: ComponentChildren;
  readonly className: keyof typeof sheetOf;
  readonly children: ComponentChildren;
}

export function Document(props: DocumentProps) {
  const { context, url, translations = [], players = [], hasPhotos = false, className, children } = props;
  const { edition, assets, site } = context;
  const { messages } = edition;
  const script = assets.scriptUrls.page;
  return (
    <html lang={edition.lang} dir={edition.direction}>
      <Head {...props} />
      <body class={className}>
        <a class="skip-link" href="#main">
          <Said word="skipToContent" edition={edition}>
            {messages.skipToContent}
          </Said>
        </a>
        <Masthead
          context={context}
          isHome={props.title === undefined}
          url={url}
          topicUrl={props.topicUrl ?? url}
          translations={translations}
        />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <Footer context={context} url={props.omitsAddress === true ? edition.url : url} />
        {hasPhotos && <Viewer url={url} {...defined({ press: props.press })} context={context} />}
        {script !== undefined && <script type="module" src={site.href(script)} />}
        {players.length > 0 && <script type="module" src={site.href(assets.scriptUrls.film ?? '')} />}
      </body>
    </html>
  );
}

function Head(props: DocumentProps) {
  const { context, url, title, type = 'website', translations = [], isHidden = false, className } = props;
  const { players = [] } = props;
  const parts = [...(props.parts ?? []), ...(players.length > 0 ? ['film'] : [])];
  const { edition, site } = context;
  const description = props.description ?? edition.tagline;
  const fullTitle = title === undefined ? edition.siteName : `${title} – ${edition.siteName}`;
  const canonical = site.absolute(url);
  const standard = defaultVersion(props);
  const feedUrl = props.feedUrl ?? feedUrlOf(edition.url);
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <FirstParts
        context={context}
        sheet={sheetOf[className]}
        players={players}
        formTargets={props.formTargets ?? []}
      />
      {parts.map((part) => (
        <link key={part} rel="stylesheet" href={site.href(context.assets.sheetUrls[`part-${part}`] ?? '')} />
      ))}
      <title>{fullTitle}</title>
      <meta name="description" content={description} />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content={site.palette.light.paper} />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content={site.palette.dark.paper} />
      <meta name="robots" content={isHidden ? 'noindex' : 'max-image-preview:large'} />
      {!isHidden && <link rel="canonical" href={canonical} />}
      <FontAndIcons context={context} />
      <link
        rel="alternate"
        type="application/atom+xml"
        title={`${edition.siteName} (Atom)`}
        href={site.href(feedUrl)}
      />
      <link
        rel="alternate"
        type="application/feed+json"
        title={`${edition.siteName} (JSON)`}
        href={site.href(jsonFeedUrl(feedUrl))}
      />
      {props.hasRss === true && (
        <link
          rel="alternate"
          type="application/rss+xml"
          title={`${edition.siteName} (RSS)`}
          href={site.href(rssFeedUrl(feedUrl))}
        />
      )}
      {translations.length > 0 && <link rel="alternate" hreflang={edition.lang} href={canonical} />}
      {translations.map((translation) => (
        <link
          key={translation.lang}
          rel="alternate"
          hreflang={translation.lang}
          href={site.absolute(translation.url)}
        />
      ))}
      {standard !== undefined && <link rel="alternate" hreflang="x-default" href={site.absolute(standard)} />}
      <meta property="og:site_name" content={edition.siteName} />
      <meta property="og:type" content={type} />
      <meta property="og:title" content={title ?? edition.siteName} />
      <meta property="og:description" content={description} />
      {props.omitsAddress !== true && <meta property="og:url" content={canonical} />}
      <meta property="og:locale" content={openGraphLocale(edition)} />
      {site.languages
        .filter(({ lang }) => translations.some((translation) => translation.lang === lang))
        .map((other) => (
          <meta key={other.lang} property="og:locale:alternate" content={openGraphLocale(other)} />
        ))}
      {props.image !== undefined && <SocialImageTags image={props.image} context={context} />}
      {props.head}
    </head>
  );
}

/** `zh-CN` as Open Graph writes it. */
function openGraphLocale({ locale }: { readonly locale: string }): string {
  return locale.replace('-', '_');
}

/** What readers of no language of the site are shown: the page in the default language. */
function defaultVersion({ context, url, translations = [] }: DocumentProps): string | undefined {
  if (translations.length === 0) return undefined;
  const { edition, site } = context;
  return edition.isDefault ? url : translations.find(({ lang }) => lang === site.languages[0]?.lang)?.url;
}

interface FirstPartsProps {
  readonly context: RenderContext;
  readonly sheet: string;
  readonly players: readonly string[];
  readonly formTargets: readonly string[];
}

/** The policy stands before everything that it judges, and the sheet before all else that a browser fetches. */
function FirstParts({ context: { assets, site }, sheet, players, formTargets }: FirstPartsProps) {
  const { sheetUrls, inlineScripts } = assets;
  const style = sheetUrls[sheet];
  const article = sheetUrls.article;
  const theme = inlineScripts.theme;
  const speculation = inlineScripts.speculation;
  if (style === undefined || theme === undefined || speculation === undefined)
    throw new Error(`The bundled assets lack the sheet ${sheet} or an inline script.`);
  const policy = contentSecurityPolicy({ scripts: [theme.hash, speculation.hash], players, formTargets });
  return (
    <>
      <meta http-equiv="Content-Security-Policy" content={policy} />
      <script dangerouslySetInnerHTML={{ __html: theme.text }} />
      <link rel="stylesheet" href={site.href(style)} />
      {/* Every other page leads to stories: their sheet is there when one is opened. */}
      {article !== undefined && sheet !== 'article' && <link rel="prefetch" href={site.href(article)} />}
      <script type="speculationrules" dangerouslySetInnerHTML={{ __html: speculation.text }} />
    </>
  );
}

function FontAndIcons({ context: { assets, edition, site } }: Pick<DocumentProps, 'context'>) {
  const { firstFontUrls, iconUrl } = assets;
  const touchIcon = assets.pngIcons.find(({ name }) => name === 'touch-icon');
  return (
    <>
      {firstFontUrls.map((font) => (
        <link
          key={font}
          rel="preload"
          href={site.href(font)}
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
        />
      ))}
      <link rel="stylesheet" media="print" href={site.href(assets.printSheetUrl)} />
      <link rel="icon" type={contentTypeOf(iconUrl)} href={site.href(iconUrl)} />
      {touchIcon !== undefined && <link rel="apple-touch-icon" href={site.href(touchIcon.url)} />}
      <link rel="manifest" href={site.href(`${edition.url}site.webmanifest`)} />
    </>
  );
}

interface SocialImageProps {
  readonly image: SocialImage;
  readonly context: RenderContext;
}

function SocialImageTags({ image: { rendition, alt }, context }: SocialImageProps) {
  return (
    <>
      <meta property="og:image" content={context.site.absolute(`/${rendition.path}`)} />
      <meta property="og:image:width" content={String(rendition.widthPx)} />
      <meta property="og:image:height" content={String(rendition.heightPx)} />
      {alt !== '' && <meta property="og:image:alt" content={alt} />}
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}
