import { motionId, type Motion } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import type { Held } from '../../shared/held.ts';
import { itemsText, motionRows, nextToPut } from './motion-rows.ts';

const paper = (number: number) => ({ number, text: `第${number}条`, version: 1, leadUnit: '', coUnits: [], dueDate: null });
const drafts = Object.fromEntries([2, 1, 3].map((n) => [`m${n}`, { motionId: motionId(`m${n}`), ...paper(n) }]));
const decided = (n: number, closedAt: number): Motion => ({
  phase: 'closed',
  voterRoll: [],
  unreachable: [],
  round: 1,
  earlier: [],
  result: { form: 'acclamation', paper: paper(n), roll: 3, passed: true, closedAt },
});
const objected = (n: number): Motion => ({ phase: 'objected', round: 1, paper: paper(n), objector: 'li' as never, earlier: [] });
const rows = (motions: Readonly<Record<string, Motion>>) =>
  motionRows({ recommendations: drafts, amendments: {}, motions } as unknown as Held);

test('the list stands by number, and the first is put first', () => {
  expect(rows({}).map(({ number, open }) => [number, open])).toEqual([
    [1, true],
    [2, true],
    [3, true],
  ]);
  expect(nextToPut(rows({}))).toBe('m1');
});

test('after a vote the one behind it is next, and at the end whatever was left out', () => {
  expect(nextToPut(rows({ m2: decided(2, 10) }))).toBe('m3');
  expect(nextToPut(rows({ m1: decided(1, 20), m3: decided(3, 10) }))).toBe('m2');
  expect(nextToPut(rows({ m3: decided(3, 30) }))).toBe('m1');
});

test('V12 an objection leaves the recommendation open; when all are decided none is next', () => {
  expect(nextToPut(rows({ m1: decided(1, 1), m2: objected(2), m3: decided(3, 2) }))).toBe('m2');
  expect(nextToPut(rows({ m1: decided(1, 1), m2: decided(2, 2), m3: decided(3, 3) }))).toBeUndefined();
});

test('several recommendations are named by their range, or one by one', () => {
  const [one, two, three] = rows({});
  if (!one || !two || !three) throw new Error('three drafts');
  expect(itemsText([one, two, three])).toBe('建议1至建议3（3 项）');
  expect(itemsText([one, three])).toBe('建议1、建议3');
  expect(itemsText([two])).toBe('建议2');
});
