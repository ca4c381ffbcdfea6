import type { Block, FigureBlock } from './block.ts';

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
