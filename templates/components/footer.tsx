/** What stands below every page. */

import { feedUrlOf, newsletterUrl } from '../../src/site/permalinks.ts';
import type { RenderContext } from '../page-template.ts';
import { FeedLink } from './feed-link.tsx';
import { SiteLinks } from './site-links.tsx';

interface FooterProps {
  readonly url: string;
  readonly context: RenderContext;
}

export function Footer({ context, url }: FooterProps) {
  const { edition, site } = context;
  const { messages } = edition;
  const newsletter = site.hasNewsletterForm ? site.href(newsletterUrl(edition.url)) : site.newsletterUrl;
  return (
    <footer class="footer">
      <div class="footer-columns">
        <div class="footer-name">
          <p class="footer-title">{edition.siteName}</p>
          {edition.organisation !== undefined && <p>{edition.organisation}</p>}
          {edition.isDefault && site.address !== undefined && <p>{site.address}</p>}
          {site.email !== undefined && (
            <p>
              <a href={`mailto:${site.email}`}>{site.email}</a>
            </p>
          )}
          {site.social.length > 0 && (
            <nav class="footer-social" aria-label={messages.followUs}>
              <ul>
                {site.social.map(({ name, url: profile }) => (
                  <li key={profile}>
                    <a href={profile} rel="me">
                      {name}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </div>
        <nav aria-label={messages.menu}>
          <ul class="footer-menu">
            <SiteLinks context={context} />
            <li>
              <a href={site.href(`${edition.url}corrections/`)}>{messages.corrections}</a>
            </li>
            {edition.accessibility !== undefined && (
              <li>
                <a href={addressOf(edition.accessibility, site)}>{messages.accessibility}</a>
              </li>
            )}
            {edition.footerLinks.map((link) => (
              <li key={link.url}>
                <a href={link.url}>{link.name}</a>
              </li>
            ))}
            {newsletter !== undefined && (
              <li>
                <a href={newsletter}>{messages.newsletter}</a>
              </li>
            )}
            <li>
              <FeedLink url={feedUrlOf(edition.url)} context={context} />
            </li>
          </ul>
        </nav>
      </div>
      <p class="footer-address">{site.absolute(url)}</p>
      {edition.notice !== undefined && (
        // It may be of another language than the page.
        <p class="footer-notice" dir="auto">
          {edition.notice}
        </p>
      )}
    </footer>
  );
}

function addressOf(target: string, site: RenderContext['site']): string {
  return target.startsWith('/') ? site.href(target) : target;
}
