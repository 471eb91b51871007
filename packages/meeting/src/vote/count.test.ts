// V1, V8, V9: exact whole numbers.
import { describe, expect, test } from 'vitest';
import { isPossible, needed, sameRule, type Threshold, type VoteBase } from '../rules.ts';
import { verdict } from './count.ts';

const half: Threshold = { kind: 'moreThan', parts: 1, of: 2 };
const twoThirds: Threshold = { kind: 'atLeast', parts: 2, of: 3 };
const tally = (approve: number, oppose = 0, abstain = 0, notPressed = 0) => ({ approve, oppose, abstain, notPressed });
const judge = (base: VoteBase, threshold: Threshold, votes: ReturnType<typeof tally>, eligible = 32) => {
  const present = votes.approve + votes.oppose + votes.abstain + votes.notPressed;
  return verdict({ base, threshold }, votes, { eligible, present });
};

test.each([
  [half, 32, 17],
  [half, 28, 15],
  [half, 27, 14],
  [half, 0, 1],
  [twoThirds, 30, 20],
  [twoThirds, 31, 21],
  [twoThirds, 0, 1],
  [{ kind: 'atLeast', parts: 3, of: 4 }, 28, 21],
  [{ kind: 'moreThan', parts: 7, of: 10 }, 10, 8],
  [{ kind: 'atLeast', parts: 7, of: 10 }, 10, 7],
  [{ kind: 'consensus' }, 28, 28],
] as const)('V1 %o of %i needs %i', (threshold, base, least) => {
  expect(needed(threshold, base)).toBe(least);
});

test('V1 stays exact with large numbers', () => {
  const big = 3_002_399_751_580_331;
  expect(needed({ kind: 'moreThan', parts: 1, of: 3 }, big)).toBe((big - (big % 3)) / 3 + 1);
});

describe('V9 the verdict', () => {
  test('a tie fails, on every base', () => {
    for (const base of ['present', 'cast', 'valid'] as const) expect(judge(base, half, tally(14, 14)).passed).toBe(false);
    expect(judge('eligible', half, tally(16, 0, 0, 12)).passed).toBe(false);
  });
  test('each base counts its own', () => {
    const votes = tally(13, 9, 4, 2);
    expect(judge('eligible', half, votes)).toEqual({ base: 32, needed: 17, passed: false });
    expect(judge('present', half, votes)).toEqual({ base: 28, needed: 15, passed: false });
    expect(judge('cast', half, votes)).toEqual({ base: 26, needed: 14, passed: false });
    expect(judge('valid', half, votes)).toEqual({ base: 22, needed: 12, passed: true });
  });
  test('two thirds is reached exactly', () => {
    expect(judge('cast', twoThirds, tally(20, 10)).passed).toBe(true);
    expect(judge('cast', twoThirds, tally(19, 10)).passed).toBe(false);
  });
  test('a vote nobody took part in fails', () => {
    for (const base of ['cast', 'valid'] as const) expect(judge(base, half, tally(0, 0, 0, 28)).passed).toBe(false);
  });
  test('consensus is nobody opposed and somebody in favour', () => {
    expect(judge('present', { kind: 'consensus' }, tally(1, 0, 20)).passed).toBe(true);
    expect(judge('present', { kind: 'consensus' }, tally(27, 1)).passed).toBe(false);
    expect(judge('present', { kind: 'consensus' }, tally(0, 0, 28)).passed).toBe(false);
  });
});

test('V14 which thresholds are possible, and which rules are the same', () => {
  expect([half, twoThirds, { kind: 'atLeast', parts: 1, of: 1 } as const].every(isPossible)).toBe(true);
  expect(isPossible({ kind: 'moreThan', parts: 1, of: 1 })).toBe(false);
  expect(isPossible({ kind: 'atLeast', parts: 0, of: 2 })).toBe(false);
  expect(sameRule({ base: 'cast', threshold: half }, { base: 'cast', threshold: { ...half } })).toBe(true);
  expect(sameRule({ base: 'cast', threshold: half }, { base: 'cast', threshold: { kind: 'consensus' } })).toBe(false);
});
