/**
 * The shortcodes of Hugo, the tags of Jekyll and the shortcodes of Eleventy, turned into what every Markdown has:
 * figures and galleries become HTML that is read afterwards, links and code become Markdown, notes and quotations
 * blocks of the dialect. What is not known is taken out and reported; what stands between its tags stays. Pure.
 */

import { cleanText } from '../fold-text.ts';
import { lineAttribute } from '../html/html-tree.ts';
import type { Loss } from '../loss.ts';
import type { PhotoShelf } from '../photo-shelf.ts';
import { pictureEnding } from '../photo-shelf.ts';

export interface ShortcodeOptions {
  readonly shownFile: string;
  /** Relative to the import folder. */
  readonly file: string;
  /** The line of the file on which the text begins. */
  readonly firstLine: number;
  readonly shelf: PhotoShelf;
  /** Lists of photos in the front matter, by key, for galleries that only name one. */
  readonly galleries: ReadonlyMap<string, readonly FigureArguments[]>;
}

export interface FigureArguments {
  readonly src: string;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
}

export interface LineText {
  readonly text: string;
  /** For each line of the text, the line of the source that it came from. */
  readonly lines: readonly number[];
  readonly losses: readonly Loss[];
}

interface Tag {
  readonly source: string;
  readonly start: number;
  readonly kind: 'shortcode' | 'variable';
  readonly isClosing: boolean;
  readonly name: string;
  readonly inside: string;
  readonly named: ReadonlyMap<string, string>;
  readonly plain: readonly string[];
}

/** Code is shown as it is; there, tags are examples. */
const code = /^(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^\1[`~]*[ \t]*$|(?![\s\S]))|(`+)(?!`)[^\n]*?[^`]\2(?!`)/gmu;
const tag =
  /\{\{[<%](?!\/\*)((?:(?!\{\{)[\s\S])*?)[%>]\}\}|\{%-?((?:(?!\{%)[\s\S])*?)-?%\}|\{\{-?([^{}]*?)-?\}\}/gu;
const argument =
  /([\w-]+)\s*[=:]\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|([^\s,"']+))|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|([^\s,]+)/gu;

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
};
const noteNames =
  /^(?:notice|alert|callout|note|tip|info|warning|admonition|hint|aside|box|infobox|danger|important)$/u;
const quoteNames = /^(?:quote|blockquote|pullquote)$/u;
const silentNames = /^(?:raw|endraw|end|rawhtml|verbatim|endverbatim)$/u;

export function replaceShortcodes(source: string, options: ShortcodeOptions): LineText {
  return new ShortcodeReplacer(source, options).replace();
}

class ShortcodeReplacer {
  readonly #source: string;
  readonly #options: ShortcodeOptions;
  readonly #losses: Loss[] = [];
  readonly #output: { text: string; line: number }[] = [{ text: '', line: 1 }];
  readonly #line: (offset: number) => number;

  constructor(source: string, options: ShortcodeOptions) {
    this.#source = source;
    this.#options = options;
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

  replace(): LineText {
    this.#output[0] = { text: '', line: this.#options.firstLine };
    const tags = this.#tags();
    let position = 0;
    for (const [index, found] of tags.entries()) {
      if (found.start < position) continue;
      this.#append(this.#source.slice(position, found.start), position);
      position = found.start + found.source.length;
      const close = found.isClosing ? undefined : findClose(tags, index);
      const inner = close === undefined ? undefined : this.#source.slice(position, close.start);
      const taken = this.#replaceTag(found, inner);
      if (taken === 'whole' && close !== undefined) position = close.start + close.source.length;
    }
    this.#append(this.#source.slice(position), position);
    return {
      text: this.#output.map(({ text }) => text).join('\n'),
      lines: this.#output.map(({ line }) => line),
      losses: this.#losses,
    };
  }

  #tags(): Tag[] {
    const codes = [...this.#source.matchAll(code)].map(
      (match) => [match.index, match.index + match[0].length] as const,
    );
    return [...this.#source.matchAll(tag)].flatMap((match): Tag[] => {
      const [source, hugo, liquid, variable] = match;
      if (codes.some(([start, end]) => match.index >= start && match.index < end)) return [];
      const inside = (hugo ?? liquid ?? variable ?? '').trim();
      return [readTag(source, match.index, inside, variable === undefined ? 'shortcode' : 'variable')];
    });
  }

  /** Says whether the tag took what stands before its end along. */
  #replaceTag(found: Tag, inner: string | undefined): 'whole' | 'tag' {
    const { name, named, plain, kind, isClosing } = found;
    if (kind === 'variable') return this.#replaceVariable(found);
    if (isClosing) {
      if (galleryNames.test(name)) this.#appendBlock('</div>', found);
      else if (noteNames.test(name) || quoteNames.test(name)) this.#appendBlock(':::', found);
      return 'tag';
    }
    if (silentNames.test(name)) return 'tag';
    if (name === 'comment') {
      this.#lose('dropped', found, 'A comment of the template was left out.', inner);
      return 'whole';
    }
    if (figureNames.test(name)) {
      const figure = figureOf(found, inner);
      if (figure === undefined)
        this.#lose('dropped', found, `No photo is named by this "${name}".`, found.source + (inner ?? ''));
      else {
        if (figure.isGuessed)
          this.#lose(
            'guessed',
            found,
            'Which words are caption and which description was told by their order.',
            found.source,
          );
        this.#appendBlock(figureHtml(figure, this.#line(found.start)), found);
      }
      return 'whole';
    }
    if (galleryNames.test(name)) return this.#replaceGallery(found, inner);
    const page = videoPages[name];
    if (page !== undefined) {
      const id = named.get('id') ?? plain[0] ?? '';
      const address = /^https?:/u.test(id) ? id : `${page}${name === 'gist' ? plain.join('/') : id}`;
      this.#lose(
        'look',
        found,
        `The ${name} became a link: pages of this site load nothing from other sites.`,
        address,
      );
      this.#append(`<${address}>`, found.start);
      return 'tag';
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
    this.#lose(
      'dropped',
      found,
      `Nothing here knows the shortcode "${name}".${inner === undefined ? '' : ' What stands inside it was kept.'}`,
      found.source,
    );
    return 'tag';
  }

  /** `{{ "/img/x.jpg" | relative_url }}` is its text; `{{ site.baseurl }}` is nothing; all else is unknown. */
  #replaceVariable(found: Tag): 'tag' {
    const literal = /^(?:"([^"]*)"|'([^']*)')\s*(?:\|.*)?$/su.exec(found.inside);
    if (literal !== null) this.#append(literal[1] ?? literal[2] ?? '', found.start);
    else if (!/^(?:site\.(?:baseurl|url)|\.?Site\.BaseURL|page\.url|baseUrl)\b/u.test(found.inside))
      this.#lose('dropped', found, 'A value of the template was left out.', found.source);
    return 'tag';
  }

  #replaceGallery(found: Tag, inner: string | undefined): 'whole' | 'tag' {
    const { named, plain } = found;
    const title =
      named.get('caption') ??
      named.get('title') ??
      plain.find((word) => inner !== undefined && !/[./\\]/u.test(word));
    if (inner !== undefined) {
      const files = inner
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
      if (
        files.length > 0 &&
        files.every(
          (line) =>
            /^[^\s!<{[]+(?:\s*\|.*)?$/u.test(line) && pictureEnding.test(line.split('|')[0]?.trim() ?? ''),
        )
      ) {
        const photos = files.map(
          (line): FigureArguments => ({
            src: line.split('|')[0]?.trim() ?? '',
            caption: line.split('|')[1]?.trim(),
          }),
        );
        this.#appendBlock(galleryHtml(photos, title, this.#line(found.start)), found);
        return 'whole';
      }
      this.#appendBlock(
        `<div class="gallery" ${lineAttribute}="${this.#line(found.start)}">${title === undefined ? '' : `<p>${escapeHtml(title)}</p>`}`,
        found,
      );
      return 'tag';
    }
    const photos = this.#photosOf(found, plain);
    if (photos.length === 0) this.#lose('dropped', found, 'No photo is named by this gallery.', found.source);
    else this.#appendBlock(galleryHtml(photos, title, this.#line(found.start)), found);
    return 'whole';
  }

  #photosOf({ named, name }: Tag, plain: readonly string[]): readonly FigureArguments[] {
    const listed = [
      ...plain,
      ...(named.get('images') ?? named.get('src') ?? named.get('files') ?? '').split(','),
    ]
      .map((entry) => entry.replace(/[[\]"']/gu, '').trim())
      .filter((entry) => pictureEnding.test(entry));
    if (listed.length > 0) return listed.map((src) => ({ src }));
    const key = named.get('id') ?? name;
    const own = this.#options.galleries.get(key) ?? this.#options.galleries.get('gallery');
    const folder =
      named.get('dir') ?? named.get('folder') ?? named.get('match')?.replace(/\*.*$/u, '') ?? plain[0];
    if (folder === undefined) return own ?? [];
    const { file, shelf } = this.#options;
    const here = file.split('/').slice(0, -1);
    const wanted = folder.replace(/^\.?\/|\/$/gu, '');
    const places = [
      [...here, wanted].filter((part) => part !== '').join('/'),
      wanted,
      `static/${wanted}`,
      `assets/${wanted}`,
    ];
    const found = places.map((place) => shelf.picturesIn(place)).find((files) => files.length > 0) ?? [];
    return found.length > 0 ? found.sort().map((src) => ({ src: `/${src}` })) : (own ?? []);
  }

  #append(text: string, offset: number): void {
    let line = this.#line(offset);
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) {
        line += 1;
        this.#output.push({ text: part, line });
      } else {
        const last = this.#output.at(-1);
        if (last !== undefined) this.#output[this.#output.length - 1] = { ...last, text: last.text + part };
      }
    }
  }

  /** A block stands alone, whatever stood around its tag. */
  #appendBlock(text: string, { start }: Tag): void {
    const line = this.#line(start);
    for (const part of ['', ...text.split('\n'), '', '']) this.#output.push({ text: part, line });
  }

  #lose(kind: Loss['kind'], { start }: Tag, message: string, text?: string): void {
    const words = cleanText(text ?? '');
    this.#losses.push({
      kind,
      file: this.#options.shownFile,
      line: this.#line(start),
      message,
      ...(words === '' ? {} : { text: words }),
    });
  }
}

function readTag(source: string, start: number, inside: string, kind: Tag['kind']): Tag {
  const isClosing = /^\/|^end(?=\w)/u.test(inside);
  const [head = '', ...rest] = inside.replace(/^\/\s*/u, '').split(/(?<=^\S+)\s/u);
  let name = head.replace(/^end(?=\w)/u, '').toLowerCase();
  const named = new Map<string, string>();
  const plain: string[] = [];
  for (const match of rest.join(' ').matchAll(argument)) {
    const [, key, ...values] = match;
    const value = (values.find((candidate) => candidate !== undefined) ?? '').replace(/\\(["'])/gu, '$1');
    if (key === undefined) plain.push(value);
    else named.set(key.toLowerCase(), value);
  }
  if (name === 'include' || name === 'include_relative' || name === 'render' || name === 'include_cached') {
    name = (plain.shift() ?? '')
      .replace(/^.*\//u, '')
      .replace(/\.\w+$/u, '')
      .toLowerCase();
  }
  return {
    source,
    start,
    kind,
    isClosing,
    name: name.replace(/\/$/u, ''),
    inside,
    named,
    plain: plain.filter((word) => word !== '/'),
  };
}

function findClose(tags: readonly Tag[], index: number): Tag | undefined {
  const open = tags[index];
  let depth = 0;
  for (const candidate of tags.slice(index + 1)) {
    if (candidate.kind === 'variable' || candidate.name !== open?.name) continue;
    if (!candidate.isClosing) depth += 1;
    else if (depth === 0) return candidate;
    else depth -= 1;
  }
  return undefined;
}

/** Named words say what they are; of words in a row the one that looks like a file is it, the next is the caption. */
function figureOf(
  { name, named, plain }: Tag,
  inner: string | undefined,
): (FigureArguments & { readonly isGuessed: boolean }) | undefined {
  const rest = [...plain];
  const at = rest.findIndex((word) => pictureEnding.test(word.replace(/[?#].*$/u, '')));
  const src =
    named.get('src') ??
    named.get('image_path') ??
    named.get('image') ??
    named.get('file') ??
    named.get('url') ??
    named.get('path') ??
    (at === -1 ? rest[0] : rest[at]);
  if (src === undefined || src === '') return undefined;
  // Sizes for the browser have spaces too, but are no words.
  const others = rest.filter(
    (word) =>
      word !== src && /\s|\p{Script=Han}/u.test(word) && !/\b\d+(?:\.\d+)?(?:vw|px|r?em)\b/u.test(word),
  );
  const isPicture = /^(?:img|image|picture|respimg|rimg)$/u.test(name);
  const [first, second] = others;
  const alt = named.get('alt') ?? (isPicture ? first : second);
  const body = cleanText((inner ?? '').replace(/<\/?[^>]+>/gu, ' '));
  const caption =
    (body === '' ? undefined : body) ??
    named.get('caption') ??
    (isPicture ? second : first) ??
    named.get('title');
  const credit =
    named.get('attr') ?? named.get('credit') ?? named.get('attribution') ?? named.get('photographer');
  return { src, alt, caption, credit, isGuessed: others.length > 0 };
}

function figureHtml({ src, alt, caption, credit }: FigureArguments, line: number): string {
  const words = caption === undefined ? '' : markdownMark(caption);
  const name = credit === undefined ? '' : ` <span class="credit">${escapeHtml(credit)}</span>`;
  const below = words === '' && name === '' ? '' : `<figcaption>${words}${name}</figcaption>`;
  return `<figure ${lineAttribute}="${line}"><img ${lineAttribute}="${line}" src="${escapeHtml(src)}" alt="${escapeHtml(alt ?? '')}">${below}</figure>`;
}

function galleryHtml(photos: readonly FigureArguments[], title: string | undefined, line: number): string {
  const heading = title === undefined ? '' : `<p>${escapeHtml(title)}</p>`;
  return `<div class="gallery" ${lineAttribute}="${line}">${heading}${photos.map((photo) => figureHtml(photo, line)).join('')}</div>`;
}

/** Captions are Markdown, which the reader of the body turns into HTML. */
function markdownMark(text: string): string {
  return `<span data-markdown="${escapeHtml(text.replace(/\s+/gu, ' ').trim())}"></span>`;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
