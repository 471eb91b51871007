import { expect, test } from 'vitest';
import { errorWords } from './errors.ts';
import { planProblemWords, refusalSentence } from './refusals.ts';

test('a refusal is answered with its own sentence', () => {
  expect(refusalSentence({ type: 'QueueIsClosed' })).toMatch(/发言名单已关闭/);
  expect(refusalSentence({ type: 'WrongOrigin' })).toBe(errorWords.WrongOrigin);
});

test('an incomplete plan says what is missing', () => {
  const refusal = { type: 'InvalidPlan', problem: 'noModerator' };
  expect(refusalSentence(refusal)).toBe(planProblemWords.noModerator);
});

test('a name nobody knows still gets a sentence, never English', () => {
  for (const type of ['SomethingNew', 'toString', '__proto__']) expect(refusalSentence({ type })).toMatch(/。$/);
});

test('a number that is taken says by which meeting', () => {
  expect(refusalSentence({ type: 'NumberTaken', number: '〔2022〕2号', title: '第2次双月协商座谈会' } as never)).toContain(
    '第2次双月协商座谈会',
  );
});
