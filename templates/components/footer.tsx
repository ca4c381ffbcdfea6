/** What stands below every page. */

import { eventsUrl } from '../../src/site/events.ts';
import { feedUrlOf } from '../../src/site/permalinks.ts';
import type { RenderContext } from '../page-template.ts';
import { FeedLink } from './feed-link.tsx';

interface FooterProps {
  readonly url: string;
  readonly context: RenderContext;
}

export function Footer({ context, url }: FooterProps) {
  const { edition, site } = context;
  const { messages } = edition;
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
        </div>
        <nav aria-label={messages.menu}>
          <ul class="footer-menu">
            <li>
              <a href={site.href(`${edition.url}topics/`)}>{messages.topics}</a>
            </li>
            <li>
              <a href={site.href(`${edition.url}people/`)}>{messages.people}</a>
            </li>
            {edition.hasEvents && (
              <li>
                <a href={site.href(eventsUrl(edition.url))}>{messages.events}</a>
              </li>
            )}
            {edition.hasSeries && (
              <li>
                <a href={site.href(`${edition.url}series/`)}>{messages.series}</a>
              </li>
            )}
            <li>
              <a href={site.href(`${edition.url}photos/`)}>{messages.photos}</a>
            </li>
            <li>
              <a href={site.href(`${edition.url}archive/`)}>{messages.archive}</a>
            </li>
            <li>
              <a href={site.href(`${edition.url}corrections/`)}>{messages.corrections}</a>
            </li>
            {edition.menu.map((page) => (
              <li key={page.url}>
                <a href={site.href(page.url)}>{page.title}</a>
              </li>
            ))}
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
            {site.newsletter !== undefined && (
              <li>
                <a href={site.newsletter}>{messages.newsletter}</a>
              </li>
            )}
            <li>
              <FeedLink url={feedUrlOf(edition.url)} context={context} />
            </li>
          </ul>
        </nav>
      </div>
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
      <p class="footer-address">{site.absolute(url)}</p>
      {edition.notice !== undefined && <p class="footer-notice">{edition.notice}</p>}
    </footer>
  );
}

function addressOf(target: string, site: RenderContext['site']): string {
  return target.startsWith('/') ? site.href(target) : target;
}
