import { describe, expect, test } from 'vitest';
import { limits } from './limits.ts';
import { openRecent } from './recent.ts';

const client = 7;
const piece = (clock: number, bytes = 1) => ({ client, clock, end: clock + 1, structs: 1, bytes: new Uint8Array(bytes) });
const upTo = (clock: number) => new Map([[client, clock]]);

test('who comes back gets what follows on what they hold, in order', () => {
  const recent = openRecent(upTo(3));
  for (const clock of [3, 4, 5]) recent.add([piece(clock)]);
  expect(recent.after(upTo(4))?.map(({ clock }) => clock)).toEqual([4, 5]);
  expect(recent.after(upTo(9))).toEqual([]);
  expect(recent.after(upTo(2))).toBeNull();
  expect(recent.after(new Map())).toBeNull();
});

describe('kept are at most', () => {
  test.each([
    ['so many updates', limits.recentUpdates, 1],
    ['so many bytes', 8, limits.recentBytes / 8],
  ])('%s; who lacks more is told so', (_what, count, bytes) => {
    const recent = openRecent(new Map());
    for (let clock = 0; clock < count; clock += 1) recent.add([piece(clock, bytes)]);
    expect(recent.after(new Map())).toHaveLength(count);
    recent.add([piece(count, bytes)]);
    expect(recent.after(new Map())).toBeNull();
    expect(recent.after(upTo(count))).toHaveLength(1);
    const kept = Array.from({ length: count }, (_, clock) => recent.after(upTo(clock))?.length ?? 0);
    expect(Math.max(...kept)).toBeGreaterThanOrEqual(count / 4);
  });
});
