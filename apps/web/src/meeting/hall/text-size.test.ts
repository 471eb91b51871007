// How large a text is set, and how one that fills more than a screen is turned over. K7.
import { expect, test } from 'vitest';
import { isCut, textPages, textSize } from './text-size.ts';

test.each([
  [0, 'large'],
  [96, 'large'],
  [97, 'long'],
  [180, 'longer'],
  [181, 'longest'],
  [4000, 'longest'],
] as const)('%i characters are set %s', (length, size) => expect(textSize(length)).toBe(size));
test('what fits in the smallest size is whole', () => expect(isCut(260)).toBe(false));
test('K7 what does not is said to be cut', () => expect(isCut(261)).toBe(true));

test('a text that fits is one page', () => expect(textPages('建议一。建议二。', 20)).toEqual(['建议一。建议二。']));
test('K7 pages end with a sentence', () => expect(textPages('一二三四。五六七八。九十。', 11)).toEqual(['一二三四。五六七八。', '九十。']));
test('a quotation keeps its closing mark', () => expect(textPages('他说“好。”然后走了。', 6)).toEqual(['他说“好。”', '然后走了。']));
test('a sentence longer than a page is broken', () => expect(textPages('一二三四五六七', 3)).toEqual(['一二三', '四五六', '七']));
test('nothing is lost', () => {
  const text = '建议由市工业和信息化局牵头，逐链列明断点。图谱共享；避免重复！\n'.repeat(30);
  expect(textPages(text, 100).join('')).toBe(text);
});
test('an empty text is an empty page', () => expect(textPages('', 10)).toEqual(['']));
