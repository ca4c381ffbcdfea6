/** The headline of a page that is not an article. */

import type { ComponentChildren } from 'preact';

interface PageHeadProps {
  readonly title: string;
  /** Where the title is a word of another language than the page's. */
  readonly titleLanguage?: { readonly lang: string; readonly dir: 'ltr' | 'rtl' } | undefined;
  /** A small line above the headline. */
  readonly label?: string;
  readonly summary?: string | undefined;
  readonly children?: ComponentChildren;
}

export function PageHead({ title, titleLanguage, label, summary, children }: PageHeadProps) {
  return (
    <header class="page-head">
      {label !== undefined && <p class="page-label">{label}</p>}
      <h1 class="page-title" {...titleLanguage}>
        {title}
      </h1>
      {summary !== undefined && <p class="page-summary">{summary}</p>}
      {children}
    </header>
  );
}
