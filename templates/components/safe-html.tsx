/**
 * The one place where HTML is printed as it is: it was made by our own Markdown dialect, with raw HTML off, or by the web
 * team's own templates.
 */

interface SafeHtmlProps {
  readonly tag: 'div' | 'span' | 'blockquote';
  readonly className: string;
  readonly html: string;
  /** Of a text that runs against what is around it. */
  readonly dir?: 'ltr' | 'rtl';
}

export function SafeHtml({ tag: Tag, className, html, ...direction }: SafeHtmlProps) {
  return <Tag class={className} {...direction} dangerouslySetInnerHTML={{ __html: html }} />;
}
