/** From markdown-it's flat tokens to typed blocks. */

import type Token from 'markdown-it/lib/token.mjs';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { defined } from '../text/defined.ts';
import type { Block, BodyPlace, FigureBlock, Html, Insert } from './block.ts';
import { dialect } from './dialect.ts';
import type { DialectState } from './dialect-state.ts';
import { readFilmAddress } from './film-address.ts';
import { htmlPieces } from './html-pieces.ts';
import type { ImageContext } from './image-texts.ts';
import { inlineText } from './inline-text.ts';
import { isChartFile, readChart } from './read-chart.ts';
import { readFilm } from './read-film.ts';
import { readPhoto } from './read-photo.ts';
import type { TextPlaces } from './text-places.ts';

export class BlockBuilder {
  readonly diagnostics: Diagnostic[] = [];
  readonly #state: DialectState;
  readonly #places: TextPlaces;
  readonly #file: string;
  readonly #folder: string;

  constructor(state: DialectState, places: TextPlaces, file: string, folder: string) {
    this.#state = state;
    this.#places = places;
    this.#file = file;
    this.#folder = folder;
  }

  build(tokens: readonly Token[]): Block[] {
    const blocks: Block[] = [];
    let prose: Token[] = [];
    const endProse = () => {
      if (prose.length > 0) blocks.push({ kind: 'prose', html: this.#render(prose) });
      prose = [];
    };
    for (const group of topLevelGroups(tokens)) {
      const [first] = group;
      if (first === undefined) continue;
      const images = imagesOf(group);
      if (first.type === 'container_open') {
        endProse();
        blocks.push(...this.#container(first, group.slice(1, -1)));
      } else if (first.type === 'footnote_block_open') {
        endProse();
        this.#reportImages(group);
        blocks.push({ kind: 'footnotes', html: this.#render(group) });
      } else if (images !== undefined) {
        endProse();
        blocks.push(...this.#figures(images));
      } else {
        this.#reportImages(group);
        for (const token of group) prose.push(token);
      }
    }
    endProse();
    return blocks;
  }

  #figures(images: readonly Token[]): Block[] {
    const [lone] = images;
    const insert = images.length === 1 && lone !== undefined ? this.#insert(lone) : undefined;
    if (insert !== undefined) return [...insert];
    const figures = images.flatMap((image) => this.#figure(image) ?? []);
    const [first] = figures;
    if (first === undefined) return [];
    return images.length === 1 ? [first] : [{ kind: 'gallery', figures }];
  }

  #container(open: Token, content: readonly Token[]): Block[] {
    const title = this.#state.containerTitles.get(open);
    const line = open.map?.[0] ?? 0;
    if (content.length === 0 && open.info !== '') {
      this.#report(
        this.#places.ofLine(line),
        'empty-block',
        `The block ::: ${open.info} has nothing in it.`,
        'Write its text between the two lines of colons, or delete both.',
      );
      return [];
    }
    const titled = title === undefined ? {} : { title };
    switch (open.info) {
      case 'gallery':
        return this.#gallery(content, titled);
      case 'quote':
        return [this.#quote(content, title)];
      case 'note':
      case 'facts':
        return [{ kind: open.info, ...titled, blocks: this.build(content) }];
      default:
        return this.build(content);
    }
  }

  #gallery(content: readonly Token[], titled: { readonly title?: string }): Block[] {
    const figures = topLevelGroups(content).flatMap((group): FigureBlock[] => {
      const images = imagesOf(group);
      if (images !== undefined) return images.flatMap((image) => this.#figure(image) ?? []);
      this.#report(
        this.#places.ofLine(group[0]?.map?.[0] ?? 0),
        'gallery-content',
        'A gallery holds photos only.',
        'Move this text above or below the gallery; what belongs to one photo is its caption.',
      );
      return [];
    });
    return figures.length === 0 ? [] : [{ kind: 'gallery', ...titled, figures }];
  }

  /** Who said it stands in the last line behind a dash, or after the block's name. */
  #quote(content: readonly Token[], title: string | undefined): Block {
    this.#reportImages(content);
    const { said, speaker } = splitQuote(content);
    const attribution = speaker ?? title;
    return {
      kind: 'quote',
      ...defined({ attribution }),
      html: this.#render(said),
    };
  }

  #figure(image: Token): FigureBlock | undefined {
    if (this.#insert(image) !== undefined) {
      this.#report(
        this.#placeOfImage(image),
        'gallery-content',
        'A film or a chart stands alone, not among photos.',
        'Leave an empty line above and below it, and move it out of the gallery.',
      );
      return undefined;
    }
    const { figure, diagnostics } = readPhoto(image, this.#contextOf(image));
    this.diagnostics.push(...diagnostics);
    return figure;
  }

  /** A film or a chart: undefined where the image is neither; without an entry where it cannot be shown. */
  #insert(image: Token): readonly Insert[] | undefined {
    const address = String(image.attrGet('src') ?? '');
    if (isChartFile(address)) {
      const { chart, diagnostics } = readChart(image, this.#contextOf(image));
      this.diagnostics.push(...diagnostics);
      return chart === undefined ? [] : [chart];
    }
    const reading = readFilmAddress(address);
    if (reading === undefined) return undefined;
    const { film, diagnostics } = readFilm(image, reading, this.#contextOf(image));
    this.diagnostics.push(...diagnostics);
    return film === undefined ? [] : [film];
  }

  #contextOf(image: Token): ImageContext {
    return {
      state: this.#state,
      folder: this.#folder,
      file: this.#file,
      place: this.#placeOfImage(image),
      source: this.#imageSources.get(image) ?? '',
    };
  }

  readonly #imageSources = new WeakMap<Token, string>();
  readonly #imagePlaces = new WeakMap<Token, BodyPlace>();

  /** Notes what images of an inline token say and where; call for every inline token before `build`. */
  noteImages(inline: Token): void {
    const children = inline.children ?? [];
    for (const token of children) {
      const stretch = token.type === 'image' ? this.#state.places.get(token) : undefined;
      if (stretch === undefined) continue;
      this.#imageSources.set(token, inline.content.slice(stretch.start, stretch.end));
      const place = this.#places.ofStretch(children, stretch);
      if (place !== undefined) this.#imagePlaces.set(token, place);
    }
  }

  #placeOfImage(image: Token): BodyPlace {
    return this.#imagePlaces.get(image) ?? this.#places.ofLine(0);
  }

  #reportImages(tokens: readonly Token[]): void {
    for (const [before, image, after] of tokens.flatMap(({ children }) =>
      (children ?? []).map((child, index, all) => [all[index - 1], child, all[index + 1]] as const),
    )) {
      if (image.type !== 'image') continue;
      const isSplit = /^\s+\{/u.test(after?.content ?? '');
      const hasOwnLine =
        (before === undefined || before.type === 'softbreak') &&
        (after === undefined || after.type === 'softbreak');
      this.#report(
        this.#placeOfImage(image),
        'image-in-text',
        'A photo cannot stand inside a line of text, a list or a table.',
        isSplit
          ? 'Delete the space before the brace: ![…](photo.jpg "Caption"){credit="LI Hua"}'
          : (after?.content ?? '').startsWith('{')
            ? 'Close the braces, with straight or curly quotation marks around the name: {credit="LI Hua"}'
            : hasOwnLine
              ? 'Leave an empty line above and below it. If the next line is its caption, write that in quotes behind the file name: ![…](photo.jpg "Caption")'
              : 'Put it on a line of its own, with an empty line above and below.',
      );
    }
  }

  #render(tokens: readonly Token[]): Html {
    for (const { type, info, map } of tokens) {
      // An unknown block has a diagnostic of its own.
      if (type !== 'container_open' || info === '') continue;
      this.#report(
        this.#places.ofLine(map?.[0] ?? 0),
        'misplaced-block',
        `The block ::: ${info} cannot stand inside a list or a quotation.`,
        'Move it above or below, so that its colons begin the line.',
      );
    }
    const rendered = dialect.renderer.render([...tokens], dialect.options, this.#state);
    return htmlPieces(rendered, this.#state.targetList);
  }

  #report(place: BodyPlace, code: DiagnosticCode, message: string, hint: string): void {
    this.diagnostics.push({ code, severity: 'error', file: this.#file, ...place, message, hint });
  }
}

const speakerLine = /^\s*(?:—|–|--|——)\s*(.+)$/su;

/** Splits the words of a quote from the line that names who said them: its last paragraph, or the last line of that. */
function splitQuote(content: readonly Token[]): {
  readonly said: readonly Token[];
  readonly speaker: string | undefined;
} {
  const groups = topLevelGroups(content);
  const last = groups.at(-1)?.[1];
  const words = last?.type === 'inline' ? (last.children ?? []) : [];
  const lineEnd = words.findLastIndex(({ type }) => type === 'softbreak' || type === 'hardbreak');
  const speaker = speakerLine.exec(inlineText(words.slice(lineEnd + 1)))?.[1]?.trim();
  if (last === undefined || speaker === undefined) return { said: content, speaker: undefined };
  if (lineEnd >= 0) {
    last.children = words.slice(0, lineEnd);
    return { said: content, speaker };
  }
  return groups.length > 1
    ? { said: groups.slice(0, -1).flat(), speaker }
    : { said: content, speaker: undefined };
}

/** Splits a flat list of tokens into its outermost elements. */
function topLevelGroups(tokens: readonly Token[]): Token[][] {
  const groups: Token[][] = [];
  let group: Token[] = [];
  let depth = 0;
  for (const token of tokens) {
    group.push(token);
    depth += token.nesting;
    if (depth === 0) {
      groups.push(group);
      group = [];
    }
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

/** The images of a paragraph that holds nothing else. */
function imagesOf(group: readonly Token[]): Token[] | undefined {
  const [open, inline] = group;
  if (open?.type !== 'paragraph_open' || inline?.type !== 'inline') return undefined;
  const children = (inline.children ?? []).filter(
    ({ type, content }) => type !== 'softbreak' && !(type === 'text' && content.trim() === ''),
  );
  return children.length > 0 && children.every(({ type }) => type === 'image') ? children : undefined;
}
