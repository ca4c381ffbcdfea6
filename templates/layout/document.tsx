/** The HTML document around every page: head, masthead, main, footer. No inline script or style, ever. */

import type { ComponentChildren } from 'preact';
import type { Picture, Translation } from '../../src/site/site.ts';
import { Footer } from '../components/footer.tsx';
import { Masthead } from '../components/masthead.tsx';
import { widest } from '../components/picture.tsx';
import type { RenderContext } from '../page-kind.ts';

export interface DocumentProps {
  readonly context: RenderContext;
  readonly url: string;
  /** Without the site's name, which is added; undefined on the home page. */
  readonly title?: string;
  readonly description?: string;
  /** What others show beside a link to the page. */
  readonly image?: Picture;
  readonly type?: 'article' | 'website';
  readonly feedUrl?: string;
  readonly translations?: readonly Translation[];
  /** Not for search engines: error pages and what is not published yet. */
  readonly isHidden?: boolean;
  /** Pages with photos load the viewer. */
  readonly hasPhotos?: boolean;
  /** More elements of the head. */
  readonly head?: ComponentChildren;
  readonly className: string;
  readonly children: ComponentChildren;
}

export function Document(props: DocumentProps) {
  const { context, url, translations = [], hasPhotos = false, className, children } = props;
  const { edition, assets, site } = context;
  const { messages } = edition;
  const viewer = hasPhotos ? assets.scriptUrls.get('viewer') : undefined;
  return (
    <html lang={edition.lang} dir={edition.direction}>
      <Head {...props} />
      <body class={className}>
        <a class="skip-link" href="#main">
          {messages.skipToContent}
        </a>
        <Masthead
          context={context}
          isHome={props.title === undefined}
          url={url}
          translations={translations}
        />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <Footer context={context} url={url} />
        {viewer !== undefined && (
          <script
            type="module"
            src={site.href(viewer)}
            data-close={messages.closePhotos}
            data-previous={messages.previousPhoto}
            data-next={messages.nextPhoto}
          />
        )}
      </body>
    </html>
  );
}

function Head(props: DocumentProps) {
  const { context, url, title, image, type = 'website', translations = [], isHidden = false, head } = props;
  const { edition, site, assets } = context;
  const description = props.description ?? edition.tagline;
  const fullTitle = title === undefined ? edition.siteName : `${title} – ${edition.siteName}`;
  const theme = assets.scriptUrls.get('theme');
  const canonical = site.absolute(url);
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{fullTitle}</title>
      <meta name="description" content={description} />
      <meta name="color-scheme" content="light dark" />
      {isHidden ? <meta name="robots" content="noindex" /> : <link rel="canonical" href={canonical} />}
      {theme !== undefined && <script src={site.href(theme)} />}
      <link rel="stylesheet" href={site.href(assets.stylesheetUrl)} />
      <link rel="icon" type="image/svg+xml" href={site.href(assets.iconUrl)} />
      <link
        rel="alternate"
        type="application/atom+xml"
        title={edition.siteName}
        href={site.href(props.feedUrl ?? `${edition.url}feed.xml`)}
      />
      {translations.length > 0 && <link rel="alternate" hreflang={edition.lang} href={canonical} />}
      {translations.map((translation) => (
        <link
          key={translation.lang}
          rel="alternate"
          hreflang={translation.lang}
          href={site.absolute(translation.url)}
        />
      ))}
      <meta property="og:site_name" content={edition.siteName} />
      <meta property="og:type" content={type} />
      <meta property="og:title" content={title ?? edition.siteName} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={canonical} />
      <meta property="og:locale" content={edition.locale.replace('-', '_')} />
      {image !== undefined && <SocialImage image={image} context={context} />}
      {head}
    </head>
  );
}

function SocialImage({ image, context }: { readonly image: Picture; readonly context: RenderContext }) {
  const rendition = widest(image.photo, 'jpeg', 1280);
  return (
    <>
      <meta property="og:image" content={context.site.absolute(`/${rendition.path}`)} />
      <meta property="og:image:width" content={String(rendition.widthPx)} />
      <meta property="og:image:height" content={String(rendition.heightPx)} />
      {image.alt !== '' && <meta property="og:image:alt" content={image.alt} />}
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}
