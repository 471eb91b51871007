// Knows how the tables of official forms look: ruled, as wide as the 版心, the head repeated; not what is in them.
import { AlignmentType, HeightRule, Paragraph, type Table, TableCell, TableRow, VerticalAlign, WidthType } from 'docx';
import { size, textWidth } from './page.ts';
import type { Column, SheetBlock } from './sheets/sheet.ts';
import { ruledTable } from './text-table.ts';
import { printable, runs, type Face } from './text.ts';

/** Characters of a row that surely stand on one page; longer ones may go on overleaf. */
const onOnePage = 600;

interface CellLook {
  readonly style: 'TableText' | 'TableHead' | 'TableDense';
  readonly face: Face;
  readonly left: boolean;
  /** Stays on the page of the row below. */
  readonly keepNext?: boolean;
}

const paragraphs = (text: string, { style, face, left, keepNext = false }: CellLook): Paragraph[] =>
  printable(text)
    .split('\n')
    .map(
      (line) =>
        new Paragraph({
          style,
          keepNext,
          alignment: left ? AlignmentType.LEFT : AlignmentType.CENTER,
          children: runs(line, { size: style === 'TableDense' ? size.dense : size.table, face }),
        }),
    );

type Wanted = Pick<CellLook, 'style' | 'keepNext'>;

const cell = (text: string, column: Column, wanted: Wanted): TableCell =>
  new TableCell({
    width: { size: column.width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    children: paragraphs(
      text,
      wanted.style === 'TableHead' ? { ...wanted, face: 'hei', left: false } : { ...wanted, face: 'fangsong', left: column.left ?? false },
    ),
  });

const band = (text: string, columns: number): TableCell =>
  new TableCell({
    columnSpan: columns,
    width: { size: textWidth, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    children: paragraphs(text, { style: 'TableText', face: 'hei', left: true, keepNext: true }),
  });

/** Word takes a table without rows for a broken file: one that is empty has its head, or a row of nothing. */
export function sheetTable({ columns, rows, head, rowHeight, dense }: Extract<SheetBlock, { kind: 'table' }>): Table {
  const height = rowHeight === undefined ? {} : { height: { value: rowHeight, rule: HeightRule.ATLEAST } };
  const style = dense ? 'TableDense' : 'TableText';
  // The places to sign go with the last row.
  const wantedAt = (place: number): Wanted => ({ style, keepNext: dense === true && place === rows.length - 1 });
  const body = rows.map((row, at) =>
    'band' in row
      ? new TableRow({ cantSplit: true, children: [band(row.band, columns.length)] })
      : new TableRow({
          ...height,
          cantSplit: row.cells.join('').length <= onOnePage,
          children: columns.map((column, place) => cell(row.cells[place] ?? '', column, wantedAt(at))),
        }),
  );
  const heading = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column) => cell(column.name, column, { style: 'TableHead' })),
  });
  const empty = new TableRow({ ...height, children: columns.map((column) => cell('', column, { style })) });
  return ruledTable(
    columns.map(({ width }) => width),
    [...(head ? [heading] : []), ...(body.length === 0 ? [empty] : body)],
  );
}
