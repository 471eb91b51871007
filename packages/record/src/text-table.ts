// Knows how a table of the text looks: as wide as the 版心, ruled, its head repeated; not where its cells come from.
import { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, VerticalMergeType, WidthType } from 'docx';
import type { Cell } from '@xieshang/minutes';
import { cellLines } from './lines.ts';
import { size, textWidth } from './page.ts';
import { tableGrid, type Placed } from './table-grid.ts';
import { runsOf } from './text.ts';

/** Widths that add up to the 版心 exactly. */
export const evenWidths = (columns: number): number[] =>
  Array.from({ length: columns }, (_, index) => Math.floor(textWidth / columns) + (index === columns - 1 ? textWidth % columns : 0));

/** Fixed layout: nothing in a cell can make the table wider than the 版心. */
export const ruledTable = (widths: readonly number[], rows: readonly TableRow[]): Table =>
  new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    rows: [...rows],
  });

const merge = ({ kind, opens }: Placed) => {
  if (kind === 'continued') return { verticalMerge: VerticalMergeType.CONTINUE };
  return opens ? { verticalMerge: VerticalMergeType.RESTART } : {};
};

function cell(placed: Placed, width: number): TableCell {
  const lines = cellLines(placed.blocks);
  const style = placed.header ? 'TableHead' : 'TableText';
  const look = { size: size.table, ...(placed.header && { face: 'hei' as const }) };
  const alignment = placed.header ? { alignment: AlignmentType.CENTER } : {};
  return new TableCell({
    columnSpan: placed.span,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    ...merge(placed),
    // A cell without a paragraph is a broken file.
    children:
      lines.length === 0
        ? [new Paragraph({ style })]
        : lines.map(({ runs }) => new Paragraph({ style, ...alignment, children: runsOf(runs, look) })),
  });
}

/** Every text of the rows is in it, each once. */
export function textTable(rows: readonly (readonly Cell[])[]): Table {
  const grid = tableGrid(rows);
  const widths = evenWidths(grid.columns);
  const body = grid.rows.findIndex((row) => !row.every(({ header }) => header));
  return ruledTable(
    widths,
    grid.rows.map((row, index) => {
      let column = 0;
      const children = row.map((placed) => {
        const width = widths.slice(column, column + placed.span).reduce((sum, each) => sum + each, 0);
        column += placed.span;
        return cell(placed, width);
      });
      return new TableRow({ ...(index < body && { tableHeader: true }), children });
    }),
  );
}
