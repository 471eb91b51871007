import { expect, test } from 'vitest';
import { cells, ways } from './cells.ts';
import { nothingMet, playCourse } from './course.ts';
import { p1 } from './programme.ts';
import { secretElection, secretVote } from './secret-scene.ts';
import fc from 'fast-check';

test('P1: host and the simple idea of a meeting agree on every answer and every state', async () => {
  const { figures, failures } = await p1.run('short', 1);
  expect(failures).toEqual([]);
  expect(figures).toMatchObject({ divergences: 0, runs: 240 });
});

test.each([...cells])('P1: the way to “%s” leads there, every step of it accepted', async (_, asks) => {
  const met = nothingMet();
  const [scheduler] = fc.sample(fc.scheduler(), { numRuns: 1, seed: 1 });
  expect(scheduler).toBeDefined();
  if (scheduler)
    await playCourse(
      asks.map((ask) => ({ ms: 1000, asks: [ask] })),
      scheduler,
      '5ea1'.repeat(16),
      met,
    );
  expect(met.accepted).toBe(asks.length);
});

test('P1: every state of affairs has its share of courses', () => {
  expect(new Set(ways.map(([name]) => name))).toEqual(new Set([...cells.keys(), 'lived', 'asked', 'voided', 'sealed']));
});

test.each([
  ['motions', secretVote],
  ['election', secretElection],
] as const)('P1: secret ballots over %s come to their count, and every other end there is', async (what, scene) => {
  const met = nothingMet();
  const sitting = cells.get('inSession/open/free/quiet')?.map((ask) => ({ ms: 1000, asks: [ask] })) ?? [];
  const plays = fc.sample(fc.tuple(scene, fc.scheduler()), { numRuns: 60, seed: 1 });
  for (const [rounds, scheduler] of plays) await playCourse([...sitting, ...rounds], scheduler, '5ea1'.repeat(16), met);
  const ends = ['counted', 'sealed', 'void'].map((phase) => met.ballots.get(`${what} ${phase}`) ?? 0);
  expect(Math.min(...ends), String(ends)).toBeGreaterThan(1);
  expect(ends[0]).toBeGreaterThan(10);
});
