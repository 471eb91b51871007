// What is said of the ballots of a secret vote beside its figures.
import type { CountedResult } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import { ballotsText } from './verdict.ts';

const result = (secret: CountedResult['secret']): CountedResult => ({ secret }) as CountedResult;

test('V44 how many ballots went out and came back', () =>
  expect(ballotsText(result({ voteId: 'v1' as never, issued: 29, returned: 28 }))).toBe('发出 29 张，收回 28 张'));
test('nothing where none were given out', () => expect(ballotsText(result(undefined))).toBe(''));
