import { expect, test } from 'vitest';
import { waitText } from './wait-text.ts';

const minute = 60_000;

test('Q22 minutes are said one by one up to ten, then by fives; nothing below half a minute', () => {
  const about = (minutes: number) => waitText({ ms: minutes * minute, orLonger: false });
  expect([0.4, 0.6, 9.4, 12, 13, 58].map(about)).toEqual(['', '约 1 分钟', '约 9 分钟', '约 10 分钟', '约 15 分钟', '约 60 分钟']);
});

test('Q22 whoever can be passed is told the least of it', () => {
  expect(waitText({ ms: 12 * minute, orLonger: true })).toBe('至少 10 分钟');
});
