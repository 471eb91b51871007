import { expect, test } from 'vitest';
import { outlineOf, type Piece } from './outline.ts';

const heading = (level: 1 | 2 | 3 | 4, text: string): Piece => ({ kind: 'heading', level, text });
const fact = (id: string): Piece => ({ kind: 'fact', fact: id });
const texts = (pieces: readonly Piece[]) => outlineOf(pieces).map(({ kind, text }) => (kind === 'heading' ? text : kind));

test('a text without headings has its opening only', () => {
  expect(texts([])).toEqual(['opening']);
});

test('headings are numbered as in the text, and an empty one takes no number', () => {
  expect(texts([heading(1, '协商情况'), heading(2, '通报'), heading(1, '  '), heading(1, '建议'), heading(2, '一致意见')])).toEqual([
    'opening',
    '一、协商情况',
    '（一）通报',
    '二、建议',
    '（一）一致意见',
  ]);
});

test('facts are counted under the heading they stand below, and one jumps to where it stands', () => {
  const [opening, course, advice] = outlineOf([
    fact('roll'),
    heading(1, '协商情况'),
    fact('speech.r1'),
    fact('answers.r1'),
    fact('speech.r2'),
    heading(1, '建议'),
    fact('vote.m1.1'),
  ]);
  expect(opening).toMatchObject({ at: -1, speeches: 0, votes: 0 });
  expect(course).toMatchObject({ at: 1, speeches: 2, answers: 1, votes: 0 });
  expect(advice).toMatchObject({ at: 5, speeches: 0, votes: 1 });
});

test('a recommendation that was voted on twice counts once', () => {
  expect(outlineOf([fact('vote.m1.1'), fact('vote.m1.2'), fact('vote.m2.1')])).toMatchObject([{ votes: 2 }]);
});

test('the names of those present are an entry of their own at the end', () => {
  expect(texts([heading(1, '有关要求'), fact('names')])).toEqual(['opening', '一、有关要求', 'closing']);
});
