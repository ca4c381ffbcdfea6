/**
 * Passing an article on, without a third party: its address, a mail, a citation, and whom to tell of an
 * error. Buttons wait for their script: without it there is nothing that they could do.
 */

import { linkedServices, shareCodeUrl } from '../../src/site/share-ways.ts';
import type { Article } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';
import { formatDay } from './dates.tsx';
import { Said } from './said.tsx';

interface ShareProps {
  readonly story: Article;
  readonly context: RenderContext;
}

export function Share({ story, context }: ShareProps) {
  const { edition, site } = context;
  const { messages } = edition;
  const address = site.absolute(story.url);
  const mail = story.contacts.find(({ email }) => email !== undefined)?.email ?? site.email;
  const citation = messages.citation({
    writers: story.credits.find(({ role }) => role === 'draft')?.people.map(({ name }) => name) ?? [],
    title: story.title,
    siteName: edition.siteName,
    date: formatDay(story.date.day, edition.locale),
    address,
  });
  return (
    <section class="share" aria-labelledby="share-title">
      <h2 class="foot-title" id="share-title">
        <Said word="shareAndCite" edition={edition}>
          {messages.shareAndCite}
        </Said>
      </h2>
      <ul class="share-ways">
        <li hidden>
          <button type="button" data-share={address}>
            <Said word="share" edition={edition}>
              {messages.share}
            </Said>
          </button>
        </li>
        <li hidden>
          <button type="button" data-copy={address}>
            <Said word="copyLink" edition={edition}>
              {messages.copyLink}
            </Said>
          </button>
        </li>
        <li>
          <a href={mailto('', story.title, address)}>{messages.sendByEmail}</a>
        </li>
        {site.share.map((service) =>
          service === 'wechat' ? null : (
            <li key={service}>
              <a
                href={linkedServices[service].addressOf({ title: story.title, address })}
                rel="noopener noreferrer"
              >
                {messages.shareOn(linkedServices[service].name)}
              </a>
            </li>
          ),
        )}
        {mail !== undefined && (
          <li>
            <a href={mailto(mail, messages.reportSubject(story.title), address)}>{messages.reportError}</a>
          </li>
        )}
      </ul>
      {site.share.includes('wechat') && <ShareCode story={story} context={context} />}
      <details class="citation">
        <summary>
          <Said word="cite" edition={edition}>
            {messages.cite}
          </Said>
        </summary>
        <p class="citation-text">{citation}</p>
        <p hidden>
          <button type="button" data-copy={citation}>
            <Said word="copyCitation" edition={edition}>
              {messages.copyCitation}
            </Said>
          </button>
        </p>
      </details>
      <p class="share-status" role="status" data-copied={messages.copied} />
    </section>
  );
}

/** Fetched when it is opened. */
function ShareCode({ story, context: { edition, site } }: ShareProps) {
  return (
    <details class="citation">
      <summary>
        <Said word="scanCode" edition={edition}>
          {edition.messages.scanCode}
        </Said>
      </summary>
      <img src={site.href(shareCodeUrl(story.url))} alt="" width="180" height="180" loading="lazy" />
    </details>
  );
}

function mailto(to: string, subject: string, body: string): string {
  return `mailto:${to}?subject=${asQuery(subject)}&body=${asQuery(body)}`;
}

/** Letters beyond ASCII stay as they are, a third of their escapes: browsers write those themselves. */
function asQuery(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return encodeURIComponent(text);
  return text.replace(/\p{ASCII}+|[^\p{L}\p{M}\p{N}\p{P}]/gu, (part) => encodeURIComponent(part));
}
