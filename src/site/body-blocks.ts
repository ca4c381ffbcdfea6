/** Resolves a body: its pictures are found, its links get their addresses. */

import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import type { Block, FigureBlock, Html, LinkTarget } from '../markdown/block.ts';
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

export function resolveBody(blocks: readonly Block[], context: BodyContext): ResolvedBody {
  const pictures: Picture[] = [];
  const diagnostics: Diagnostic[] = [];

  const picture = (figure: FigureBlock): Picture | undefined => {
    const photo = context.photos.get(figure.file);
    if (photo === undefined) return undefined;
    const details = context.detailsOf(figure.file);
    const metadata = photo.metadata;
    const captionHtml =
      figure.caption ??
      details.caption ??
      (metadata.caption === undefined ? undefined : [escapeHtml(metadata.caption)]);
    const captionText = figure.captionText ?? details.captionText ?? metadata.caption;
    const credit = figure.credit ?? details.credit ?? metadata.credit;
    const alt = figure.decorative ? '' : figure.alt || details.alt || metadata.alt || '';
    if (captionHtml === undefined && !figure.decorative) {
      diagnostics.push(missing('missing-caption', figure, context.shownFile));
    }
    if (alt === '' && !figure.decorative) diagnostics.push(missing('missing-alt', figure, context.shownFile));
    const result: Picture = {
      photo,
      number: pictures.length + 1,
      alt,
      ...(captionHtml === undefined ? {} : { caption: print(captionHtml, context) }),
      ...(captionText === undefined ? {} : { captionText }),
      ...(credit === undefined ? {} : { credit }),
      ...(details.focus === undefined ? {} : { focus: details.focus }),
    };
    pictures.push(result);
    return result;
  };

  const resolve = (block: Block): readonly BodyBlock[] => {
    switch (block.kind) {
      case 'prose':
        return [{ kind: 'prose', html: print(block.html, context) }];
      case 'footnotes':
        return [{ kind: 'footnotes', html: print(block.html, context) }];
      case 'quote':
        return [{ ...block, html: print(block.html, context) }];
      case 'note':
      case 'facts':
        return [{ ...block, blocks: block.blocks.flatMap(resolve) }];
      case 'gallery': {
        const found = block.figures.flatMap((figure) => picture(figure) ?? []);
        return found.length === 0 ? [] : [{ ...withTitle(block.title), kind: 'gallery', pictures: found }];
      }
      case 'figure': {
        if (block.media !== 'photo') {
          return [
            {
              kind: 'media',
              media: block.media,
              url: context.attachmentUrl(block.file),
              alt: block.alt,
              ...(block.caption === undefined ? {} : { caption: print(block.caption, context) }),
              ...(block.credit === undefined ? {} : { credit: block.credit }),
            },
          ];
        }
        const found = picture(block);
        return found === undefined ? [] : [{ kind: 'figure', picture: found }];
      }
    }
  };

  return { blocks: blocks.flatMap(resolve), pictures, diagnostics };
}

/** All figures of a body, those in galleries and boxes too, in their order. */
export function figuresOf(blocks: readonly Block[]): FigureBlock[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'figure':
        return [block];
      case 'gallery':
        return [...block.figures];
      case 'note':
      case 'facts':
        return figuresOf(block.blocks);
      default:
        return [];
    }
  });
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
