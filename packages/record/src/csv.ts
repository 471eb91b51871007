// Knows how a list is written as CSV (RFC 4180) that office programs open without running anything in it; not what the list holds.

/** What office programs take for the beginning of a formula or a command, half-width and full-width, behind any number of apostrophes. */
const risky = /^'*[=+\-@\t\r＝＋－＠]/;

/** Text that could be taken for a formula gets an apostrophe before it: office programs show it as text, `plainCell` takes it off again. */
export const safeCell = (text: string): string => (risky.test(text) ? `'${text}` : text);

/** The text that `safeCell` was given. */
export const plainCell = (cell: string): string => (cell.startsWith("'") && risky.test(cell) ? cell.slice(1) : cell);

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** With a byte order mark, or Excel reads Chinese as gibberish; halves of surrogate pairs become U+FFFD. Every cell is quoted. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map((text) => quoted(safeCell(text.toWellFormed()))).join(',')).join('\r\n')}\r\n`;
