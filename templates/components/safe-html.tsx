/**
 * The one place where HTML is printed as it is: it was made by our own Markdown dialect, with raw HTML off, or by the web
 * team's own templates.
 */

interface SafeHtmlProps {
  readonly tag: 'div' | 'span' | 'blockquote';
  readonly className: string;
  readonly html: string;
}

export function SafeHtml({ tag: Tag, className, html }: SafeHtmlProps) {
  return <Tag class={className} dangerouslySetInnerHTML={{ __html: html }} />;
}
