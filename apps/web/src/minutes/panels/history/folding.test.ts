// What is the same on both sides is folded, but for what stands beside a change.
import type { DifferentLine } from '@xieshang/minutes/history';
import { expect, test } from 'vitest';
import { stretchesOf } from './folding.ts';

const line = (change: 'same' | 'changed'): DifferentLine => ({
  kind: 'text',
  change,
  style: 'paragraph',
  level: 0,
  styled: false,
  parts: [],
});
const told = (...changes: readonly ('same' | 'changed')[]): readonly string[] =>
  stretchesOf(changes.map(line)).map(({ from, lines, folded }) => `${from}+${lines.length}${folded ? ' folded' : ''}`);

test('one line beside a change stays in view, the others are folded', () => {
  expect(told('same', 'same', 'same', 'same', 'changed', 'same', 'same', 'same', 'same')).toEqual(['0+3 folded', '3+3', '6+3 folded']);
});
test('two lines are not worth folding', () => {
  expect(told('same', 'same', 'same', 'changed').some((one) => one.includes('folded'))).toBe(false);
});
