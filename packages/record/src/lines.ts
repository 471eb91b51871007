// Knows how the blocks of minutes read as paragraphs one after another, markers of lists written out; not how a paragraph looks.
import type { Block, Cell, Run } from '@xieshang/minutes';

export type ImageBlock = Extract<Block, { kind: 'image' }>;

export interface Line {
  readonly kind: 'line';
  /** 0 = text, 1–4 = a heading of that level. */
  readonly level: 0 | 1 | 2 | 3 | 4;
  /** How many lists it stands within beyond the first. */
  readonly depth: number;
  readonly runs: readonly Run[];
}
export interface Grid {
  readonly kind: 'table';
  readonly rows: readonly (readonly Cell[])[];
}
/** An image with its caption; where no image can stand, its caption in brackets. */
export interface Picture {
  readonly kind: 'image';
  readonly image: ImageBlock;
}
export type Piece = Line | Grid | Picture;

const text = (runs: readonly Run[], depth: number): Line => ({ kind: 'line', level: 0, depth, runs });

/** 1. then （1） then 1）; unnumbered items begin with the dash of official prose. */
function marker(ordered: boolean, index: number, depth: number): string {
  if (!ordered) return '——';
  return [`${index + 1}.`, `（${index + 1}）`][depth] ?? `${index + 1}）`;
}

function item(blocks: readonly Block[], sign: string, depth: number): Piece[] {
  const [first, ...rest] = blocks;
  if (first?.kind === 'paragraph') return [text([{ text: sign }, ...first.runs], depth), ...pieces(rest, depth, depth + 1)];
  return [text([{ text: sign }], depth), ...pieces(blocks, depth, depth + 1)];
}

/** The blocks in reading order; `depth` is that of plain paragraphs, `lists` that of the items of a list. */
export const pieces = (blocks: readonly Block[], depth = 0, lists = 0): Piece[] =>
  blocks.flatMap((block): Piece[] => {
    switch (block.kind) {
      case 'heading':
        return [{ kind: 'line', level: block.level, depth: 0, runs: [{ text: block.number }, ...block.runs] }];
      case 'paragraph':
        return [text(block.runs, depth)];
      case 'fact':
        return block.lines.map((line) => text([{ text: line }], depth));
      case 'list':
        return block.items.flatMap((blocksOfItem, index) => item(blocksOfItem, marker(block.ordered, index, lists), lists));
      case 'table':
        return [{ kind: 'table', rows: block.rows }];
      case 'image':
        return [{ kind: 'image', image: block }];
    }
  });

/** The lines of a cell: a table within it is read cell by cell. */
export const cellLines = (blocks: readonly Block[]): Line[] =>
  pieces(blocks).flatMap((piece): Line[] => {
    if (piece.kind === 'line') return [piece];
    if (piece.kind === 'image') return [text([{ text: `（图：${piece.image.caption}）` }], 0)];
    return piece.rows.flat().flatMap((cell) => cellLines(cell.blocks));
  });
