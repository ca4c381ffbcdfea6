/**
 * Lays out the blocks of a body: which photo stands how wide, which of them form a pair, and what the text runs around.
 * Pure. Lengths are in rem, as the style sheets have them.
 */

import type { FigureSize } from '../../src/markdown/figure-size.ts';
import type { BodyBlock, Picture } from '../../src/site/site.ts';
import { textOfHtml } from '../../src/text/html.ts';
import { letterWidths } from '../../src/text/letter-widths.ts';

type Prose = Extract<BodyBlock, { readonly kind: 'prose' }>;
type Floating = Extract<BodyBlock, { readonly kind: 'figure' | 'quote' }>;

export type BodyPart =
  | { readonly kind: 'block'; readonly block: BodyBlock }
  /** A photo that the text runs around, or a quote that stands in the margin beside it. */
  | { readonly kind: 'beside'; readonly floating: Floating; readonly prose: Prose };

/** Width by height: up to here a photo is upright, from there it is a panorama. */
const shapes = { upright: 0.95, square: 1.4, panorama: 2.2 } as const;
/** A photo that is no larger than the text is wide stays as small. */
const smallPx = 900;

/** As the editor says; else upright photos stand in the text, squarish ones in its width, panoramas from edge to edge. */
export function sizeOf({ size, photo: { widthPx, heightPx } }: Picture): FigureSize {
  if (size !== undefined) return size;
  const ratio = widthPx / heightPx;
  if (ratio <= shapes.upright) return 'half';
  if (widthPx < smallPx || ratio < shapes.square) return 'text';
  return ratio >= shapes.panorama ? 'full' : 'wide';
}

export function layOutBody(blocks: readonly BodyBlock[]): readonly BodyPart[] {
  const parts: BodyPart[] = [];
  const paired = pairHalves(joinProse(blocks));
  for (let index = 0; index < paired.length; index += 1) {
    const block = paired[index];
    const next = paired[index + 1];
    if (block === undefined) continue;
    if (next?.kind === 'prose' && (block.kind === 'figure' || block.kind === 'quote') && fits(block, next)) {
      parts.push({ kind: 'beside', floating: block, prose: next });
      index += 1;
    } else {
      parts.push({ kind: 'block', block });
    }
  }
  return parts;
}

/** Text from which a photo was taken, to open the story, is one text again. */
function joinProse(blocks: readonly BodyBlock[]): readonly BodyBlock[] {
  const joined: BodyBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.kind === 'prose' && last?.kind === 'prose')
      joined[joined.length - 1] = { kind: 'prose', html: `${last.html}\n${block.html}` };
    else joined.push(block);
  }
  return joined;
}

/** Half photos one after the other stand beside each other, as in a gallery. */
function pairHalves(blocks: readonly BodyBlock[]): readonly BodyBlock[] {
  const paired: BodyBlock[] = [];
  let halves: Picture[] = [];
  const endHalves = () => {
    const [first, ...others] = halves;
    if (first !== undefined)
      paired.push(
        others.length === 0 ? { kind: 'figure', picture: first } : { kind: 'gallery', pictures: halves },
      );
    halves = [];
  };
  for (const block of blocks) {
    if (block.kind === 'figure' && sizeOf(block.picture) === 'half') {
      halves.push(block.picture);
      continue;
    }
    endHalves();
    paired.push(block);
  }
  endHalves();
  return paired;
}

const lineRem = 2;
/** Letters of a line beside a photo, of a line of text, and of a line of a quote in the margin. */
const lineLetters = { besidePhoto: 44, text: 62, quote: 17 } as const;
const photoWidthRem = 20;
const quoteLineRem = 1.9;
/** A caption of two lines and the space below it; the mark and the name of a quote. */
const captionRem = 4;
const quoteFrameRem = 5;

/** Whether the text is as high as what stands beside it, and nothing of it needs the whole width. */
function fits(block: Floating, { html }: Prose): boolean {
  const letters = letterWidths(textOfHtml(html));
  if (block.kind === 'quote') {
    const quoteRem =
      (letterWidths(textOfHtml(block.html)) / lineLetters.quote) * quoteLineRem + quoteFrameRem;
    return (letters / lineLetters.text) * lineRem >= quoteRem;
  }
  if (sizeOf(block.picture) !== 'half' || /<(?:table|pre|hr)\b/u.test(html)) return false;
  const { widthPx, heightPx } = block.picture.photo;
  const photoRem = (photoWidthRem * heightPx) / widthPx + captionRem;
  return (letters / lineLetters.besidePhoto) * lineRem >= photoRem;
}
