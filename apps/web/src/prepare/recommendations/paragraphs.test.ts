import { expect, test } from 'vitest';
import { paragraphs } from './paragraphs.ts';

test('one item a paragraph, blank ones none', () => {
  expect(paragraphs('甲\n\n　　乙　\r\n丙')).toEqual(['甲', '乙', '丙']);
});

test('numbers at the head of a paragraph go, those in its text stay', () => {
  for (const head of ['一、', '（一）', '(1) ', '1.', '1、', '十二、', '建议3：', '第二条、', 'R4 ']) {
    expect(paragraphs(`${head}建议以13条产业链为单元。`)).toEqual(['建议以13条产业链为单元。']);
  }
  expect(paragraphs('13条产业链都要有图谱。')).toEqual(['13条产业链都要有图谱。']);
  expect(paragraphs('一是绘制图谱。')).toEqual(['一是绘制图谱。']);
});
