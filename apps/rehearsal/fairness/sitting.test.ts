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
