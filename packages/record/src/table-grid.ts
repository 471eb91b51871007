// Knows how cells with spans lie on a grid, whatever the rows claim; not how a cell looks.
import type { Block, Cell } from '@xieshang/minutes';

export interface Placed {
  readonly kind: 'cell' | 'continued' | 'gap';
  readonly span: number;
  /** More rows below belong to it. */
  readonly opens: boolean;
  readonly header: boolean;
  readonly blocks: readonly Block[];
}

/** Word opens no table with more columns; what stands beyond is read in the last one. */
export const mostColumns = 63;

interface Reaching {
  readonly span: number;
  readonly left: number;
}

const gap: Placed = { kind: 'gap', span: 1, opens: false, header: false, blocks: [] };
const atLeastOne = (count: number): number => Math.max(1, Math.floor(Number.isFinite(count) ? count : 1));
const widthOf = (row: readonly Placed[]): number => row.reduce((sum, { span }) => sum + span, 0);

/** One row, and what reaches from it into the rows below. */
function place(cells: readonly Cell[], reaching: ReadonlyMap<number, Reaching>, last: boolean): [Placed[], Map<number, Reaching>] {
  const row: Placed[] = [];
  const below = new Map<number, Reaching>();
  let column = 0;
  const passReaching = (): void => {
    for (let above = reaching.get(column); above; above = reaching.get(column)) {
      row.push({ kind: 'continued', span: above.span, opens: false, header: false, blocks: [] });
      if (above.left > 1) below.set(column, { ...above, left: above.left - 1 });
      column += above.span;
    }
  };
  for (const { header, colspan, rowspan, blocks } of cells) {
    passReaching();
    if (column >= mostColumns) {
      const end = row.pop() ?? gap;
      row.push({ ...end, blocks: [...end.blocks, ...blocks] });
      continue;
    }
    const next = [...reaching.keys()].filter((at) => at > column);
    const span = Math.min(atLeastOne(colspan), Math.min(mostColumns, ...next) - column);
    const opens = atLeastOne(rowspan) > 1 && !last;
    row.push({ kind: 'cell', span, opens, header, blocks });
    if (opens) below.set(column, { span, left: atLeastOne(rowspan) - 1 });
    column += span;
  }
  while (column < mostColumns && [...reaching.keys()].some((at) => at >= column)) {
    passReaching();
    if (column < mostColumns && [...reaching.keys()].some((at) => at > column)) {
      row.push(gap);
      column += 1;
    }
  }
  return [row, below];
}

/** Rows of one width: spans are cut where they would overlap or leave the table, gaps are filled with empty cells. */
export function tableGrid(rows: readonly (readonly Cell[])[]): { readonly columns: number; readonly rows: readonly (readonly Placed[])[] } {
  let reaching: ReadonlyMap<number, Reaching> = new Map();
  const placed = rows.map((cells, index) => {
    const [row, below] = place(cells, reaching, index === rows.length - 1);
    reaching = below;
    return row;
  });
  const columns = Math.max(1, ...placed.map(widthOf));
  return { columns, rows: placed.map((row) => [...row, ...Array.from({ length: columns - widthOf(row) }, () => gap)]) };
}
