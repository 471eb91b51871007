import { expect, test } from 'vitest';
import { calendarDay, clockTime, dayAndTime, fieldTime, instantOf, lengthOf, writtenDay } from './time.ts';

const opening = Date.UTC(2022, 4, 26, 5, 30);

test('times are those of the committee, whatever the device thinks', () => {
  expect(dayAndTime(opening)).toBe('2022年5月26日 星期四 13:30');
  expect(clockTime(opening, 'Asia/Urumqi')).toBe('11:30');
});

test('the day changes at the committee’s midnight', () => {
  const late = Date.UTC(2022, 11, 31, 16, 0);
  expect(calendarDay(late)).toBe('2023年1月1日');
  expect(clockTime(late)).toBe('00:00');
});

test('a time filled in and read again is the same, also in a zone with summer time', () => {
  for (const zone of ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York']) {
    for (const wall of ['2022-05-26T13:30', '2026-03-29T12:00', '2026-11-01T08:15']) {
      const at = instantOf(wall, zone);
      expect(at).not.toBeNull();
      expect(fieldTime(at ?? 0, zone)).toBe(wall);
    }
  }
  expect(instantOf('2022-05-26T13:30')).toBe(opening);
});

test('what is no time is none', () => {
  expect(instantOf('')).toBeNull();
  expect(instantOf('明天下午')).toBeNull();
});

test('lengths and dates are written out', () => {
  expect(lengthOf(40_000)).toBe('40秒');
  expect(lengthOf(360_000)).toBe('6分钟');
  expect(lengthOf(72 * 60_000)).toBe('1小时12分钟');
  expect(lengthOf(7_200_000)).toBe('2小时');
  expect(writtenDay('2022-06-10')).toBe('2022年6月10日');
});
