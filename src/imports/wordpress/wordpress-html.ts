/**
 * The text of a WordPress post as plain HTML: block comments go, `[caption]` and `[gallery]` become figures, other
 * shortcodes are taken out and reported, and text without paragraphs gets them as WordPress itself would give them.
 * Every line stays on its line. Pure.
 */

import { escapeXml } from '../../text/xml.ts';
import { lineAttribute } from '../html/html-tree.ts';
import type { ImportIssue } from '../import-issue.ts';
import type { Attachment } from './attachments.ts';
import { withoutBuilders } from './page-builders.ts';
import { withParagraphs } from './post-paragraphs.ts';
import { withFootnotes } from './wordpress-footnotes.ts';

export interface WordpressHtmlOptions {
  readonly displayPath: string;
  readonly firstLine: number;
  readonly attachments: ReadonlyMap<string, Attachment>;
  /** Attachments of this post: a gallery that names none shows them. */
  readonly childrenOf: readonly string[];
  /** The field in which WordPress keeps the notes of a post. */
  readonly footnotes?: string | undefined;
}

/** A word in square brackets is a shortcode only when it looks like one: "[sic]" and "[1]" are text. */
const known = new Set([
  'caption',
  'wp_caption',
  'gallery',
  'embed',
  'video',
  'audio',
  'playlist',
  'code',
  'sourcecode',
]);
/** A block without a text of its own: `<!-- wp:latest-posts /-->`. */
const ownBlock = /<!--\s*wp:([a-z][\w/-]*)(?:(?!<!--)[\s\S])*?\/-->/gu;
/** Of them those that show readers nothing. */
const silentBlocks = new Set([
  'footnotes',
  'spacer',
  'separator',
  'more',
  'nextpage',
  'post-title',
  'post-date',
]);
const shortcode = /\[(\/?)([a-z][\w-]*)((?:\s+[^[\]]*?)?)\s*(\/?)\]/giu;

export function wordpressHtml(
  content: string,
  options: WordpressHtmlOptions,
): { readonly html: string; readonly issues: readonly ImportIssue[] } {
  const { displayPath, firstLine } = options;
  const issues: ImportIssue[] = [];
  // Each step keeps every line in its place, so that places in its own text have the lines of the export.
  const lineIn = (text: string, offset: number) => firstLine + text.slice(0, offset).split('\n').length - 1;
  const reportIn =
    (text: () => string) =>
    (kind: ImportIssue['kind'], offset: number, message: string, words: string): void => {
      issues.push({ kind, file: displayPath, line: lineIn(text(), offset), message, text: words });
    };
  const closed = new Set(
    [...content.matchAll(/\[\/([a-z][\w-]*)\]/giu)].map(([, name = '']) => name.toLowerCase()),
  );

  const reportBlock = reportIn(() => content);
  for (const { 0: whole, 1: name = '', index } of content.matchAll(ownBlock)) {
    if (silentBlocks.has(name)) continue;
    reportBlock(
      'dropped',
      index,
      name === 'block'
        ? 'A block that several posts share stands here; its text is not in the post.'
        : `WordPress itself fills the block "${name}"; nothing of it is in the post.`,
      whole,
    );
  }
  let html = content
    .replace(/<!--\s*\/?wp:(?:(?!<!--)[\s\S])*?-->/gu, keepLines)
    // The text of another page begins a paragraph.
    .replace(/<!--\s*nextpage\s*-->/gu, '<div></div>')
    .replace(/<!--\s*(?:more|noteaser)(?:(?!<!--)[\s\S])*?-->/gu, keepLines);
  // A second link to a file that its name links to.
  html = html.replace(/<a\b[^<>]*\bwp-block-file__button\b[^<>]*>[^<]*<\/a>/giu, keepLines);
  const before = html;
  html = html.replace(
    /\[(?:wp_)?caption([^\]]*)\]((?:(?!\[(?:wp_)?caption)[\s\S])*?)\[\/(?:wp_)?caption\]/gu,
    (whole, attributes: string, inner: string, offset: number) => {
      const image = /(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?/iu.exec(inner);
      const caption =
        attributeOf(attributes, 'caption') ?? (image === null ? inner : inner.replace(image[0], ' ')).trim();
      const line = lineIn(before, offset);
      return `<figure ${lineAttribute}="${line}">${image?.[0] ?? ''}<figcaption>${caption}</figcaption></figure>${'\n'.repeat(whole.split('\n').length - 1)}`;
    },
  );
  const withBuilder = html;
  html = withoutBuilders(html, {
    attachments: options.attachments,
    report: (offset, name, whole) =>
      reportIn(() => withBuilder)(
        'dropped',
        offset,
        `The old site itself filled the shortcode "${name}"; nothing of it is in the post.`,
        whole,
      ),
  });
  html = withFootnotes(linkEmbeds(html, reportIn), options.footnotes);
  const withCodes = html;
  const report = reportIn(() => withCodes);
  html = html.replace(
    shortcode,
    (whole, slash: string, rawName: string, attributes: string, _end, offset: number) => {
      const name = rawName.toLowerCase();
      const isShortcode =
        known.has(name) || closed.has(name) || /=|\s\S/u.test(attributes) || /[_-]/u.test(name);
      if (!isShortcode) return whole;
      if (name === 'gallery' && slash === '') return gallery(whole, attributes, offset, options, report);
      if (name === 'embed') return '';
      if (name === 'video' || name === 'audio') {
        const address =
          attributeOf(attributes, 'src') ?? attributeOf(attributes, 'mp4') ?? attributeOf(attributes, 'mp3');
        return address === undefined
          ? ''
          : `<p><a href="${escapeXml(address)}">${escapeXml(address)}</a></p>`;
      }
      if (name === 'code' || name === 'sourcecode') return slash === '' ? '<pre><code>' : '</code></pre>';
      if (slash === '')
        report(
          'dropped',
          offset,
          `Nothing here knows the shortcode "${name}".${closed.has(name) ? ' What stands inside it was kept.' : ''}`,
          whole,
        );
      return '';
    },
  );
  // Posts of blocks have all their paragraphs; what comes from `[embed]` and the like stands in one.
  return { html: hasBlocks(content) ? html : withParagraphs(html), issues };
}

/** An address alone in its line, or in a block of its own, was shown as what is there. */
function linkEmbeds(
  html: string,
  reportIn: (
    text: () => string,
  ) => (kind: ImportIssue['kind'], offset: number, message: string, words: string) => void,
): string {
  const report = reportIn(() => html);
  return html.replace(
    /(<div class="wp-block-embed__wrapper">\s*|^[ \t]*|\[embed[^\]]*\]\s*)(https?:\/\/[^\s<>"[\]]+)(?=\s*<\/div>|[ \t]*$|\s*\[\/embed\])/gimu,
    (_whole, opening: string, address: string, offset: number) => {
      report(
        'look',
        offset + opening.length,
        'An embedded page became a link: pages of this site load nothing from other sites.',
        address,
      );
      return `${opening}<p><a href="${escapeXml(address)}">${escapeXml(address)}</a></p>`;
    },
  );
}

function gallery(
  whole: string,
  attributes: string,
  offset: number,
  { attachments, childrenOf }: WordpressHtmlOptions,
  report: (kind: ImportIssue['kind'], offset: number, message: string, text: string) => void,
): string {
  const ids = (attributeOf(attributes, 'ids') ?? attributeOf(attributes, 'include') ?? childrenOf.join(','))
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  const missing = ids.filter((id) => !attachments.has(id));
  if (missing.length > 0)
    report('dropped', offset, `Photos of this gallery are not in the export: ${missing.join(', ')}.`, whole);
  if (ids.length === 0)
    report('dropped', offset, 'This gallery names no photo, and none was uploaded to its post.', whole);
  const figures = ids.flatMap((id): string[] => {
    const attachment = attachments.get(id);
    if (attachment === undefined) return [];
    const caption =
      attachment.caption === '' ? '' : `<figcaption>${escapeXml(attachment.caption)}</figcaption>`;
    return [
      `<figure><img src="${escapeXml(attachment.url)}" alt="${escapeXml(attachment.alt)}">${caption}</figure>`,
    ];
  });
  return figures.length === 0 ? '' : `<div class="gallery">${figures.join('')}</div>`;
}

function hasBlocks(content: string): boolean {
  return /<!--\s*wp:/u.test(content);
}

function attributeOf(attributes: string, name: string): string | undefined {
  const match = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s\\]]+))`, 'iu').exec(attributes);
  return match === null ? undefined : (match[1] ?? match[2] ?? match[3]);
}

function keepLines(text: string): string {
  return text.replace(/[^\n]/gu, '');
}
