// Chapter M as a person at the desk meets it.
import { decide, type Command, type Meeting, type PersonId } from '@xieshang/meeting';
import {
  assembled,
  concluded,
  given,
  inSession,
  issued,
  mishu,
  mishu2,
  passed,
  seal,
  stamped,
  t0,
  zhang,
  zhuchi,
  zhuchi2,
  type Step as Fact,
} from '@xieshang/meeting/testing';
import { expect, test } from 'vitest';
import type { ConvenedMeeting } from '../live/index.ts';
import { nextStepOf, primaryOf, stepsAt } from './steps.ts';

const submitted: readonly Fact[] = [...concluded, [mishu, { type: 'SubmitMinutes' }]];
const returned: readonly Fact[] = [...submitted, [mishu2, { type: 'ReturnMinutes', reason: '请核对数据' }]];
const signed: readonly Fact[] = [...passed, [zhuchi, { type: 'CountersignMinutes' }]];

function held(facts: readonly Fact[]): ConvenedMeeting {
  const { meeting } = given(...facts);
  if (meeting.phase === 'notConvened') throw new Error('not convened');
  return meeting;
}

const mayOf = (meeting: Meeting, person: PersonId) => (body: Command) => {
  const decision = decide(meeting, { ...stamped(person, body, t0), seal });
  return decision.ok ? null : decision.refusal;
};
const nextFor = (facts: readonly Fact[], person: PersonId) => nextStepOf(held(facts), person, mayOf(held(facts), person));

test('M2 while the meeting runs the secretary writes, a permitted member helps, the others wait', () => {
  const running: readonly Fact[] = [...inSession(), [mishu, { type: 'PermitWriter', person: zhang }]];
  expect(nextFor(running, mishu)).toBe('write');
  expect(nextFor(running, zhang)).toBe('memberWrites');
  expect(nextFor(running, zhuchi)).toBe('waitForSubmission');
});

test('M3 after the meeting a secretary submits; after a return one revises first', () => {
  expect(nextFor(concluded, mishu)).toBe('submit');
  expect(nextFor(returned, mishu)).toBe('revise');
  expect([primaryOf('submit'), primaryOf('revise')]).toEqual(['submit', 'submit']);
});

test('M4 the submitter is told why the check is not theirs; the other secretary checks', () => {
  expect(nextFor(submitted, mishu)).toBe('ownSubmission');
  expect(primaryOf('ownSubmission')).toBeNull();
  expect(nextFor(submitted, mishu2)).toBe('check');
  expect(nextFor(submitted, zhuchi)).toBe('waitForCheck');
});

test('M7 M8 a moderator countersigns, then issues; another may still countersign first', () => {
  expect(nextFor(passed, zhuchi)).toBe('countersign');
  expect(nextFor(signed, zhuchi)).toBe('issue');
  expect(nextFor(signed, zhuchi2)).toBe('countersign');
  expect(nextFor(passed, mishu)).toBe('waitForSignature');
});

test('M16 who has signed waits for the others who were named', () => {
  const waiting: readonly Fact[] = [...signed, [mishu, { type: 'NameCountersigners', persons: [zhuchi2] }]];
  expect(nextFor(waiting, zhuchi)).toBe('waitForOthers');
  expect(nextFor([...waiting, [zhuchi2, { type: 'CountersignMinutes' }]], zhuchi)).toBe('issue');
  expect(primaryOf('waitForOthers')).toBeNull();
});

test('M7 a signature that was given is not asked for again', () => {
  expect(stepsAt(held(passed).minutes, zhuchi)).toContain('countersign');
  expect(stepsAt(held(signed).minutes, zhuchi)).toEqual(['return', 'issue']);
  expect(stepsAt(held(signed).minutes, zhuchi2)).toContain('countersign');
});

test('M9 once issued nothing is left but a correction', () => {
  expect(nextFor(issued, zhuchi)).toBe('issued');
  expect(stepsAt(held(issued).minutes, zhuchi)).toEqual(['correct']);
});

test('a cancelled meeting has no next step', () => {
  expect(nextFor([...assembled(), [zhuchi, { type: 'CancelMeeting', reason: '改期' }]], mishu)).toBe('cancelled');
});
