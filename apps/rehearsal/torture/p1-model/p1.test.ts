import { expect, test } from 'vitest';
import { cells, ways } from './cells.ts';
import { nothingMet, playCourse } from './course.ts';
import { p1 } from './programme.ts';
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
  expect(new Set(ways.map(([name]) => name))).toEqual(new Set([...cells.keys(), 'lived', 'asked', 'voided']));
});
