/** Resolves a body: its pictures are found, its links get their addresses. */

import { isOverTime, kindOfChart } from '../content/chart-kind.ts';
import type { DataTables } from '../content/load-tables.ts';
import type { Transcripts } from '../content/load-transcripts.ts';
import { unknownSource } from '../content/source-field.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Block, Body, ChartBlock, FigureBlock, FilmBlock, Html } from '../markdown/block.ts';
import type { Photo } from '../photos/photo.ts';
import { joinSources, readTypedSource, type SourceType } from '../photos/provenance/source-type.ts';
import { textsInLanguage } from '../photos/texts-in-language.ts';
import { defined } from '../text/defined.ts';
import { escapeHtml } from '../text/html.ts';
import { isDownload } from './downloads.ts';
import type { PageLinks } from './link-register.ts';
import { judgePlayers } from './players.ts';
import type { BodyBlock, Picture, SiteChart, SiteFilm, SiteMedia, SiteTranscript } from './site.ts';

export interface PictureDetails {
  readonly caption?: Html;
  readonly captionText?: string;
  readonly alt?: string;
  readonly credit?: string;
  readonly focus?: readonly [number, number];
  readonly source?: SourceType;
}

export interface BodyContext {
  /** The file as diagnostics show it. */
  readonly displayPath: string;
  readonly photos: ReadonlyMap<string, Photo>;
  /** What the front matter says of a photo, by file relative to `content/`. */
  readonly detailsOf: (file: string) => PictureDetails;
  readonly links: PageLinks;
  /** Of the body: a photo may say what it shows in several languages. */
  readonly lang: string;
  /** A photo's credit in the language of the body: cameras write one spelling for all. */
  readonly creditIn: (credit: string) => string;
  /** The figures of charts. */
  readonly tables: DataTables;
  /** What is said in recordings. */
  readonly transcripts: Transcripts;
  /** Hosts of PeerTube whose films the site shows. */
  readonly peertube: readonly string[];
}

export interface ResolvedBody {
  readonly blocks: readonly BodyBlock[];
  readonly pictures: readonly Picture[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The pictures of a body: found before its blocks are, because other pages show them too. */
export interface BodyPictures {
  readonly pictures: readonly Picture[];
  /** In the order of the body; undefined where there is no photo to show. */
  readonly byFigure: readonly (Picture | undefined)[];
  readonly diagnostics: readonly Diagnostic[];
}

const noPictures: BodyPictures = { pictures: [], byFigure: [], diagnostics: [] };

/** Resolves a whole body at once. */
export function resolveBody(
  body: Pick<Body, 'blocks' | 'figures' | 'inserts'>,
  context: BodyContext,
): ResolvedBody {
  const { pictures, byFigure, diagnostics } = findPictures(body, context);
  return { blocks: resolveBlocks(body.blocks, byFigure, context), pictures, diagnostics };
}

export function findPictures(
  { figures, inserts }: Pick<Body, 'figures' | 'inserts'>,
  context: BodyContext,
): BodyPictures {
  if (figures.length + inserts.length === 0) return noPictures;
  const pictures: Picture[] = [];
  const diagnostics = [...judgePlayers(inserts, context.peertube, context.displayPath)];
  const judgeSource = ({ source, place }: Pick<FigureBlock, 'source' | 'place'>): void => {
    if (source === undefined || readTypedSource(source) !== undefined) return;
    diagnostics.push({ ...unknownSource(source), severity: 'error', file: context.displayPath, ...place });
  };
  for (const insert of inserts)
    if (insert.kind === 'film' && insert.poster === undefined) judgeSource(insert);
  const byFigure = figures.map((figure) => {
    judgeSource(figure);
    if (figure.media !== 'photo') return undefined;
    const found = resolvePicture(figure, pictures.length + 1, context);
    if (found === undefined) return undefined;
    pictures.push(found);
    return found;
  });
  return { pictures, byFigure, diagnostics };
}

/** A photo that stands outside the body, with what the front matter and its camera say of it. */
export function pictureOutside(file: string, context: BodyContext): Picture | undefined {
  return resolvePicture({ file, alt: '', decorative: false }, 0, context);
}

/** @param byFigure the pictures of the body that holds the blocks */
export function resolveBlocks(
  blocks: readonly Block[],
  byFigure: BodyPictures['byFigure'],
  { links, tables, transcripts }: Pick<BodyContext, 'links' | 'tables' | 'transcripts'>,
): readonly BodyBlock[] {
  let figure = 0;
  const nextPicture = (): readonly Picture[] => {
    const found = byFigure[figure];
    figure += 1;
    return found === undefined ? [] : [found];
  };
  const resolveBlock = (block: Block): readonly BodyBlock[] => {
    switch (block.kind) {
      case 'prose':
        return [{ kind: 'prose', html: print(block.html, links) }];
      case 'footnotes':
        return [{ kind: 'footnotes', html: print(block.html, links) }];
      case 'quote':
        return [{ ...block, html: print(block.html, links) }];
      case 'note':
      case 'facts':
        return [{ ...block, blocks: block.blocks.flatMap(resolveBlock) }];
      case 'gallery': {
        const found = block.figures.flatMap(nextPicture);
        return found.length === 0 ? [] : [{ ...withTitle(block.title), kind: 'gallery', pictures: found }];
      }
      case 'chart':
        return resolveChart(block, links, tables);
      case 'film':
        return [resolveFilm(block, block.poster === undefined ? undefined : nextPicture()[0], links)];
      case 'figure': {
        const pictures = nextPicture();
        if (block.media !== 'photo') return [resolveMedia(block, block.media, links, transcripts)];
        return pictures.map((picture): BodyBlock => ({ kind: 'figure', picture }));
      }
    }
  };
  return blocks.flatMap(resolveBlock);
}

/** All pictures of blocks, in boxes too, in their order. */
export function picturesIn(blocks: readonly BodyBlock[]): readonly Picture[] {
  return blocks.flatMap((block): readonly Picture[] => {
    if (block.kind === 'figure') return [block.picture];
    if (block.kind === 'gallery') return block.pictures;
    if (block.kind === 'film') return block.poster === undefined ? [] : [block.poster];
    return block.kind === 'note' || block.kind === 'facts' ? picturesIn(block.blocks) : [];
  });
}

type SaidOfPhoto = Pick<
  FigureBlock,
  'file' | 'alt' | 'decorative' | 'caption' | 'captionText' | 'credit' | 'source' | 'size' | 'location'
>;

function resolvePicture(figure: SaidOfPhoto, number: number, context: BodyContext): Picture | undefined {
  const photo = context.photos.get(figure.file);
  if (photo === undefined) return undefined;
  const details = context.detailsOf(figure.file);
  const metadata = { ...photo.metadata, ...textsInLanguage(photo.metadata, context.lang) };
  const captionHtml =
    figure.caption ??
    details.caption ??
    (metadata.caption === undefined ? undefined : [escapeHtml(metadata.caption)]);
  const captionText = figure.captionText ?? details.captionText ?? metadata.caption;
  const said = (figure.source && readTypedSource(figure.source)) ?? details.source;
  const credit = figure.credit ?? details.credit ?? metadata.credit ?? metadata.creator;
  return {
    photo,
    number,
    alt: figure.decorative ? '' : figure.alt || details.alt || metadata.alt || '',
    ...(captionHtml === undefined ? {} : { caption: print(captionHtml, context.links) }),
    ...defined({ captionText }),
    ...(credit === undefined ? {} : { credit: context.creditIn(credit) }),
    ...defined({
      size: figure.size,
      location: figure.location,
      focus: details.focus,
      sourceType: joinSources(metadata.sourceType, said || undefined),
    }),
  };
}

function resolveMedia(
  figure: FigureBlock,
  media: 'video' | 'audio',
  links: PageLinks,
  transcripts: Transcripts,
): SiteMedia {
  return {
    kind: 'media',
    media,
    url: links.hrefOfFile(figure.file),
    alt: figure.alt,
    ...(figure.caption === undefined ? {} : { caption: print(figure.caption, links) }),
    ...defined({
      captionText: figure.captionText,
      credit: figure.credit,
      transcript: resolveTranscript(figure.transcript, links, transcripts),
      sourceType: figure.source === undefined ? undefined : readTypedSource(figure.source),
    }),
  };
}

function resolveTranscript(
  file: string | undefined,
  links: PageLinks,
  transcripts: Transcripts,
): SiteTranscript | undefined {
  const transcript = file === undefined ? undefined : transcripts.get(file);
  if (file === undefined || transcript === undefined) return undefined;
  return {
    html: print(transcript.html, links),
    text: transcript.text,
    ...(isDownload(file) && { url: links.hrefOfFile(file) }),
    isTimed: /\.vtt$/iu.test(file),
  };
}

/** Without an entry where its figures cannot be read: the check has told of it. */
export function resolveChart(
  { kind, chart, file, alt, caption, captionText, source, unit }: ChartBlock,
  links: PageLinks,
  tables: DataTables,
): readonly SiteChart[] {
  const table = tables.get(file);
  if (table === undefined) return [];
  return [
    {
      kind,
      chart: kindOfChart(chart, table),
      isOverTime: isOverTime(table),
      table,
      alt,
      ...(caption === undefined ? {} : { caption: print(caption, links) }),
      ...defined({ captionText, source, unit }),
      url: links.hrefOfFile(file),
    },
  ];
}

function resolveFilm(
  { kind, film, title, caption, captionText, credit, source, date }: FilmBlock,
  poster: Picture | undefined,
  links: PageLinks,
): SiteFilm {
  return {
    kind,
    film,
    title,
    ...(caption === undefined ? {} : { caption: print(caption, links) }),
    ...defined({
      captionText,
      credit,
      sourceType: source === undefined ? undefined : readTypedSource(source),
      poster,
      date,
    }),
  };
}

function print(html: Html, links: PageLinks): string {
  return html.map((piece) => (typeof piece === 'string' ? piece : escapeHtml(links.hrefOf(piece)))).join('');
}

function withTitle(title: string | undefined): { readonly title?: string } {
  return title === undefined ? {} : { title };
}
