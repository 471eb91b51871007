import { expect, test } from 'vitest';
import { gapMs, randomFrom, strokes, type Stroke } from './prose.ts';

function some(typist: number, count: number): readonly Stroke[] {
  const next = strokes(typist, randomFrom(typist));
  return Array.from({ length: count }, () => next.next().value);
}

test('the same typist types the same, another one something else', () => {
  expect(some(1, 200)).toEqual(some(1, 200));
  expect(some(2, 200).map(({ text }) => text)).not.toEqual(some(1, 200).map(({ text }) => text));
});

test('every sentence ends with a mark of its own, which names the typist', () => {
  const marks = some(7, 2000).flatMap(({ mark }) => (mark === null ? [] : [mark]));
  expect(marks.length).toBeGreaterThan(150);
  expect(new Set(marks).size).toBe(marks.length);
  expect(marks.every((mark) => mark.startsWith('〔7-'))).toBe(true);
});

test('a mark stands at the end of its words', () => {
  for (const { text, mark } of some(3, 500)) expect(text.endsWith(mark ?? text)).toBe(true);
});

test('only what was typed last is erased', () => {
  const all = some(5, 2000);
  const erased = all.flatMap((stroke, place) => (stroke.kind === 'erase' ? [[stroke.text, all[place - 1]?.text]] : []));
  expect(erased.length).toBeGreaterThan(20);
  for (const [text, last] of erased) expect(text).toBe(last);
});

test('a heading is followed by a paragraph, and all kinds of acts come about', () => {
  const all = some(4, 2000);
  for (const [place, { kind }] of all.entries()) if (kind === 'heading' && place < 1999) expect(all[place + 1]?.kind).toBe('paragraph');
  expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(['heading', 'paragraph', 'own', 'shared', 'word', 'erase']));
});

test('words come at the pace of people', () => {
  const random = randomFrom(1);
  const gaps = Array.from({ length: 500 }, () => gapMs(random));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(500);
  expect(Math.max(...gaps)).toBeLessThan(1500);
});
