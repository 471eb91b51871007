import { expect, test } from 'vitest';
import { fileNameIn } from '../http/file-name.ts';
import { markSize } from './Paper.tsx';
import { phrasesOf } from './Phrases.tsx';

test('a title is broken after its marks, and nothing of it is lost', () => {
  const title = '关于“精准招商、助推强市建设”专题协商会的纪要';
  expect(phrasesOf(title)).toEqual(['关于“精准招商、', '助推强市建设”', '专题协商会的纪要']);
});

test('a long mark becomes smaller until it fits its line, a short one stays at 30 pt', () => {
  expect(markSize('政协纪要')).toBe(30);
  expect(markSize('十八个字的会议纪要标志一二三四五六七')).toBe(24);
  expect(markSize('政'.repeat(60))).toBe(22);
});

test('a file keeps the Chinese name the server gave it', () => {
  expect(fileNameIn(`attachment; filename="minutes.docx"; filename*=UTF-8''${encodeURIComponent('纪要〔2026〕3号.docx')}`)).toBe(
    '纪要〔2026〕3号.docx',
  );
  expect(fileNameIn('attachment; filename="minutes.docx"')).toBeNull();
  expect(fileNameIn("attachment; filename*=UTF-8''%E4%")).toBeNull();
});
