import { expect, test } from 'vitest';
import type { Stroke } from './prose.ts';
import { outcomeOf } from './text-verdict.ts';

const word = (text: string, mark: string | null = null): Stroke => ({ kind: 'word', text, mark });
const strokes: readonly Stroke[] = [
  word('养老'),
  word('服物'),
  { kind: 'erase', text: '服物', mark: null },
  word('服务。〔1-1〕', '〔1-1〕'),
  word('护理。〔11-1〕', '〔11-1〕'),
];
const before = '导语';
const outcome = (after: string) => outcomeOf({ before, after, strokes });

test('all there, in whatever order', () => {
  const typed = 2 + 2 + 8 + 9;
  expect(outcome('护理。〔11-1〕导语养老服务。〔1-1〕')).toEqual({
    marks: 2,
    lost: 0,
    doubled: 0,
    letters: { typed, missing: 0, surplus: 0 },
  });
});

test('a mark that is missing is lost', () => {
  expect(outcome('导语养老服务。护理。〔11-1〕')).toMatchObject({ lost: 1, doubled: 0, letters: { missing: 5, surplus: 0 } });
});

test('a mark that stands twice is doubled', () => {
  expect(outcome('导语养老服务。〔1-1〕〔1-1〕护理。〔11-1〕')).toMatchObject({ lost: 0, doubled: 1, letters: { missing: 0, surplus: 5 } });
});

test('a letter too few and another too many do not make up for each other', () => {
  expect(outcome('导语养老老务。〔1-1〕护理。〔11-1〕')).toMatchObject({ lost: 0, letters: { missing: 1, surplus: 1 } });
});

test('what was erased and is back is too much', () => {
  expect(outcome('导语养老服物服务。〔1-1〕护理。〔11-1〕')).toMatchObject({ letters: { missing: 0, surplus: 2 } });
});

test('what stood there before is missed as well', () => {
  expect(outcome('导养老服务。〔1-1〕护理。〔11-1〕')).toMatchObject({ letters: { missing: 1, surplus: 0 } });
});
