/** The headline of a page that is not an article. */

import type { ComponentChildren } from 'preact';

interface PageHeadProps {
  readonly title: string;
  /** A small line above the headline. */
  readonly label?: string;
  readonly summary?: string | undefined;
  readonly children?: ComponentChildren;
}

export function PageHead({ title, label, summary, children }: PageHeadProps) {
  return (
    <header class="page-head">
      {label !== undefined && <p class="page-label">{label}</p>}
      <h1 class="page-title">{title}</h1>
      {summary !== undefined && <p class="page-summary">{summary}</p>}
      {children}
    </header>
  );
}
