import { expect, test } from 'vitest';
import { titleLines, width } from './line-breaks.ts';

test('Latin letters and digits are half as wide', () => {
  expect(width('第3次ABC')).toBe(4);
});

test('a title that fits stays in one line', () => {
  expect(titleLines('关于春节安排的纪要', 20)).toEqual(['关于春节安排的纪要']);
});

test.each([
  '关于“推进老旧小区改造、提升城市品质”专题协商会的纪要',
  '关于“加快发展新质生产力、扎实推进高质量发展”双月专题协商座谈会的纪要',
  '关于“发挥数字经济引领作用、推动制造业转型升级、建设区域性先进制造业中心”双月专题协商座谈会的纪要',
])('%s: no line too wide, none begins with a closing sign or 的, nothing lost', (title) => {
  const lines = titleLines(title, 20);
  expect(lines.join('')).toBe(title);
  for (const line of lines) {
    expect(width(line)).toBeLessThanOrEqual(20);
    expect(line).not.toMatch(/^[、，。”》）的]/);
    expect(line).not.toMatch(/[“《（]$/);
  }
});

test('a text beyond weighing is filled line by line, nothing lost', () => {
  const title = '加强民主监督促进协商议政'.repeat(50);
  const lines = titleLines(title, 20);
  expect(lines.join('')).toBe(title);
  expect(Math.max(...lines.map(width))).toBeLessThanOrEqual(20);
});
