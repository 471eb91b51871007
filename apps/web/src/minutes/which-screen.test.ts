// M10 as a reader meets it.
import {
  bumen1,
  bumen2,
  concluded,
  given,
  inSession,
  issued,
  mishu,
  pangting,
  passed,
  zhang,
  zhuchi,
  type Step,
} from '@xieshang/meeting/testing';
import type { PersonId } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import { screenFor } from './which-screen.ts';

function screenOf(facts: readonly Step[], person: PersonId) {
  const { meeting } = given(...facts);
  if (meeting.phase === 'notConvened') throw new Error('not convened');
  return screenFor(meeting, person);
}

test('M10 before issue the office has the desk, the others are told to wait', () => {
  expect([mishu, zhuchi].map((person) => screenOf(concluded, person))).toEqual(['desk', 'desk']);
  expect([zhang, bumen1].map((person) => screenOf(concluded, person))).toEqual(['notYet', 'notYet']);
});

test('M10 a permitted member has the desk while the meeting runs, not after it', () => {
  const permitted: readonly Step[] = [...inSession(), [mishu, { type: 'PermitWriter', person: zhang }]];
  expect(screenOf(permitted, zhang)).toBe('desk');
  expect(screenOf([...permitted, [zhuchi, { type: 'ConcludeMeeting' }]], zhang)).toBe('notYet');
});

test('M15 a department named to countersign reads what it signs, until the minutes go back; another one waits', () => {
  const named: readonly Step[] = [...passed, [mishu, { type: 'NameCountersigners', persons: [bumen1] }]];
  expect([bumen1, bumen2].map((person) => screenOf(named, person))).toEqual(['countersigning', 'notYet']);
  expect(screenOf([...named, [zhuchi, { type: 'ReturnMinutes', reason: '措辞' }]], bumen1)).toBe('notYet');
});

test('M10 once issued everybody reads but observers, who never do', () => {
  expect([mishu, zhuchi, zhang, bumen1].map((person) => screenOf(issued, person))).toEqual(['issued', 'issued', 'issued', 'issued']);
  expect([screenOf(concluded, pangting), screenOf(issued, pangting)]).toEqual(['never', 'never']);
});
