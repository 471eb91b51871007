import { expect, test } from 'vitest';
import { ruleSentence } from './rule-sentence.ts';

const figures = { eligible: 32, present: 28 };
const half = { kind: 'moreThan', parts: 1, of: 2 } as const;

test('V1 the number needed is said before the vote is opened, with its base', () => {
  expect(ruleSentence({ base: 'eligible', threshold: half }, figures)).toBe('须赞成 ≥ 17，应到 32 过半');
  expect(ruleSentence({ base: 'present', threshold: { kind: 'atLeast', parts: 2, of: 3 } }, figures)).toBe(
    '须赞成 ≥ 19，实到 28 三分之二以上',
  );
});

test('V1 a base that only the count knows is named without a number', () => {
  expect(ruleSentence({ base: 'cast', threshold: half }, figures)).toBe('须赞成达到投票过半，结束时按实际票数计算');
  expect(ruleSentence({ base: 'valid', threshold: { kind: 'consensus' } }, figures)).toBe('须有人赞成且无人反对');
});
