import { expect, test } from 'vitest';
import { excerpt } from './marks.ts';

const shown = (text: string, typed: string): string =>
  excerpt(text, typed)
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');

test('what was typed is marked, the longer word first, and nothing twice', () => {
  expect(shown('招商引资与招商', '招商 招商引资')).toBe('[招商引资]与[招商]');
});

test('a long text is shown around the first mark', () => {
  const long = shown(`${'前'.repeat(100)}招商${'后'.repeat(300)}`, '招商');
  expect(long).toBe(`…${'前'.repeat(30)}[招商]${'后'.repeat(128)}…`);
});

test('what stands there in another width or only by folding is shown unmarked, and nothing is lost', () => {
  expect(shown('İ 招商', '招商')).toBe('İ 招商');
  expect(shown('５Ｇ基站', '5g')).toBe('５Ｇ基站');
});
