import { expect, test } from 'vitest';
import { csvText, plainCell, safeCell } from './csv.ts';

const risky = ['=1+1', '+86 538', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', "'=1", "''@x"];

test.each(risky)('%j begins as text in an office program, and can be had back as it was', (text) => {
  expect(safeCell(text)).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
  expect(plainCell(safeCell(text))).toBe(text);
});

test.each(['', '张委员', "'quoted'", '1-2', '——', 'a=b'])('%j stays as it is', (text) => {
  expect(safeCell(text)).toBe(text);
  expect(plainCell(text)).toBe(text);
});

test('quotes, commas and line breaks stay within their cell', () => {
  expect(
    csvText([
      ['a"b', 'c,d'],
      ['e\nf', ''],
    ]),
  ).toBe('\ufeff"a""b","c,d"\r\n"e\nf",""\r\n');
});
