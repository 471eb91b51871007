import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { everyNoOnPhones } from '@xieshang/meeting/testing';
import { expect, test } from 'vitest';
import { errorWords } from './errors.ts';
import { planProblemWords, refusalSentence } from './office-refusals.ts';
import { isToldToAll } from './refusals.ts';

test('a refusal is answered with its own sentence, on phones and in the office', () => {
  expect(refusalSentence({ type: 'QueueIsClosed' })).toMatch(/发言名单已关闭/);
  expect(refusalSentence({ type: 'FloorIsTaken' })).toMatch(/有人正在发言/);
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

test('P1: whatever somebody may send who is not of the office, the no is told on their page', () => {
  everyNoOnPhones(({ type }) => expect(isToldToAll(type), type).toBe(true));
});

test('the office takes its sentences from where all of them are', () => {
  const src = join(import.meta.dirname, '..');
  const files = globSync('{meeting/office,prepare,minutes}/**/*.{ts,tsx}', { cwd: src });
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => readFileSync(join(src, file), 'utf8').includes("/words/refusals.ts'"))).toEqual([]);
});
