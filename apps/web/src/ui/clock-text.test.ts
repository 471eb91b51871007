import { expect, test } from 'vitest';
import { clockText } from './clock-text.ts';

test('a countdown shows a second until it has wholly gone', () => {
  expect(clockText(161_000)).toBe('02:41');
  expect(clockText(160_001)).toBe('02:41');
  expect(clockText(0)).toBe('00:00');
});

test('time over the limit carries a plus, from its first whole second', () => {
  expect(clockText(-400)).toBe('00:00');
  expect(clockText(-40_900)).toBe('+00:40');
});

test('hours appear only when there are some', () => {
  expect(clockText(3_761_000)).toBe('1:02:41');
});
