import { expect, test } from 'vitest';
import { waitText } from './wait-text.ts';

const minute = 60_000;

test('Q22 minutes are said one by one up to ten, then by fives; nothing below half a minute', () => {
  const about = (minutes: number) => waitText({ ms: minutes * minute, orLonger: false });
  expect([0.4, 0.6, 9.4, 12, 13, 58].map(about)).toEqual(['', '约 1 分钟', '约 9 分钟', '约 10 分钟', '约 15 分钟', '约 60 分钟']);
});

test('Q22 whoever can be passed is told the least of it, and of that no more than is meant', () => {
  const atLeast = (minutes: number) => waitText({ ms: minutes * minute, orLonger: true });
  expect([0.9, 1.9, 9.9, 14.9, 15].map(atLeast)).toEqual(['', '至少 1 分钟', '至少 9 分钟', '至少 10 分钟', '至少 15 分钟']);
});
