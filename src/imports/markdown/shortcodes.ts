/**
 * The shortcodes of Hugo, the tags of Jekyll and the shortcodes of Eleventy, turned into what every Markdown has:
 * figures and galleries become HTML that is read afterwards, links and code become Markdown, notes and quotations
 * blocks of the dialect. What is not known is taken out and reported; what stands between its tags stays. Pure.
 */

import { escapeXml } from '../../text/xml.ts';
import { cleanText } from '../fold-text.ts';
import {
  captionedHtml,
  captionHtml,
  figureHtml,
  galleryHtml,
  galleryOpening,
  pictureHtml,
} from '../html/figure-html.ts';
import { type ImportIssue, IssueList } from '../import-issue.ts';
import { escapeMarkdown } from '../markdown-text.ts';
import { type LineText, LineWriter } from './line-text.ts';
import {
  type GallerySources,
  galleryPhotos,
  namesPicture,
  readFigure,
  readPhotoLines,
} from './shortcode-photos.ts';
import { findClose, findTags, type ShortcodeTag } from './shortcode-tags.ts';

export interface ShortcodeOptions extends GallerySources {
  readonly displayPath: string;
  /** The line of the file on which the text begins. */
  readonly firstLine: number;
}

export interface ReplacedShortcodes extends LineText {
  readonly issues: readonly ImportIssue[];
}

const figureNames =
  /^(?:figure|fig|img|image|picture|photo|respimg|imgproc|responsive[-_]?image|rimg|imgcap|caption-?image|figure-?img|image-?caption|image-?figure)$/u;
const galleryNames =
  /^(?:gallery|photo-?gallery|image-?gallery|photos|images|photoswipe|lightgallery|carousel|slideshow)$/u;
const videoPages: Readonly<Record<string, string>> = {
  youtube: 'https://www.youtube.com/watch?v=',
  vimeo: 'https://vimeo.com/',
  bilibili: 'https://www.bilibili.com/video/',
  instagram: 'https://www.instagram.com/p/',
  gist: 'https://gist.github.com/',
  dailymotion: 'https://www.dailymotion.com/video/',
  soundcloud: 'https://soundcloud.com/',
  tweet: 'https://twitter.com/i/status/',
  slideshare: 'https://www.slideshare.net/',
  googlevideo: 'https://video.google.com/videoplay?docid=',
  embed: 'https://',
};
const noteNames =
  /^(?:notice|alert|callout|note|tip|info|warning|admonition|hint|aside|box|infobox|danger|important)$/u;
const quoteNames = /^(?:quote|blockquote|pullquote)$/u;
/** Parts that a reader opens. */
const foldNames = /^(?:details|expand|collapse|accordion|spoiler|toggle)$/u;
const silentNames = /^(?:raw|endraw|end|rawhtml|verbatim|endverbatim)$/u;

export function replaceShortcodes(source: string, options: ShortcodeOptions): ReplacedShortcodes {
  return new ShortcodeReplacer(source, options).replace();
}

class ShortcodeReplacer {
  readonly #source: string;
  readonly #options: ShortcodeOptions;
  readonly #issues: IssueList;
  readonly #output: LineWriter;
  readonly #line: (offset: number) => number;

  constructor(source: string, options: ShortcodeOptions) {
    this.#source = source;
    this.#options = options;
    this.#issues = new IssueList(options.displayPath);
    this.#output = new LineWriter(options.firstLine);
    const starts = [...source.matchAll(/\n/gu)].map(({ index }) => index);
    this.#line = (offset) => {
      let low = 0;
      for (let high = starts.length; low < high; ) {
        const middle = (low + high) >> 1;
        if ((starts[middle] ?? 0) < offset) low = middle + 1;
        else high = middle;
      }
      return low + options.firstLine;
    };
  }

  replace(): ReplacedShortcodes {
    const tags = findTags(this.#source);
    let position = 0;
    for (const [index, found] of tags.entries()) {
      if (found.start < position) continue;
      const before = this.#source.slice(position, found.start);
      const close = found.isClosing ? undefined : findClose(tags, index);
      const tagEnd = found.start + found.source.length;
      const end = close === undefined ? tagEnd : close.start + close.source.length;
      // `[{% image … %}](address)`: a picture that is a link.
      const link = before.endsWith('[')
        ? /^\]\(\s*<?([^()\s<>]*)>?[^()]*\)/u.exec(this.#source.slice(end))
        : null;
      if (link !== null && this.#isFigure(found)) {
        const inner = close === undefined ? undefined : this.#source.slice(tagEnd, close.start);
        this.#append(before.slice(0, -1), position);
        this.#replaceFigure(found, inner, link[1]);
        position = end + link[0].length;
        continue;
      }
      this.#append(before, position);
      position = tagEnd;
      const inner = close === undefined ? undefined : this.#source.slice(position, close.start);
      const taken = this.#replaceTag(found, inner);
      if (taken === 'whole' && close !== undefined) position = end;
    }
    this.#append(this.#source.slice(position), position);
    return { ...this.#output.finish(), issues: this.#issues.entries };
  }

  /** Says whether the tag took what stands before its end along. */
  #replaceTag(found: ShortcodeTag, inner: string | undefined): 'whole' | 'tag' {
    const { name, named, plain, kind, isClosing } = found;
    if (kind === 'variable') return this.#replaceVariable(found);
    if (isClosing) {
      if (foldNames.test(name)) return 'tag';
      if (galleryNames.test(name)) this.#appendBlock('</div>', found);
      else if (noteNames.test(name) || quoteNames.test(name)) this.#appendBlock(':::', found);
      return 'tag';
    }
    if (silentNames.test(name)) return 'tag';
    if (name === 'comment') {
      this.#report('dropped', found, 'A comment of the template was left out.', inner);
      return 'whole';
    }
    if (name === 'caption' && inner !== undefined) return this.#replaceCaption(found, inner);
    if (figureNames.test(name)) {
      this.#replaceFigure(found, inner, undefined);
      return 'whole';
    }
    if (galleryNames.test(name)) return this.#replaceGallery(found, inner);
    const post = /^(?:x|tweet|twitter)$/u.test(name) ? named.get('user') : undefined;
    const page = post === undefined ? videoPages[name] : `https://twitter.com/${post}/status/`;
    if (page !== undefined) {
      const id = (named.get('id') ?? plain[0] ?? named.get('url') ?? cleanText(inner ?? '')).replace(
        /&(?:amp;)?[wh]=\d+/gu,
        '',
      );
      const address = /^https?:/u.test(id) ? id : `${page}${name === 'gist' ? plain.join('/') : id}`;
      this.#report(
        'look',
        found,
        `The ${name} became a link: pages of this site load nothing from other sites.`,
        address,
      );
      this.#append(`<${address}>`, found.start);
      return inner === undefined ? 'tag' : 'whole';
    }
    if (name === 'highlight' && inner !== undefined) {
      const fence = '```';
      this.#appendBlock(`${fence}${plain[0] ?? ''}\n${inner.replace(/^\n|\n$/gu, '')}\n${fence}`, found);
      return 'whole';
    }
    if (name === 'ref' || name === 'relref' || name === 'post_url' || name === 'link') {
      this.#append(plain[0] ?? named.get('path') ?? '', found.start);
      return 'tag';
    }
    if (foldNames.test(name) && inner !== undefined) {
      const summary = named.get('summary') ?? named.get('title') ?? plain[0] ?? '';
      if (summary !== '') this.#appendBlock(`**${escapeMarkdown(summary)}**`, found);
      return 'tag';
    }
    if ((noteNames.test(name) || quoteNames.test(name)) && inner !== undefined) {
      const title =
        named.get('title') ??
        named.get('author') ??
        plain.find((word) => !/^(?:note|tip|info|warning|danger|important)$/u.test(word));
      const block = quoteNames.test(name) ? 'quote' : 'note';
      this.#appendBlock(
        `::: ${block}${title === undefined ? '' : ` "${title.replaceAll('"', '”')}"`}`,
        found,
      );
      return 'tag';
    }
    const before = this.#source.slice(Math.max(0, found.start - 200), found.start);
    const picture = namesPicture(found) ? readFigure(found, undefined) : undefined;
    if (picture !== undefined && /(?:\]\(\s*|\b(?:src|href|srcset)\s*=\s*["']?)$/u.test(before)) {
      this.#append(picture.src, found.start);
      return 'tag';
    }
    if (picture !== undefined) {
      this.#replaceFigure(found, inner, undefined);
      return inner === undefined ? 'tag' : 'whole';
    }
    this.#report(
      'dropped',
      found,
      `Nothing here knows the shortcode "${name}".${inner === undefined ? '' : ' What stands inside it was kept.'}`,
      found.source,
    );
    return 'tag';
  }

  /** `{{ "/img/x.jpg" | relative_url }}` is its text; `{{ site.baseurl }}` is nothing; all else is unknown. */
  #replaceVariable(found: ShortcodeTag): 'tag' {
    // Written so that Hugo prints the shortcode itself.
    const printed = /^([<%])\/\*([\s\S]*?)\*\/[>%]$/u.exec(found.inside);
    if (printed !== null) {
      const [open, close] = printed[1] === '<' ? ['<', '>'] : ['%', '%'];
      this.#append(`{{\\${open}${printed[2] ?? ''}${close}}}`, found.start);
      return 'tag';
    }
    const literal = /^(?:"([^"]*)"|'([^']*)')\s*(?:\|.*)?$/su.exec(found.inside);
    if (literal !== null) this.#append(literal[1] ?? literal[2] ?? '', found.start);
    else if (!/^(?:site\.(?:baseurl|url)|\.?Site\.BaseURL|page\.url|baseUrl)\b/u.test(found.inside))
      this.#report('dropped', found, 'A value of the template was left out.', found.source);
    return 'tag';
  }

  #isFigure(found: ShortcodeTag): boolean {
    return (
      found.kind === 'shortcode' && !found.isClosing && (figureNames.test(found.name) || namesPicture(found))
    );
  }

  /** @param link the address that the picture leads to */
  #replaceFigure(found: ShortcodeTag, inner: string | undefined, link: string | undefined): void {
    const { name, source, start } = found;
    const isKnown = figureNames.test(name);
    const figure = readFigure(found, inner);
    if (figure === undefined) {
      this.#report('dropped', found, `No photo is named by this "${name}".`, source + (inner ?? ''));
      return;
    }
    if (!isKnown)
      this.#report(
        'guessed',
        found,
        `The shortcode "${name}" names a picture, so it became a photo.`,
        source,
      );
    else if (figure.isGuessed)
      this.#report(
        'guessed',
        found,
        'Which words are caption and which description was told by their order.',
        source,
      );
    if (figure.unplaced.length > 0)
      this.#report(
        'dropped',
        found,
        'These words of the photo have no place beside its caption, description and credit.',
        figure.unplaced.join('; '),
      );
    const line = this.#line(start);
    const before = this.#source.slice(0, start);
    const address = link ?? figure.link;
    if (address === undefined && before.lastIndexOf('<figure') > before.lastIndexOf('</figure>')) {
      // A figure around the tag has the caption: here stands the picture alone.
      const { src, alt, caption } = figure;
      this.#append(pictureHtml({ src, alt: alt ?? caption }, line), start);
      if (alt !== undefined && caption !== undefined) this.#append(captionHtml(caption), start);
      return;
    }
    const html = figureHtml(figure, line);
    this.#appendBlock(
      address === undefined ? html : `<div><a href="${escapeXml(address)}">${html}</a></div>`,
      found,
    );
  }

  /** `[caption]![](a.jpg) The words below it[/caption]` of WordPress, its picture in Markdown or in HTML. */
  #replaceCaption(found: ShortcodeTag, inner: string): 'whole' | 'tag' {
    const picture =
      /(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?|\[\s*!\[[^\]]*\]\([^)]*\)\s*\]\([^)]*\)|!\[[^\]]*\]\([^)]*\)/iu.exec(
        inner,
      );
    if (picture === null) return 'tag';
    const words = found.named.get('caption') ?? inner.replace(picture[0], ' ').trim();
    this.#appendBlock(captionedHtml(picture[0], words, this.#line(found.start)), found);
    return 'whole';
  }

  #replaceGallery(found: ShortcodeTag, inner: string | undefined): 'whole' | 'tag' {
    const { named, plain } = found;
    const line = this.#line(found.start);
    const title =
      named.get('caption') ??
      named.get('title') ??
      plain.find((word) => inner !== undefined && !/[./\\]/u.test(word));
    const photos = inner === undefined ? galleryPhotos(found, this.#options) : readPhotoLines(inner);
    if (photos === undefined) {
      this.#appendBlock(galleryOpening(title, line), found);
      return 'tag';
    }
    if (photos.length === 0)
      this.#report('dropped', found, 'No photo is named by this gallery.', found.source);
    else this.#appendBlock(galleryHtml(photos, title, line), found);
    return 'whole';
  }

  #append(text: string, offset: number): void {
    this.#output.append(text, this.#line(offset));
  }

  #appendBlock(text: string, { start }: ShortcodeTag): void {
    this.#output.appendBlock(text, this.#line(start));
  }

  #report(kind: ImportIssue['kind'], { start }: ShortcodeTag, message: string, text?: string): void {
    this.#issues.add(kind, this.#line(start), message, cleanText(text ?? ''));
  }
}
