// Which of the texts that stand no more are listed, and how they are searched.
import type { FoundText } from '@xieshang/minutes/history';
import { expect, test } from 'vitest';
import { matching, writersOfFound } from './found-texts.ts';

const found = (id: string, text: string, by: string, at: number, stands = false): FoundText => ({
  ...{ id, text, taken: { by: 'mishu2', at }, under: '', stands },
  pieces: [{ text, written: { by, at: 0 }, moved: null }],
});
const texts = [
  found('1', '会议要求\n抓好落实', 'mishu1', 10),
  found('2', '的', 'mishu1', 20),
  found('3', '招商引资情况', 'weiyuan01', 30),
  found('4', '移到别处的话', 'mishu1', 40, true),
];
const ids = (wish: Parameters<typeof matching>[1]): readonly string[] => matching(texts, wish).map(({ id }) => id);

test('last taken first, without slips and what only moved', () => expect(ids({ search: '', by: '', small: false })).toEqual(['3', '1']));
test('slips and what moved when they are asked for', () => expect(ids({ search: '', by: '', small: true })).toEqual(['4', '3', '2', '1']));
test('by words across lines, and by who wrote', () => {
  expect(ids({ search: '要求抓好', by: '', small: false })).toEqual(['1']);
  expect(ids({ search: '', by: 'weiyuan01', small: true })).toEqual(['3']);
  expect(writersOfFound(texts)).toEqual(['mishu1', 'weiyuan01']);
});
