/** What stands at the address of something that was taken off the site: that it is gone, since when, and why. */

import type { GoneAddress } from '../../src/site/site.ts';
import { DateLine } from '../components/dates.tsx';
import { PageHead } from '../components/page-head.tsx';
import { languageOf, Said } from '../components/said.tsx';
import { Document } from '../layout/document.tsx';
import { type PageTemplate, type RenderContext, route } from '../page-template.ts';

export const gone: PageTemplate = {
  name: 'gone',
  routes: (site) =>
    site.gone.flatMap((address) => {
      const edition = site.editions.find(({ lang }) => lang === address.lang);
      return edition === undefined ? [] : [route(address.url, edition, { address }, GonePage)];
    }),
};

interface GonePageProps {
  readonly address: GoneAddress;
  readonly context: RenderContext;
}

function GonePage({ address: { url, reason, date }, context }: GonePageProps) {
  const { edition, site } = context;
  const { messages, locale } = edition;
  return (
    <Document
      context={context}
      url={url}
      title={messages.goneTitle}
      isHidden
      omitsAddress
      className="page-list"
    >
      <PageHead
        title={messages.goneTitle}
        titleLanguage={languageOf('goneTitle', edition)}
        label="410"
        summary={reason ?? messages.goneText}
      >
        <p class="page-count">
          <Said word="goneSince" edition={edition}>
            {messages.goneSince}
          </Said>{' '}
          <DateLine date={date} locale={locale} /> · <a href={site.href(edition.url)}>{messages.backHome}</a>
        </p>
      </PageHead>
    </Document>
  );
}
