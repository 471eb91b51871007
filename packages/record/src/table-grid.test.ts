import { expect, test } from 'vitest';
import type { Cell } from '@xieshang/minutes';
import { mostColumns, tableGrid } from './table-grid.ts';
import { cell } from './testing/manuscript.ts';

const shape = (rows: readonly (readonly Cell[])[]) =>
  tableGrid(rows).rows.map((row) => row.map(({ kind, span, opens }) => `${kind}${span > 1 ? span : ''}${opens ? '↓' : ''}`).join(' '));

test('a cell over two rows is continued below', () => {
  expect(shape([[cell('a', { rowspan: 2 }), cell('b')], [cell('c')]])).toEqual(['cell↓ cell', 'continued cell']);
});

test('rows of different length are filled up', () => {
  expect(shape([[cell('a'), cell('b'), cell('c')], [cell('d')], []])).toEqual(['cell cell cell', 'cell gap gap', 'gap gap gap']);
});

test('spans that would overlap or leave the table are cut', () => {
  expect(shape([[cell('a'), cell('b', { rowspan: 9 })], [cell('c', { colspan: 5 })]])).toEqual(['cell cell↓', 'cell continued']);
  expect(shape([[cell('a', { rowspan: 3 })]])).toEqual(['cell']);
  expect(shape([[cell('a', { colspan: -2, rowspan: Number.NaN })]])).toEqual(['cell']);
});

test('an empty table has one column', () => {
  expect(tableGrid([])).toEqual({ columns: 1, rows: [] });
  expect(tableGrid([[]])).toMatchObject({ columns: 1 });
});

test('more columns than Word can open: nothing is lost', () => {
  const { columns, rows } = tableGrid([Array.from({ length: 80 }, (_, index) => cell(`${index}`))]);
  expect(columns).toBe(mostColumns);
  expect(rows[0]?.flatMap(({ blocks }) => blocks)).toHaveLength(80);
});
