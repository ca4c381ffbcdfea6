/** How wide a photo stands in a text: `![…](…){size=half}`. Without a word of the editor its shape decides. */

/** Half of the text, which runs around it; the text's width; wider than the text; from edge to edge. */
export const figureSizes = ['half', 'text', 'wide', 'full'] as const;

export type FigureSize = (typeof figureSizes)[number];

export function readFigureSize(typed: string): FigureSize | undefined {
  return figureSizes.find((size) => size === typed);
}
