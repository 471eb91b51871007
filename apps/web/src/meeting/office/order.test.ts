import { expect, test } from 'vitest';
import { entryBefore, reordered } from './order.ts';

const ids = ['a', 'b', 'c', 'd'];

test('an entry dropped at a place stands before whoever stood there', () => {
  expect(entryBefore(ids, 'd', 0)).toBe('a');
  expect(entryBefore(ids, 'a', 2)).toBe('d');
  expect(entryBefore(ids, 'b', 3)).toBeNull();
  expect(entryBefore(ids, 'a', -1)).toBe('b');
});

test('the list shown while the move is under way is the one that will come', () => {
  for (const moved of ids) {
    for (let place = 0; place < ids.length; place += 1) {
      expect(reordered(ids, moved, entryBefore(ids, moved, place)).indexOf(moved)).toBe(place);
    }
  }
  expect(reordered(ids, 'x', 'a')).toEqual(ids);
});
