// Knows a table with typed columns and how it is written as plain text; not what it is about, nor workbooks.

/** `instant`: epoch ms. `length`: ms. `share`: 0–1. */
export type ColumnKind = 'text' | 'count' | 'instant' | 'length' | 'share';

export interface GridColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Characters of a Latin letter's width. */
  readonly width: number;
}

/** Null: nothing to say. */
export type GridCell = string | number | null;

export interface Grid {
  readonly name: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly (readonly GridCell[])[];
}

/** A column that knows its cell. */
export interface ColumnOf<Row> extends GridColumn {
  readonly of: (row: Row) => GridCell;
}

export const gridOf = <Row>(name: string, columns: readonly ColumnOf<Row>[], rows: readonly Row[]): Grid => ({
  name,
  columns,
  rows: rows.map((row) => columns.map(({ of }) => of(row))),
});

const two = (n: number): string => String(n).padStart(2, '0');

/** The wall of the zone at an instant, as the same figures in UTC. */
export function wallIn(zone: string, at: number): number {
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wall + (((at % 1000) + 1000) % 1000);
}

/** `2022-05-26 14:25:03`, which office programs read as a time. */
export function instantText(zone: string, at: number): string {
  const wall = new Date(wallIn(zone, at));
  const day = [wall.getUTCFullYear(), two(wall.getUTCMonth() + 1), two(wall.getUTCDate())].join('-');
  return `${day} ${[wall.getUTCHours(), wall.getUTCMinutes(), wall.getUTCSeconds()].map(two).join(':')}`;
}

function textOf(cell: GridCell, kind: ColumnKind, zone: string): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (kind === 'instant') return instantText(zone, cell);
  // Seconds, with whatever is left of one: sums stay exact.
  return String(kind === 'length' ? cell / 1000 : kind === 'share' ? Number(cell.toFixed(4)) : cell);
}

/** The first row names the columns; lengths are in seconds. */
export const gridText = ({ columns, rows }: Grid, zone: string): readonly (readonly string[])[] => [
  columns.map(({ name, kind }) => (kind === 'length' ? `${name}（秒）` : name)),
  ...rows.map((row) => row.map((cell, place) => textOf(cell, columns[place]?.kind ?? 'text', zone))),
];
