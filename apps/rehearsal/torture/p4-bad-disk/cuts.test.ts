import { expect, test } from 'vitest';
import { spoilingOf, spoilt } from './cuts.ts';

const wal = Buffer.from('0123456789'.repeat(100));

test('a place is in the log, and the same for the same seed', () => {
  const places = Array.from({ length: 500 }, (_, seed) => spoilingOf(seed, wal.length));
  expect(places.every(({ at }) => at >= 0 && at < wal.length)).toBe(true);
  expect(new Set(places.map(({ kind }) => kind)).size).toBe(4);
  expect(spoilingOf(7, wal.length)).toEqual(spoilingOf(7, wal.length));
});

test.each(['cut', 'flip', 'zeros', 'garbage'] as const)('%s leaves what is before it', (kind) => {
  const after = spoilt(wal, { kind, at: 123 });
  expect(after.subarray(0, 123).equals(wal.subarray(0, 123))).toBe(true);
  expect(after.equals(wal)).toBe(false);
});
