/** A page that is called by a word of the interface: what is on, whom to ask, all series. Its document and headline. */

import type { ComponentChildren } from 'preact';
import type { Translation } from '../../src/site/site.ts';
import { defined } from '../../src/text/defined.ts';
import { PageHead } from '../components/page-head.tsx';
import { languageOf } from '../components/said.tsx';
import type { RenderContext } from '../page-template.ts';
import { Document, type DocumentProps } from './document.tsx';

interface SectionPageProps extends Pick<DocumentProps, 'url' | 'parts' | 'formTargets'> {
  readonly word: 'corrections' | 'events' | 'newsletter' | 'people' | 'press' | 'series' | 'topics';
  /** What the page is about, for its readers and for search engines. */
  readonly summary?: string;
  readonly translations: readonly Translation[];
  /** Below the headline. */
  readonly ways?: ComponentChildren;
  readonly children: ComponentChildren;
  readonly context: RenderContext;
}

export function SectionPage({ word, summary, ways, children, context, ...props }: SectionPageProps) {
  const { edition } = context;
  const title = edition.messages[word];
  return (
    <Document
      context={context}
      title={title}
      className="page-list"
      {...defined({ description: summary })}
      {...props}
    >
      <PageHead title={title} titleLanguage={languageOf(word, edition)} summary={summary}>
        {ways}
      </PageHead>
      {children}
    </Document>
  );
}
