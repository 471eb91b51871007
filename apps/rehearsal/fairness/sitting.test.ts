import { expect, test } from 'vitest';
import { playSitting } from './sitting.ts';

test('a seed is one sitting, told again alike', () => {
  expect(playSitting(3, 'fair')).toEqual(playSitting(3, 'fair'));
});

test('Q11 in the fair order nobody speaks again before somebody who waits and has not', () => {
  for (const seed of [1, 2, 3]) expect(playSitting(seed, 'fair').again).toBe(0);
  expect(playSitting(2, 'asked').again).toBeGreaterThan(0);
});

test('Q11 a 界别 in which somebody asks is heard', () => {
  for (const seed of [1, 2, 3]) expect(Math.min(...playSitting(seed, 'fair').bySector.values())).toBeGreaterThan(0);
});

test('Q22 what is told as at least is kept, or missed by two minutes at most, 19 times in 20', () => {
  const waits = [61, 62, 63, 64, 65, 66].flatMap((seed) => playSitting(seed, 'fair').waits).filter(({ orLonger }) => orLonger);
  const early = waits.filter(({ told, was }) => told - was > 2 * 60_000);
  expect(waits.length).toBeGreaterThan(40);
  expect(early.length / waits.length).toBeLessThanOrEqual(0.05);
});
