/**
 * Turns styles that mean something into elements: Google Docs and Word Online say by styles what is bold, italic, crossed
 * out, raised or lowered. What Docs saves as a web page says it by classes.
 */

import { markDocsPictures } from './docs-pictures.ts';
import { parseHtml, unwrap } from './html-tree.ts';

type Page = ReturnType<typeof parseHtml>;

/** Google Docs wraps what is copied in a bold element that is not bold. */
export function turnStylesToTags($: Page): void {
  for (const wrapper of $('b[style*="font-weight:normal"], b[style*="font-weight: normal"]').toArray())
    unwrap($, wrapper);
  for (const span of $('span[style]').toArray()) {
    const style = $(span).attr('style') ?? '';
    const isHeading = $(span).closest('h1, h2, h3, h4, h5, h6').length > 0;
    const raised = /vertical-align:\s*(super|sub)\b/u.exec(style)?.[1];
    // A raised number is another number: 10⁶ is not 106.
    if (
      raised !== undefined &&
      $(span).closest('sup, sub').length === 0 &&
      $(span).find('sup, sub').length === 0
    )
      $(span).wrapInner(raised === 'super' ? '<sup></sup>' : '<sub></sub>');
    if (/font-weight:\s*(?:bold|[6-9]00)/u.test(style) && !isHeading) $(span).wrapInner('<strong></strong>');
    if (/font-style:\s*italic/u.test(style)) $(span).wrapInner('<em></em>');
    if (/text-decoration[^;]*line-through/u.test(style)) $(span).wrapInner('<s></s>');
  }
}

const docsRule = /\.(c\d+)\{([^{}]*)\}/gu;

/** @returns the page with elements, when Google Docs saved it; else as it is */
export function withDocsStyles(html: string): string {
  if (!/\.c\d+\{/u.test(html)) return html;
  const $ = parseHtml(html);
  const rules = new Map(
    $('style')
      .toArray()
      .flatMap((style) => [...$(style).text().matchAll(docsRule)])
      .map(([, name = '', style = '']) => [name, style]),
  );
  const styleOf = (names: string): string =>
    names
      .split(/\s+/u)
      .map((name) => rules.get(name) ?? '')
      .join(';');
  for (const span of $('span[class]').toArray()) $(span).attr('style', styleOf(span.attribs.class ?? ''));
  for (const paragraph of $('body p[class]').toArray()) {
    const style = styleOf(paragraph.attribs.class ?? '');
    if (/text-align:\s*center/u.test(style)) $(paragraph).attr('style', 'text-align: center');
  }
  markDocsPictures($);
  turnStylesToTags($);
  const title = $('body p.title').first();
  if (title.length > 0 && title.text().trim() !== '') {
    for (let level = 5; level >= 1; level -= 1)
      for (const heading of $(`body h${level}`).toArray()) heading.tagName = `h${level + 1}`;
    for (const element of title.toArray()) element.tagName = 'h1';
    // Docs writes the name of the file there.
    $('head title').text(title.text());
  }
  return $.html();
}
