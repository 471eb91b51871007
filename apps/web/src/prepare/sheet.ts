// Knows how pasted or exported rows become cells under known heads; not what the cells are about.
import Papa from 'papaparse';

export interface SheetRow {
  /** As counted in the text, from 1, blank rows included. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface Column {
  readonly key: string;
  /** What a head may read; compared without spaces. */
  readonly heads: readonly string[];
}

const squeezed = (text: string): string => text.replace(/[\s\u3000\ufeff*：:]/g, '');

/**
 * Rows of tabs (pasted) or commas (CSV). Columns go by their heads when the first row has the first column's head,
 * and otherwise by position. Blank rows are left out, control characters are blanks; an unclosed quotation mark is an ordinary character.
 */
export function readSheet(text: string, columns: readonly Column[]): readonly SheetRow[] {
  const rows = splitRows(text.replace(/^\ufeff/, ''));
  const filled = rows.map((cells, index) => ({ cells, line: index + 1 })).filter(({ cells }) => cells.some((cell) => cell !== ''));
  const keys = keysByHead(filled[0]?.cells ?? [], columns);
  const body = keys ? filled.slice(1) : filled;
  const order = keys ?? columns.map(({ key }) => key);
  return body.map(({ cells, line }) => ({ line, cells: pick(cells, order) }));
}

function splitRows(text: string): string[][] {
  const delimiter = text.includes('\t') ? '\t' : text.includes(',') ? ',' : '，';
  const parsed = Papa.parse<string[]>(text, { delimiter });
  const rows = parsed.errors.some(({ type }) => type === 'Quotes')
    ? Papa.parse<string[]>(text, { delimiter, quoteChar: '\0' }).data
    : parsed.data;
  return rows.map((cells) => cells.map((cell) => cell.replace(/[\s\p{Cc}]+/gu, ' ').trim()));
}

/** For each column of the sheet its key or '', when the first row is a head. */
function keysByHead(cells: readonly string[], columns: readonly Column[]): readonly string[] | undefined {
  const keys = cells.map((cell) => columns.find(({ heads }) => heads.includes(squeezed(cell)))?.key ?? '');
  return columns[0] && keys.includes(columns[0].key) ? keys : undefined;
}

function pick(cells: readonly string[], keys: readonly string[]): Readonly<Record<string, string>> {
  const picked: Record<string, string> = {};
  keys.forEach((key, at) => {
    if (key && !(key in picked)) picked[key] = cells[at] ?? '';
  });
  return picked;
}
