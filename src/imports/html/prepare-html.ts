/**
 * Makes the HTML of an article ready to become Markdown: embeds become links, links get their marks, headings their
 * levels, the headline goes. What is lost on the way is reported with its line. Pure.
 */

import type { Cheerio, CheerioAPI } from 'cheerio';
import { cleanText, wordsOf } from '../fold-text.ts';
import type { IssueList } from '../import-issue.ts';
import { importScheme, unsafeScheme } from '../resolve-imported-links.ts';
import { type AnyNode, type Element, lineOf, textOf, unwrap } from './html-tree.ts';

const keptSchemes = /^(?:https?|mailto|tel):/iu;
const headings = 'h1, h2, h3, h4, h5, h6';

/** Videos, forms and drawings of other sites: a link to them where they have an address. */
export function replaceEmbeds($: CheerioAPI, root: Cheerio<AnyNode>, issues: IssueList): void {
  for (const element of root
    .find(
      'iframe, embed, object, video, audio, svg, canvas, form, input, button, select, textarea, map, noscript',
    )
    .toArray()) {
    if (root.find(element).length === 0) continue;
    const address =
      element.attribs.src ?? element.attribs.data ?? $(element).find('source').attr('src') ?? '';
    if (element.name === 'noscript') {
      // A picture for browsers without scripts stands beside its lazy twin, which is read.
      const image = /<img[^>]*>/u.exec($(element).text())?.[0];
      if (image !== undefined && $(element).prev('img').length === 0) $(element).replaceWith(image);
      else $(element).remove();
      continue;
    }
    if (/^(?:https?:)?\/\//iu.test(address)) {
      const absolute = address.startsWith('//') ? `https:${address}` : address;
      issues.add(
        'look',
        lineOf(element),
        `The ${element.name} became a link: pages of this site load nothing from other sites.`,
        cleanText(absolute),
      );
      const link = $('<p><a></a></p>');
      link.find('a').attr('href', absolute).text(absolute);
      $(element).replaceWith(link);
    } else {
      const text = textOf($, element);
      issues.add(
        'dropped',
        lineOf(element),
        `A ${element.name} has no place in an article.`,
        cleanText([address, text].filter((part) => part !== '').join(': ') || element.name),
      );
      $(element).remove();
    }
  }
}

/** The headline is not repeated in the text. */
export function dropHeadline($: CheerioAPI, root: Cheerio<AnyNode>, title: string): void {
  const wanted = wordsOf(title).join(' ');
  const [first] = root
    .find('h1, h2, h3, h4, p, div')
    .filter(
      (_, element) => wordsOf(textOf($, element)).join(' ') === wanted && $(element).find('img').length === 0,
    );
  if (first !== undefined) $(first).remove();
}

export function prepareText($: CheerioAPI, root: Cheerio<AnyNode>, issues: IssueList): void {
  for (const link of root.find('a').toArray()) prepareLink($, link, issues);
  // A part that folds is a part of the text.
  for (const summary of root.find('summary').toArray()) summary.tagName = 'p';
  for (const script of root.find('sub, sup').toArray()) {
    if (script.attribs['data-footnote'] !== undefined) continue;
    issues.add(
      'look',
      lineOf(script),
      `Text that was ${script.name === 'sub' ? 'below' : 'above'} the line stands in it now.`,
      textOf($, script),
    );
  }
  for (const heading of root.find(headings).toArray()) {
    $(heading).find('br').replaceWith(' ');
    if (textOf($, heading) === '' && $(heading).find('img').length === 0) $(heading).remove();
  }
  // The headline of the page is the first level; the text begins with the second.
  const levels = root
    .find(headings)
    .toArray()
    .map(({ name }) => Number(name[1]));
  const shift = 2 - Math.min(...levels);
  for (const heading of root.find(headings).toArray()) {
    if (shift !== 0) heading.tagName = `h${Math.min(6, Math.max(2, Number(heading.name[1]) + shift))}`;
  }
  root.find('.wp-block-pullquote blockquote, blockquote.pullquote').attr('data-pull', '');
  for (const figure of root
    .find('.wp-block-pullquote, figure.wp-block-table, figure.wp-block-embed')
    .toArray())
    unwrap($, figure);
}

function prepareLink($: CheerioAPI, link: Element, issues: IssueList): void {
  const href = (link.attribs.href ?? '').trim();
  $(link).removeAttr('title');
  if (href === '' || (textOf($, link) === '' && $(link).find('img').length === 0)) {
    unwrap($, link);
    return;
  }
  const scheme = /^[a-z][a-z0-9+.-]*:/iu.exec(href.replace(/[\u0000-\u0020\u007f-\u00a0]/gu, ''))?.[0];
  if (scheme !== undefined && !keptSchemes.test(scheme)) {
    issues.add(
      'dropped',
      lineOf(link),
      `A link of the kind "${scheme}" is not allowed; its words stay.`,
      cleanText(href.replace(unsafeScheme, '')),
    );
    unwrap($, link);
  } else if (!href.startsWith('#')) {
    // Also whole addresses: they may be those of an article that this run imports.
    // Brackets would end the link in Markdown.
    const encoded = encodeURIComponent(href).replace(/[()]/gu, (bracket) =>
      bracket === '(' ? '%28' : '%29',
    );
    $(link).attr('href', `${importScheme}${lineOf(link)}:${encoded}`);
  }
}
