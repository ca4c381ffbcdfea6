/**
 * The body of an article or page: Markdown in, typed blocks with their places and everything that is wrong out.
 * Never throws, whatever the text. Pure: reads no file, so links and photos are only named here.
 */

import type Token from 'markdown-it/lib/token.mjs';
import { type Diagnostic, startOf } from '../diagnostics/diagnostic.ts';
import { didYouMean, meantWords } from '../diagnostics/did-you-mean.ts';
import { listSome } from '../text/list-some.ts';
import type { Body, BodyPlace, DocumentLink, Heading } from './block.ts';
import { BlockBuilder } from './build-blocks.ts';
import { coverStretches, opaqueStretches } from './cover.ts';
import { dialect } from './dialect.ts';
import { DialectState } from './dialect-state.ts';
import { figuresOf, insertsOf } from './figures-of.ts';
import { HeadingIds } from './heading-ids.ts';
import { hiddenDirections } from './hidden-direction.ts';
import { inlineText } from './inline-text.ts';
import type { ParseOptions } from './parse-options.ts';
import { resolveLinks } from './resolve-links.ts';
import { TextPlaces } from './text-places.ts';
import { findUnreadPhotos, mayHoldPhoto } from './unread-photos.ts';

/** Guesses made for one text: each compares with all headings, and no editor fixes more at once. */
const maximumGuesses = 50;

export interface ParsedBody {
  readonly body: Body;
  readonly diagnostics: readonly Diagnostic[];
}

export function parseBody(source: string, options: ParseOptions): ParsedBody {
  const state = new DialectState();
  let tokens: Token[];
  try {
    tokens = dialect.parse(source, state);
  } catch (error) {
    return unreadable(error, options);
  }
  return readTokens(tokens, source, state, options);
}

function readTokens(
  tokens: readonly Token[],
  source: string,
  state: DialectState,
  options: ParseOptions,
): ParsedBody {
  const { file, folder, firstLine } = options;
  const places = new TextPlaces(source, tokens, firstLine, state);
  const builder = new BlockBuilder(state, places, file, folder);
  const diagnostics: Diagnostic[] = [];
  const links: DocumentLink[] = [];
  const fragments: { readonly id: string; readonly place: BodyPlace }[] = [];
  for (const inline of tokens) {
    if (inline.type !== 'inline' || inline.children === null) continue;
    const { children } = inline;
    builder.noteImages(inline);
    const resolved = resolveLinks(children, {
      state,
      folder,
      file,
      placeOf: (token) =>
        places.ofStretch(children, state.places.get(token) ?? { start: 0, end: 0 }) ?? places.ofLine(0),
    });
    for (const diagnostic of resolved.diagnostics) diagnostics.push(diagnostic);
    for (const link of resolved.links) links.push(link);
    for (const fragment of resolved.fragments) fragments.push(fragment);
  }
  for (const diagnostic of unreadPhotos(tokens, state, places, file)) diagnostics.push(diagnostic);
  const headings = readHeadings(tokens, state, places);
  for (const { tokens: children, start, end, code, severity, message, hint } of state.inlineNotices) {
    const place = places.ofStretch(children, { start, end });
    if (place !== undefined) diagnostics.push({ code, severity, file, ...place, message, hint });
  }
  for (const { line, ...columns } of hiddenDirections(source)) {
    diagnostics.push({
      code: 'text-direction',
      severity: 'error',
      file,
      line: firstLine + line,
      ...columns,
      message:
        'A hidden character turns the direction of this line around: readers would see other words than yours.',
      hint: 'Delete the line and type it anew instead of pasting it.',
    });
  }
  for (const { line, ...notice } of state.lineNotices)
    diagnostics.push({ ...notice, file, ...places.ofLine(line) });
  const blocks = builder.build(tokens);
  return {
    body: {
      blocks,
      figures: figuresOf(blocks),
      inserts: insertsOf(blocks),
      headings,
      links,
      text: plainText(tokens),
    },
    diagnostics: [...diagnostics, ...fragmentDiagnostics(fragments, headings, file), ...builder.diagnostics],
  };
}

/** Photos that readers would see as brackets: found before anything is published. */
function unreadPhotos(
  tokens: readonly Token[],
  state: DialectState,
  places: TextPlaces,
  file: string,
): Diagnostic[] {
  const opaque = opaqueStretches(state);
  return tokens.flatMap(({ type, content, children }) => {
    if (type !== 'inline' || children === null || !mayHoldPhoto(content)) return [];
    return findUnreadPhotos(content, coverStretches(content, opaque.get(children) ?? [])).flatMap(
      ({ instead, ...stretch }): Diagnostic[] => {
        const place = places.ofStretch(children, stretch);
        if (place === undefined) return [];
        return [
          {
            code: 'unread-photo',
            severity: 'error',
            file,
            ...place,
            message: 'This is not read as a photo: readers would see it as it is typed.',
            hint:
              instead === undefined
                ? 'Type it anew, alone on its line: ![What is to be seen](photo.jpg "Caption")'
                : `Write ${instead}`,
          },
        ];
      },
    );
  });
}

function readHeadings(tokens: readonly Token[], state: DialectState, places: TextPlaces): Heading[] {
  const ids = new HeadingIds();
  return tokens.flatMap((token, index): Heading[] => {
    if (token.type !== 'heading_open') return [];
    const text = inlineText(tokens[index + 1]?.children ?? []).trim();
    const id = ids.assign(text);
    state.headingIds.set(token, id);
    return [{ level: Number(token.tag.slice(1)), id, text, place: places.ofLine(token.map?.[0] ?? 0) }];
  });
}

function fragmentDiagnostics(
  fragments: readonly { readonly id: string; readonly place: BodyPlace }[],
  headings: readonly Heading[],
  file: string,
): Diagnostic[] {
  const ids = headings.map(({ id }) => id);
  const known = new Set(ids);
  let guesses = 0;
  return fragments.flatMap(({ id, place }): Diagnostic[] => {
    if (id === '' || known.has(id) || /^(?:photo|footnote)-\d+$/u.test(id)) return [];
    guesses += 1;
    const guess = guesses > maximumGuesses ? undefined : didYouMean(id, ids);
    return [
      {
        code: 'broken-link',
        severity: 'error',
        file,
        ...place,
        message: `This page has no heading "#${id}".${meantWords(guess && `#${guess}`)}`,
        hint:
          ids.length === 0
            ? 'Link to a heading of this story, or leave the link out.'
            : `Headings here: ${listSome(ids.map((heading) => `#${heading}`))}.`,
      },
    ];
  });
}

/** Paragraphs, list items and table cells; no headings, captions, footnotes or code. */
function plainText(tokens: readonly Token[]): string {
  const parts: string[] = [];
  let isHeading = false;
  for (const token of tokens) {
    if (token.type === 'footnote_block_open') break;
    if (token.type === 'heading_open') isHeading = true;
    if (token.type === 'heading_close') isHeading = false;
    if (token.type !== 'inline' || isHeading) continue;
    const text = inlineText(token.children ?? []).trim();
    if (text !== '') parts.push(text);
  }
  return parts.join('\n\n');
}

/** markdown-it throws on a few texts that would take it too long, such as exploding reference definitions. */
function unreadable(error: unknown, { file, firstLine }: ParseOptions): ParsedBody {
  const reason = error instanceof Error ? error.message : String(error);
  const diagnostic: Diagnostic = {
    code: 'unreadable-markdown',
    severity: 'error',
    ...startOf(file),
    line: firstLine,
    message: `The text cannot be processed: ${reason}.`,
    hint: 'Look for very long rows of brackets or stars, and take them out.',
  };
  return {
    body: { blocks: [], figures: [], inserts: [], headings: [], links: [], text: '' },
    diagnostics: [diagnostic],
  };
}
