import { expect, test } from 'vitest';
import { seenBy } from './seen.ts';

test('an edit is seen when the last reader holds it', () => {
  const seen = seenBy(2);
  seen.edited(1, 3, 100);
  seen.saw('a', 1, 3, 105);
  expect(seen.open()).toBe(1);
  expect(seen.samples()).toEqual([]);
  seen.saw('b', 1, 3, 130);
  expect(seen.open()).toBe(0);
  expect(seen.samples()).toEqual([30]);
});

test('a reader who hears twice counts once', () => {
  const seen = seenBy(2);
  seen.edited(1, 3, 100);
  seen.saw('a', 1, 3, 105);
  seen.saw('a', 1, 3, 106);
  expect(seen.open()).toBe(1);
});

test('half an edit is none', () => {
  const seen = seenBy(1);
  seen.edited(1, 3, 100);
  seen.saw('a', 1, 2, 101);
  expect(seen.open()).toBe(1);
  seen.saw('a', 1, 4, 102);
  expect(seen.samples()).toEqual([2]);
});

test('several edits in one update are seen together', () => {
  const seen = seenBy(1);
  seen.edited(1, 3, 100);
  seen.edited(1, 5, 110);
  seen.saw('a', 1, 5, 120);
  expect(seen.samples()).toEqual([20, 10]);
});

test('authors are told apart, and an unknown one is nobody’s edit', () => {
  const seen = seenBy(1);
  seen.edited(1, 3, 100);
  seen.saw('a', 2, 9, 101);
  expect(seen.open()).toBe(1);
});

test('who writes alone waits for nobody', () => {
  const seen = seenBy(0);
  seen.edited(1, 3, 100);
  expect(seen.open()).toBe(0);
});
