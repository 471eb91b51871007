import { emptyQueue, personId, requestId, type Queue, type Request, type StageBudget } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import { cutsFor } from './cuts.ts';

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
