/** Ways into the site that every page offers: in the menu of the masthead and at the foot. */

import type { RenderContext } from '../page-template.ts';

interface SiteLinksProps {
  readonly context: RenderContext;
}

/** Items of a list, which the caller opens. */
export function SiteLinks({ context: { edition, site } }: SiteLinksProps) {
  const { messages, url } = edition;
  const lists = [
    { name: 'archive', title: messages.archive },
    { name: 'photos', title: messages.photos },
    { name: 'people', title: messages.people },
    ...(edition.hasPress ? [{ name: 'press', title: messages.press }] : []),
    ...(edition.hasEvents ? [{ name: 'events', title: messages.events }] : []),
    ...(edition.hasSeries ? [{ name: 'series', title: messages.series }] : []),
    { name: 'topics', title: messages.topics },
  ];
  return (
    <>
      {lists.map(({ name, title }) => (
        <li key={name}>
          <a href={site.href(`${url}${name}/`)}>{title}</a>
        </li>
      ))}
      {edition.menu.map((page) => (
        <li key={page.url}>
          <a href={site.href(page.url)} lang={page.lang} hreflang={page.lang}>
            {page.title}
          </a>
        </li>
      ))}
    </>
  );
}
