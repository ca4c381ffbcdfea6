/** Resolves a body: its pictures are found, its links get their addresses. */

import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import type { Block, Body, FigureBlock, Html, LinkTarget } from '../markdown/block.ts';
import type { Photo } from '../photos/photo.ts';
import type { BodyBlock, Picture } from './site.ts';

export interface PictureDetails {
  readonly caption?: Html;
  readonly captionText?: string;
  readonly alt?: string;
  readonly credit?: string;
  readonly focus?: readonly [number, number];
}

export interface BodyContext {
  /** The file as diagnostics show it. */
  readonly shownFile: string;
  readonly photos: ReadonlyMap<string, Photo>;
  /** What the front matter says of a photo, by file relative to `content/`. */
  readonly detailsOf: (file: string) => PictureDetails;
  readonly hrefOf: (target: LinkTarget) => string;
  /** The address of a file that is copied as it is. */
  readonly attachmentUrl: (file: string) => string;
}

export interface ResolvedBody {
  readonly blocks: readonly BodyBlock[];
  readonly pictures: readonly Picture[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Resolves a whole body at once. */
export function resolveBody(body: Pick<Body, 'blocks' | 'figures'>, context: BodyContext): ResolvedBody {
  const resolver = new BodyResolver(body.figures, context);
  return {
    blocks: resolver.resolve(body.blocks),
    pictures: resolver.pictures,
    diagnostics: resolver.diagnostics,
  };
}

/** Finds the pictures of a body first, because other pages show them too; its blocks when they are asked for. */
export class BodyResolver {
  readonly pictures: readonly Picture[];
  readonly diagnostics: readonly Diagnostic[];
  readonly #context: BodyContext;
  /** By figure, in the order of the body; undefined where the photo is missing. */
  readonly #byFigure: readonly (Picture | undefined)[];

  constructor(figures: readonly FigureBlock[], context: BodyContext) {
    const pictures: Picture[] = [];
    const diagnostics: Diagnostic[] = [];
    this.#context = context;
    this.#byFigure = figures.map((figure) => {
      if (figure.media !== 'photo') {
        context.attachmentUrl(figure.file);
        return undefined;
      }
      const found = resolvePicture(figure, pictures.length + 1, context);
      if (found === undefined) return undefined;
      if (found.caption === undefined && !figure.decorative) {
        diagnostics.push(missing('missing-caption', figure, context.shownFile));
      }
      if (found.alt === '' && !figure.decorative) {
        diagnostics.push(missing('missing-alt', figure, context.shownFile));
      }
      pictures.push(found);
      return found;
    });
    this.pictures = pictures;
    this.diagnostics = diagnostics;
  }

  /** A photo that stands outside the body, with what the front matter and its camera say of it. */
  outside(file: string): Picture | undefined {
    return resolvePicture({ file, alt: '', decorative: false }, 0, this.#context);
  }

  /** @param blocks those that hold the figures */
  resolve(blocks: readonly Block[]): readonly BodyBlock[] {
    let figure = 0;
    const nextPicture = (): readonly Picture[] => {
      const found = this.#byFigure[figure];
      figure += 1;
      return found === undefined ? [] : [found];
    };
    const resolveBlock = (block: Block): readonly BodyBlock[] => {
      switch (block.kind) {
        case 'prose':
          return [{ kind: 'prose', html: print(block.html, this.#context) }];
        case 'footnotes':
          return [{ kind: 'footnotes', html: print(block.html, this.#context) }];
        case 'quote':
          return [{ ...block, html: print(block.html, this.#context) }];
        case 'note':
        case 'facts':
          return [{ ...block, blocks: block.blocks.flatMap(resolveBlock) }];
        case 'gallery': {
          const found = block.figures.flatMap(nextPicture);
          return found.length === 0 ? [] : [{ ...withTitle(block.title), kind: 'gallery', pictures: found }];
        }
        case 'figure': {
          const pictures = nextPicture();
          if (block.media !== 'photo') return [resolveMedia(block, block.media, this.#context)];
          return pictures.map((picture): BodyBlock => ({ kind: 'figure', picture }));
        }
      }
    };
    return blocks.flatMap(resolveBlock);
  }
}

type SaidOfPhoto = Pick<FigureBlock, 'file' | 'alt' | 'decorative' | 'caption' | 'captionText' | 'credit'>;

function resolvePicture(figure: SaidOfPhoto, number: number, context: BodyContext): Picture | undefined {
  const photo = context.photos.get(figure.file);
  if (photo === undefined) return undefined;
  const details = context.detailsOf(figure.file);
  const metadata = photo.metadata;
  const captionHtml =
    figure.caption ??
    details.caption ??
    (metadata.caption === undefined ? undefined : [escapeHtml(metadata.caption)]);
  const captionText = figure.captionText ?? details.captionText ?? metadata.caption;
  const credit = figure.credit ?? details.credit ?? metadata.credit ?? metadata.creator;
  return {
    photo,
    number,
    alt: figure.decorative ? '' : figure.alt || details.alt || metadata.alt || '',
    ...(captionHtml === undefined ? {} : { caption: print(captionHtml, context) }),
    ...(captionText === undefined ? {} : { captionText }),
    ...(credit === undefined ? {} : { credit }),
    ...(details.focus === undefined ? {} : { focus: details.focus }),
  };
}

function resolveMedia(figure: FigureBlock, media: 'video' | 'audio', context: BodyContext): BodyBlock {
  return {
    kind: 'media',
    media,
    url: context.attachmentUrl(figure.file),
    alt: figure.alt,
    ...(figure.caption === undefined ? {} : { caption: print(figure.caption, context) }),
    ...(figure.credit === undefined ? {} : { credit: figure.credit }),
  };
}

function print(html: Html, context: BodyContext): string {
  return html
    .map((piece) => (typeof piece === 'string' ? piece : escapeHtml(context.hrefOf(piece))))
    .join('');
}

function withTitle(title: string | undefined): { readonly title?: string } {
  return title === undefined ? {} : { title };
}

function missing(code: 'missing-alt' | 'missing-caption', figure: FigureBlock, file: string): Diagnostic {
  const place: Place = { file, ...figure.place };
  const name = figure.file.split('/').at(-1) ?? figure.file;
  return code === 'missing-caption'
    ? {
        code,
        severity: 'warning',
        ...place,
        message: `The photo ${name} has no caption.`,
        hint: `Write it in quotes after the file name: ![…](${name} "Who does what, where")`,
      }
    : {
        code,
        severity: 'warning',
        ...place,
        message: `The photo ${name} has no description for readers who cannot see it.`,
        hint: `Write between the brackets what is to be seen: ![Two people sign papers](${name}); or mark it {decorative}.`,
      };
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
