/**
 * Finds the element of a page that holds its article: where a selector says, or where a readability library finds it.
 * Nothing of the page runs or is fetched. Pure.
 */

import type { Cheerio, CheerioAPI } from 'cheerio';
import type { ImportSelectors } from '../../content/site-config.ts';
import { cleanText } from '../fold-text.ts';
import type { IssueList } from '../import-issue.ts';
import { unsafeScheme } from '../resolve-imported-links.ts';
import { dropDraftComments } from './draft-comments.ts';
import { showHiddenPhotos } from './hidden-photos.ts';
import { addressesOf } from './html-photo.ts';
import { figures, galleries } from './html-photos.ts';
import { type AnyNode, type Element, leafBlocks, parseHtml, removeUnseen, textOf } from './html-tree.ts';
import { unfoldLayoutTables } from './layout-tables.ts';
import { findLeadPhotos, pictureName, turnImageFields } from './lead-photos.ts';

export interface FoundArticle {
  readonly $: CheerioAPI;
  readonly root: Cheerio<AnyNode>;
}

/** Videos of other sites, which become links. */
const embeds = 'iframe[src], video, audio, embed[src], object[data]';

/** Parts that systems set below a story: its comments, and links for those who write some. */
const furniture =
  '.node__links, .link-wrapper, .links.inline, #comments, .comment-wrapper, .comments-area, #disqus_thread';
const imprint = /^(?:©|\(c\)|copyright\b|版权所有|all rights reserved)/iu;

/** @param html of the page, whole; `$` may have lost what site.yaml removes */
export async function findArticle(
  $: CheerioAPI,
  html: string,
  selectors: ImportSelectors | undefined,
  issues: IssueList,
): Promise<FoundArticle | undefined> {
  if (selectors !== undefined) {
    const root = $(selectors.article).first();
    if (root.length > 0) {
      turnImageFields($, $('body'));
      const outside = findLeadPhotos($, $('body')).filter(
        (photo) => !root.toArray().some((part) => $(part).find(photo).length > 0),
      );
      for (const photo of outside.reverse()) root.prepend($(photo));
      return { $, root };
    }
    issues.add(
      'guessed',
      1,
      `Nothing in this page fits the selector ${selectors.article} of site.yaml, so the article was looked for.`,
    );
  }
  return await searchArticle(html, issues);
}

async function searchArticle(html: string, issues: IssueList): Promise<FoundArticle | undefined> {
  const [{ Readability }, { default: DocumentParser }] = await Promise.all([
    import('@mozilla/readability'),
    import('@mozilla/readability/JSDOMParser.js'),
  ]);
  // Lines are kept in attributes, so that they survive the way through the other library.
  const clone = parseHtml(html);
  removeUnseen(clone);
  dropDraftComments(clone, clone('body'), issues);
  unfoldLayoutTables(clone, clone('body'));
  clone(furniture).remove();
  showHiddenPhotos(clone, clone('body'));
  turnImageFields(clone, clone('body'));
  // It takes galleries for rows of advertisements: they are words to it, and pictures again afterwards.
  const kept: string[] = [];
  const keep = (element: Element): number => {
    const number = kept.push(clone.html(element)) - 1;
    clone(element).replaceWith(`<p>XKEPTX${number}X</p>`);
    return number;
  };
  const leads = findLeadPhotos(clone, clone('body')).map(keep);
  for (const element of clone(`${galleries}, ${figures}, ${embeds}`).toArray()) {
    const isPicture = clone(element).is(embeds) || clone(element).find('img').length > 0;
    if (clone.root().find(element).length === 0 || !isPicture) continue;
    keep(element);
  }
  // It takes links that run a script away without a word; they are to be reported.
  for (const link of clone('a[href]').toArray()) {
    const href = link.attribs.href ?? '';
    if (/^[\s\u0000-\u0020]*j\s*a\s*v\s*a/iu.test(href)) link.attribs.href = `${unsafeScheme}${href}`;
  }
  const article = new Readability(new DocumentParser().parse(clone.xml()), {
    keepClasses: true,
    charThreshold: 200,
  }).parse();
  const content = article?.content;
  if (content == null || cleanText(article?.textContent ?? '') === '') return undefined;
  const whole = content.replace(
    /<p>XKEPTX(\d+)X<\/p>/gu,
    (_mark, number: string) => kept[Number(number)] ?? '',
  );
  const inText = parseHtml(whole);
  // Leads that stand outside of what it takes for the article come first, unless the text shows them again.
  const lost = leads
    .filter((number) => !content.includes(`XKEPTX${number}X`))
    .map((number) => kept[number] ?? '')
    .filter((lead) => !showsPicture(inText, parseHtml(lead)));
  const found = parseHtml(lost.join('') + whole);
  dropImprint(found);
  return { $: found, root: found('body') };
}

function showsPicture(text: CheerioAPI, lead: CheerioAPI): boolean {
  const namesIn = ($: CheerioAPI) =>
    $('img')
      .toArray()
      .map((image) => pictureName(addressesOf($, image)[0] ?? ''));
  const shown = new Set(namesIn(text));
  return namesIn(lead).every((name) => shown.has(name));
}

/** The last line of a page is that of its site. */
function dropImprint($: CheerioAPI): void {
  for (const leaf of leafBlocks($('body')).toReversed()) {
    const text = textOf($, leaf);
    if (text !== '' && !imprint.test(text)) return;
    if (text !== '' && $(leaf).find('img').length === 0) $(leaf).remove();
  }
}
