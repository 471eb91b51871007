import { expect, test } from 'vitest';
import { isMet } from '../figure.ts';
import { goalsOf, type Row } from './goals.ts';

const row = (target: Row['target'], round: number, measured: Row['measured'], scenario = 'at1000'): Row => ({
  scenario,
  target,
  round,
  measured,
});

test('a goal is the median of the rounds’ own ratios, not the ratio of the medians', () => {
  const rows = [
    ...[10, 20, 40].map((value, round) => row('floor', round, { fan1P50: value })),
    ...[15, 16, 17].map((value, round) => row('peer', round, { fan1P50: value })),
    ...[12, 18, 20].map((value, round) => row('ours', round, { fan1P50: value })),
  ];
  const [figure] = goalsOf(rows);
  expect(figure).toMatchObject({ goal: 'R1', floor: 20, peer: { name: 'socket.io', value: 16 }, ours: 18, judged: 0.9, rounds: 3 });
  expect(figure && isMet(figure)).toBe(true);
});

test('how much slower many are than few is told for each, and held against the goal', () => {
  const rows = (['floor', 'peer', 'ours'] as const).flatMap((target, place) => [
    row(target, 0, { fan1P50: 2, fan1P99: 3 }, 'at500'),
    row(target, 0, { fan1P50: 4 + place, fan1P99: 8 }, 'at2000'),
  ]);
  expect(goalsOf(rows).map(({ goal, floor, ours, judged }) => ({ goal, floor, ours, judged }))).toEqual([
    { goal: 'R3', floor: 2, ours: 3, judged: 3 },
    { goal: 'R3', floor: 2, ours: 1.333, judged: 1.333 },
  ]);
});

test('what was not measured has no figure', () => {
  expect(goalsOf([row('ours', 0, { fan1P50: 1 })])).toEqual([]);
});
