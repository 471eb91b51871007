import { personId, requestId, type Floor } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import { cueOwed, cuesOf } from './cues.ts';

const minute = 60_000;
const speaking = (limitMs: number, spokenMs = 0): Floor => ({
  phase: 'speaking',
  request: {
    requestId: requestId('q1'),
    person: personId('li'),
    kind: 'openFloorSpeech',
    topic: '',
    addressedTo: [],
    inReplyTo: null,
    limitMs,
    askedAt: 0,
    enteredBy: personId('li'),
    origin: 'asked',
  },
  from: 0,
  limitMs,
  spokenMs,
  since: 1000,
  overtimeAt: null,
});
const told = (floor: Floor, now = 0) => cuesOf(floor, [minute, 30_000], now).map(({ leftMs, strokes, at }) => [leftMs, strokes, at]);

test('F11 one stroke at a minute, two at half a minute, three when time is up', () => {
  expect(told(speaking(3 * minute))).toEqual([
    [minute, 1, 1000 + 2 * minute],
    [30_000, 2, 1000 + 2.5 * minute],
    [0, 3, 1000 + 3 * minute],
  ]);
});

test('F11 what is past does not come again, and the clock goes on from what was spoken', () => {
  expect(told(speaking(3 * minute, minute), 1000 + 1.2 * minute)).toEqual([
    [30_000, 2, 1000 + 1.5 * minute],
    [0, 3, 1000 + 2 * minute],
  ]);
});

test('F11 a speech no longer than a warning begins without it; a standing clock calls nobody', () => {
  expect(told(speaking(minute)).map(([left]) => left)).toEqual([30_000, 0]);
  const { since: _since, ...held } = speaking(3 * minute) as Extract<Floor, { phase: 'speaking' }>;
  expect(cuesOf({ ...held, phase: 'paused', pausedAt: 0 }, [minute], 0)).toEqual([]);
});

test('F11 a limit cut below what was spoken owes the last cue it left behind, once', () => {
  const cut = speaking(2 * minute) as Extract<Floor, { phase: 'speaking' }>;
  const at = (spoken: number, knownMs: number) => cueOwed(cut, [minute, 30_000], knownMs, 1000 + spoken)?.leftMs;
  expect(at(2.1 * minute, 1.4 * minute)).toBe(0);
  expect(at(1.6 * minute, 1.4 * minute)).toBe(30_000);
  expect(at(1.6 * minute, 30_000)).toBeUndefined();
  expect(at(0.5 * minute, 2.5 * minute)).toBeUndefined();
});
