import { expect, test } from 'vitest';
import { spreadOf } from './spread.ts';

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, place) => place + 1);

test('nothing measured, no figures', () => expect(spreadOf([])).toBe(null));

test('one sample is every figure', () => expect(spreadOf([7.04])).toEqual({ count: 1, p50: 7, p95: 7, p99: 7, max: 7 }));

test('of a hundred the nearest rank is the number itself', () => {
  expect(spreadOf(upTo(100).toReversed())).toEqual({ count: 100, p50: 50, p95: 95, p99: 99, max: 100 });
});

test('of a few the slowest is not averaged away', () => {
  expect(spreadOf([1, 2, 3, 4, 1000])).toEqual({ count: 5, p50: 3, p95: 1000, p99: 1000, max: 1000 });
});

test('samples are ordered as numbers and left as they are', () => {
  const samples = [10, 9, 100];
  expect(spreadOf(samples)?.p50).toBe(10);
  expect(samples).toEqual([10, 9, 100]);
});
