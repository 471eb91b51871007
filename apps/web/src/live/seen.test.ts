import { digestOf } from '@xieshang/protocol';
import { expect, test, vi } from 'vitest';
import { keepSeen, seenOf } from './seen.ts';
import { storageOfTest } from './testing.ts';

const [key, early, late] = ['key', 'early', 'late'].map(digestOf);
const seen = (seq: number, head = early) => ({ seq, head: head ?? '', key: key ?? '' });
const kept = storageOfTest('localStorage');

test('law 5: what was seen is found again, of each meeting its own', () => {
  keepSeen('demo', seen(3));
  keepSeen('other', seen(7, late));
  expect([seenOf('demo'), seenOf('other'), seenOf('third')]).toEqual([seen(3), seen(7, late), null]);
});

test('law 5: it goes only forward; another head at the same place does not take its place', () => {
  keepSeen('demo', seen(3));
  keepSeen('demo', seen(2, late));
  keepSeen('demo', seen(3, late));
  expect(seenOf('demo')).toEqual(seen(3));
  keepSeen('demo', seen(4, late));
  expect(seenOf('demo')).toEqual(seen(4, late));
});

test('law 5: a restoration that was explained sets it back', () => {
  keepSeen('demo', seen(9));
  keepSeen('demo', seen(2, late), 'setBack');
  expect(seenOf('demo')).toEqual(seen(2, late));
});

test('nobody reads from it which meeting it was, nor any text', () => {
  keepSeen('明川市双月协商', seen(3));
  expect([...kept].flat().join()).toMatch(/^xieshang\.seen\.[0-9a-f]{32},3 [0-9a-f]{64} [0-9a-f]{64}$/);
});

test('what somebody else wrote there is nothing, and so is a browser that keeps nothing', () => {
  keepSeen('demo', seen(3));
  for (const name of kept.keys()) kept.set(name, 'x');
  expect(seenOf('demo')).toBeNull();
  vi.stubGlobal('localStorage', undefined);
  expect(() => keepSeen('demo', seen(3))).not.toThrow();
  expect(seenOf('demo')).toBeNull();
});
