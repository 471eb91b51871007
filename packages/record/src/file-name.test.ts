import { expect, test } from 'vitest';
import { minutesFileName } from './index.ts';
import { sample } from './testing/manuscript.ts';

test('mark and number', () => {
  expect(minutesFileName(sample)).toBe('政协明川市委员会双月专题协商座谈会纪要〔2022〕3号.docx');
});

test('a draft says so', () => {
  expect(minutesFileName({ ...sample, number: null })).toBe('政协明川市委员会双月专题协商座谈会纪要（草稿）.docx');
});

test('no path, no control or direction signs, at most 255 bytes', () => {
  const name = minutesFileName({ ...sample, mark: `../..\\\u0000\u202e${'长'.repeat(300)}`, number: 'a/b:c' });
  expect(name).not.toMatch(/[\\/:\u202e]|^\./);
  expect(name.endsWith('abc.docx')).toBe(true);
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
  expect(minutesFileName({ ...sample, mark: '', number: null })).toBe('会议纪要（草稿）.docx');
});
