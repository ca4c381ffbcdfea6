/** Takes out of an article's HTML what is no text: embeds become links, the headline goes. What is lost is reported. Pure. */

import type { Cheerio, CheerioAPI } from 'cheerio';
import { cleanText, wordsOf } from '../fold-text.ts';
import type { IssueList } from '../import-issue.ts';
import { type AnyNode, type Element, leafBlocks, lineOf, linesOf, textOf } from './html-tree.ts';
import { isShown } from './inline-paragraphs.ts';

const hidden =
  '[hidden], [style*="display:none" i], [style*="display: none" i], [style*="visibility:hidden" i], [style*="visibility: hidden" i]';
/** Parts that a reader opens. */
const opened = /collaps|accordion|tab|toggle|spoiler|expand|more|panel|content/iu;

/** What no reader of the page saw. */
export function dropHidden($: CheerioAPI, root: Cheerio<AnyNode>, issues: IssueList): void {
  for (const element of root.find(hidden).toArray()) {
    if (
      root.find(element).length === 0 ||
      opened.test(`${element.attribs.class ?? ''} ${element.attribs.id ?? ''}`)
    )
      continue;
    if (element.name === 'img' || $(element).find('img').length > 0 || element.name === 'hr') continue;
    const text = textOf($, element);
    if (text !== '') issues.add('dropped', lineOf(element), 'This was hidden on the old page.', text);
    $(element).remove();
  }
}

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
    } else if (/^(?:video|audio)$/u.test(element.name) && address !== '') {
      const link = $('<p><a></a></p>');
      link.find('a').attr('href', address).text(address.replace(/^.*\//u, ''));
      $(element).replaceWith(link);
      issues.add(
        'look',
        lineOf(element),
        'A film or a sound became a link to its file. To show it, write it as a photo is written.',
        address,
      );
    } else {
      const text = textOf($, element);
      issues.add(
        'dropped',
        lineOf(element),
        `${/^[aeiou]/u.test(element.name) ? 'An' : 'A'} ${element.name} has no place in an article.`,
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
  else dropFirstLine($, root, wanted);
}

/** The headline above the byline, in one paragraph. */
function dropFirstLine($: CheerioAPI, root: Cheerio<AnyNode>, wanted: string): void {
  const [opening] = leafBlocks(root).filter((leaf) => textOf($, leaf) !== '');
  const [lineBreak] = $(opening).children('br');
  if (opening === undefined || lineBreak === undefined) return;
  if (wordsOf(linesOf($, opening)[0] ?? '').join(' ') !== wanted) return;
  const contents = $(opening).contents().toArray();
  const above = contents.slice(0, contents.indexOf(lineBreak) + 1);
  if (above.some((node) => $(node).is('img') || $(node).find('img').length > 0)) return;
  for (const node of above) $(node).remove();
}

/** Rules above the first and below the last thing that a story has. */
export function dropOuterRules($: CheerioAPI, root: Cheerio<AnyNode>): void {
  for (const rule of root.find('hr').toArray())
    if (!hasBeside($, root, rule, 'prev') || !hasBeside($, root, rule, 'next')) $(rule).remove();
}

function hasBeside($: CheerioAPI, root: Cheerio<AnyNode>, from: Element, side: 'prev' | 'next'): boolean {
  for (let at: AnyNode | null = from; at !== null && !root.is(at); at = at.parent)
    for (let beside: AnyNode | null = at[side]; beside !== null; beside = beside[side])
      if (isShown($, beside)) return true;
  return false;
}
