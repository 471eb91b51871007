import { emptyQueue, personId, requestId, type Queue, type Request, type StageBudget } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import { cutsFor, lackOf } from './cuts.ts';

const minute = 60_000;
const waits = (n: number): Request => ({
  requestId: requestId(`q${n}`),
  person: personId(`p${n}`),
  kind: 'openFloorSpeech',
  topic: '',
  addressedTo: [],
  inReplyTo: null,
  limitMs: 3 * minute,
  askedAt: 0,
  enteredBy: personId(`p${n}`),
  origin: 'asked',
});
const queue: Queue = { ...emptyQueue, waiting: [1, 2, 3, 4].map(waits) };
const budget = (leftMs: number): StageBudget => ({ plannedMs: 24 * minute, usedMs: 0, leftMs, waiting: 4, neededMs: 12 * minute });

test('Q16 where time is short the limit with which it suffices is offered, in half minutes', () => {
  expect(cutsFor(queue, budget(10 * minute)).map((ms) => ms / minute)).toEqual([2.5, 2, 1]);
});

test('only limits shorter than the present ones are offered', () => {
  expect(cutsFor(queue, budget(60 * minute)).map((ms) => ms / minute)).toEqual([2, 1]);
  expect(cutsFor(emptyQueue, budget(0))).toEqual([]);
});

test('Q18 time is short from a whole minute on: a list planned to fill its stage is not short in its first seconds', () => {
  expect(lackOf(budget(12 * minute - 3_000))).toBe(0);
  expect(cutsFor(queue, budget(12 * minute - 3_000)).map((ms) => ms / minute)).toEqual([2, 1]);
  expect(lackOf(budget(11 * minute))).toBe(minute);
});

test('Q18 what is already over adds nothing to the lack, and nobody who waits lacks anything', () => {
  expect(lackOf(budget(-5 * minute))).toBe(12 * minute);
  expect(lackOf({ ...budget(-5 * minute), waiting: 0, neededMs: 0 })).toBe(0);
});
