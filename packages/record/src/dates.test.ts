import { expect, test } from 'vitest';
import { dateIn } from './dates.ts';

test('the day in the zone of the committee, without leading zeros', () => {
  const at = Date.UTC(2022, 5, 1, 23, 59);
  expect(dateIn('Asia/Shanghai', at)).toBe('2022年6月2日');
  expect(dateIn('UTC', at)).toBe('2022年6月1日');
});
