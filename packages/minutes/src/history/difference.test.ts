// How two pages differ, line by line.
import { describe, expect, test } from 'vitest';
import { factId } from '../fact-id.ts';
import { differenceOf } from './difference.ts';
import type { Line, Page } from './page.ts';

const line = (text: string, style: 'paragraph' | 'heading' = 'paragraph'): Line => ({
  ...{ kind: 'text', style, level: style === 'heading' ? 1 : 0 },
  pieces: text === '' ? [] : [{ text, written: { by: 'mishu1', at: 1 }, moved: null }],
});
const page = (seq: number, ...lines: readonly Line[]): Page => ({ seq, by: 'mishu1', at: seq, lines });
const fact: Line = { kind: 'fact', fact: factId('roll') };

const told = (before: readonly Line[], after: readonly Line[]): readonly string[] =>
  differenceOf(page(1, ...before), page(2, ...after)).lines.map((one) => {
    if (one.kind !== 'text') return `${one.change} #${one.kind === 'fact' ? one.fact : one.image}`;
    const words = one.parts.map(({ change, pieces }) => {
      const text = pieces.map((piece) => piece.text).join('');
      return change === 'same' ? text : change === 'removed' ? `-${text}-` : `+${text}+`;
    });
    return `${one.change}${one.styled ? ' styled' : ''} ${words.join('')}`;
  });

describe('a difference of pages', () => {
  test('pairs the lines that are alike and leaves the others whole', () => {
    expect(told([line('会议要求落实。'), line('全文完。')], [line('会议听取了通报。'), line('会议强调落实。'), line('全文完。')])).toEqual([
      'added +会议听取了通报。+',
      'changed 会议-要求-+强调+落实。',
      'same 全文完。',
    ]);
  });
  test('shows a line that went and a line that came', () => {
    expect(told([line('甲乙丙丁'), fact], [fact, line('子丑寅卯')])).toEqual(['removed -甲乙丙丁-', 'same #roll', 'added +子丑寅卯+']);
  });
  test('says when only the style changed', () => {
    expect(told([line('主要建议')], [line('主要建议', 'heading')])).toEqual(['same styled 主要建议']);
  });
  test('facts come and go by their name', () => {
    expect(told([line('一')], [line('一'), fact])).toEqual(['same 一', 'added #roll']);
  });
  test('images come and go by what they show', () => {
    const image: Line = { kind: 'image', image: 'i-1', caption: '现场' };
    expect(told([line('一'), image], [line('一'), { ...image, caption: '会场' }])).toEqual(['same 一', 'removed #i-1', 'added #i-1']);
  });
  test('counts characters', () => {
    expect(differenceOf(page(1, line('会议要求')), page(2, line('会议强调了')))).toMatchObject({ from: 1, to: 2, added: 3, removed: 2 });
  });
  test('of hundreds of new lines is found without comparing each with each', () => {
    const many = (word: string): readonly Line[] => Array.from({ length: 300 }, (_, n) => line(`${word}${n}${word}`));
    expect(differenceOf(page(1, ...many('甲')), page(2, ...many('乙'))).lines.length).toBeGreaterThan(299);
  });
});
