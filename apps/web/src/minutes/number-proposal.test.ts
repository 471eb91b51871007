import { expect, test } from 'vitest';
import { numbering, proposedNumber } from './number-proposal.ts';

const summer = Date.UTC(2022, 5, 2);

test('the number of the meeting in its title becomes the number of its minutes', () => {
  expect(proposedNumber('政协明川市委员会2022年第3次双月专题协商座谈会', summer)).toBe('〔2022〕3号');
  expect(proposedNumber('第十次协商会', summer)).toBe('〔2022〕10号');
  expect(proposedNumber('第十二次协商会', summer)).toBe('〔2022〕12号');
  expect(proposedNumber('第二十一次协商会', summer)).toBe('〔2022〕21号');
  expect(proposedNumber('第三次协商会', summer)).toBe('〔2022〕3号');
});

test('a title that counts nothing proposes the first number', () => {
  expect(proposedNumber('界别协商会', summer)).toBe('〔2022〕1号');
  expect(proposedNumber('', summer)).toBe('〔2022〕1号');
});

test('the year is that of the issue in the committee’s zone, not that of the meeting', () => {
  expect(proposedNumber('2022年第6次双月专题协商座谈会', Date.UTC(2022, 11, 31, 17))).toBe('〔2023〕6号');
});

test('M17 numbers of a kind go on from the highest of the year, and those left out are named', () => {
  expect(numbering(['〔2022〕2号', '〔2022〕5号', '〔2021〕9号'], '第1次协商会', summer)).toEqual({
    proposed: '〔2022〕6号',
    gaps: [1, 3, 4],
  });
});

test('M17 the first of a year begins with what the title counts; a number of another form stands in no one’s way', () => {
  expect(numbering(['〔2021〕9号', '政协纪要第8号'], '第3次双月协商座谈会', summer)).toEqual({ proposed: '〔2022〕3号', gaps: [] });
});
