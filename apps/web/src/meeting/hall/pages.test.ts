import { expect, test } from 'vitest';
import { pageAt } from './pages.ts';

const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9];

test('what fits is one page that stays', () => {
  expect(pageAt(nine, 9, 123_456, 8_000)).toEqual({ items: nine, number: 1, of: 1 });
});

test('what does not fit is turned over in pages of even length', () => {
  expect(pageAt(nine, 6, 0, 8_000)).toEqual({ items: [1, 2, 3, 4, 5], number: 1, of: 2 });
  expect(pageAt(nine, 6, 8_000, 8_000)).toEqual({ items: [6, 7, 8, 9], number: 2, of: 2 });
  expect(pageAt(nine, 6, 16_000, 8_000).number).toBe(1);
});

test('an empty list is one empty page', () => {
  expect(pageAt([], 6, 0, 8_000)).toEqual({ items: [], number: 1, of: 1 });
});
