import type { Block, FigureBlock, Insert } from './block.ts';

/** All figures of a body, those in galleries and boxes and of films too, in their order. */
export function figuresOf(blocks: readonly Block[]): FigureBlock[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'figure':
        return [block];
      case 'gallery':
        return [...block.figures];
      case 'film':
        return block.poster === undefined ? [] : [block.poster];
      case 'note':
      case 'facts':
        return figuresOf(block.blocks);
      default:
        return [];
    }
  });
}

/** All films of others and charts in a body, those in boxes too, in their order. */
export function insertsOf(blocks: readonly Block[]): Insert[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'film' || block.kind === 'chart') return [block];
    return block.kind === 'note' || block.kind === 'facts' ? insertsOf(block.blocks) : [];
  });
}
