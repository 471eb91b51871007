// Everybody has a colour of their own as long as there are enough.
import { colorPlaceOf } from '@xieshang/minutes';
import { expect, test } from 'vitest';
import { paletteOf } from './palette.ts';

test('the colour of the caret, and another where two would share one', () => {
  const people = Array.from({ length: 12 }, (_, n) => `weiyuan${n}`);
  const palette = paletteOf(people);
  expect(palette.get('weiyuan0')).toBe(colorPlaceOf('weiyuan0'));
  expect(new Set(palette.values()).size).toBe(12);
});
test('beyond that they are used again', () => {
  expect(paletteOf(Array.from({ length: 30 }, (_, n) => `p${n}`)).size).toBe(30);
});
