import { expect, test } from 'vitest';
import { gapsOf, hashOf, repeatsOf } from './same.ts';

const times = (...seqs: number[]) => new Map([...Map.groupBy(seqs, (seq) => seq)].map(([seq, all]) => [seq, all.length]));

test('what never came is a gap, what came again is a repeat', () => {
  const lines = { delivered: times(5, 6, 8, 8), from: 4, to: 9 };
  expect([gapsOf(lines), repeatsOf(lines)]).toEqual([2, 1]);
  expect(gapsOf({ delivered: new Map(), from: 4, to: 4 })).toBe(0);
});

test('a state is the same in any order of keys, and another with any other value', () => {
  expect(hashOf({ a: 1, b: [{ c: 2, d: 3 }] })).toBe(hashOf({ b: [{ d: 3, c: 2 }], a: 1 }));
  expect(hashOf({ a: [1, 2] })).not.toBe(hashOf({ a: [2, 1] }));
});
