// Knows how tables become an Excel workbook: numbers as numbers, times as times of one zone, text never as a formula; not what they hold.
import writeWorkbook, { type CellObject, type Feature, type Sheet } from 'write-excel-file/universal';
import { withoutTimes } from '../zip-times.ts';
import { wallIn, type ColumnKind, type Grid, type GridCell } from './grid.ts';

const dayMs = 86_400_000;
/** Days from the beginning of Excel's count to 1970. */
const before1970 = 25_569;
/** A cell holds no more; a workbook with more is refused as broken. */
const longestCell = 32_767;

const formats: Readonly<Partial<Record<ColumnKind, string>>> = {
  count: '0',
  instant: 'yyyy-mm-dd hh:mm:ss',
  length: '[mm]:ss',
  share: '0.0%',
};

/** A text of many lines is wide enough to wrap; figures stand at the right. */
const wrapAt = 20;

/** The library leaves out what an XML file cannot hold. */
const text = (value: string): Pick<CellObject, 'type' | 'value'> => ({ type: String, value: value.slice(0, longestCell) });

function figure(value: number, kind: ColumnKind, zone: string): number {
  if (kind === 'instant') return wallIn(zone, value) / dayMs + before1970;
  return kind === 'length' ? value / dayMs : value;
}

function cell(value: GridCell, kind: ColumnKind, width: number, zone: string): CellObject | null {
  if (value === null || value === '') return null;
  const at = { alignVertical: 'top' } as const;
  if (typeof value === 'string') return { ...text(value), ...at, wrap: width >= wrapAt };
  const format = formats[kind];
  return { type: Number, value: figure(value, kind, zone), ...at, ...(format !== undefined && { format }) };
}

const head = (name: string): CellObject => ({
  ...text(name),
  fontWeight: 'bold',
  backgroundColor: '#F3EDE3',
  bottomBorderStyle: 'thin',
  bottomBorderColor: '#8B8376',
  alignVertical: 'center',
  wrap: true,
});

/** What the library takes for the content of a picture; there is none. */
type Content = Blob;
type Page = Sheet<Content>;

function pageOf({ name, columns, rows }: Grid, zone: string): Page {
  return {
    sheet: name,
    orientation: 'landscape',
    stickyRowsCount: 1,
    columns: columns.map(({ width }) => ({ width })),
    data: [
      columns.map((column) => head(column.name)),
      ...rows.map((row) => columns.map(({ kind, width }, place) => cell(row[place] ?? null, kind, width, zone))),
    ],
  };
}

const notesPage = (notes: readonly (readonly [string, string])[]): Page => ({
  sheet: '说明',
  orientation: 'landscape',
  columns: [{ width: 16 }, { width: 80 }],
  data: notes.map(([label, said]) => [
    { ...text(label), fontWeight: 'bold', alignVertical: 'top' },
    { ...text(said), alignVertical: 'top', wrap: true },
  ]),
});

/** A, B … Z, AA … */
const columnName = (place: number): string =>
  (place >= 26 ? columnName(Math.floor(place / 26) - 1) : '') + String.fromCharCode(65 + (place % 26));

/** Heads of lists get the buttons to filter by; `grids` are the first sheets. */
const filterButtons = (grids: readonly Grid[]): Feature<Content> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _sheet, { sheetIndex }) => {
          const grid = grids[sheetIndex];
          if (!grid || grid.columns.length === 0) return xml;
          const ref = `A1:${columnName(grid.columns.length - 1)}${grid.rows.length + 1}`;
          return xml.replace('</sheetData>', `</sheetData><autoFilter ref="${ref}"/>`);
        },
      },
    },
  },
});

/** A sheet a table and one of notes; the same tables are the same bytes. Times are shown in `zone`. */
export async function workbook(
  grids: readonly Grid[],
  notes: readonly (readonly [string, string])[],
  zone: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = writeWorkbook([...grids.map((grid) => pageOf(grid, zone)), notesPage(notes)], {
    fontFamily: '宋体',
    fontSize: 11,
    features: [filterButtons(grids)],
  });
  const bytes = await (await file.toBlob()).arrayBuffer();
  return withoutTimes(new Uint8Array(bytes));
}
