import { expect, test } from 'vitest';
import { receipts } from './receipts.ts';

test('the n first edits are on disk', () => {
  const one = receipts();
  one.connected();
  for (const at of [10, 20, 30]) one.sent(at);
  one.onDisk(2, 100);
  expect([one.samples(), one.open()]).toEqual([[90, 80], 1]);
  one.onDisk(3, 110);
  expect([one.samples(), one.open()]).toEqual([[90, 80, 80], 0]);
});

test('the same number again is nothing new, nor a smaller one', () => {
  const one = receipts();
  one.sent(10);
  one.onDisk(1, 20);
  one.onDisk(1, 30);
  one.onDisk(0, 40);
  expect([one.samples(), one.open()]).toEqual([[10], 0]);
});

test('a number beyond what was sent promises nothing of later edits', () => {
  const one = receipts();
  one.onDisk(5, 20);
  one.sent(30);
  expect([one.samples(), one.open()]).toEqual([[], 1]);
});

test('a new line counts from nothing, and what the old one left open is told', () => {
  const one = receipts();
  one.sent(10);
  one.sent(11);
  one.onDisk(1, 20);
  one.connected();
  expect([one.open(), one.cut()]).toEqual([0, 1]);
  one.sent(30);
  one.onDisk(1, 35);
  expect(one.samples()).toEqual([10, 5]);
});

test('the marks of edits with a receipt were promised, those of a line that was cut were not', () => {
  const one = receipts();
  one.connected();
  one.sent(0, '〔1-1〕');
  one.sent(1);
  one.sent(2, '〔1-2〕');
  one.onDisk(2, 10);
  one.connected();
  expect(one.marks()).toEqual(['〔1-1〕']);
});
