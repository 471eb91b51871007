// How large a notice is set: as large as all of it fits.
import { expect, test } from 'vitest';
import { noticeSize } from './notice-size.ts';

test.each([
  [10, 'huge'],
  [24, 'huge'],
  [25, 'large'],
  [76, 'large'],
  [77, 'normal'],
  [144, 'normal'],
  [145, 'small'],
  [200, 'small'],
] as const)('%i characters in one go are set %s', (length, size) => expect(noticeSize('请'.repeat(length))).toBe(size));
test('a line of its own takes a line, however short', () => expect(noticeSize('一\n二\n三')).toBe('large'));
test('an empty line does too', () => expect(noticeSize('请就座\n\n茶歇')).toBe('large'));
test('more lines than a screen has are set as small as there is', () => expect(noticeSize('一\n'.repeat(20))).toBe('small'));
