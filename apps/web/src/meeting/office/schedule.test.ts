import { stageId, type Agenda } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import type { Held } from '../shared/held.ts';
import { expectedEnd, stageAfter, stageTimes } from './schedule.ts';

const minute = 60_000;
const [talk, answer, vote] = [stageId('talk'), stageId('answer'), stageId('vote')];
const stages = [
  { stageId: talk, name: '自由发言', minutes: 24, speechKind: null },
  { stageId: answer, name: '部门回应', minutes: 30, speechKind: null },
  { stageId: vote, name: '表决', minutes: 9, speechKind: null },
];

const meetingAt = (phase: 'convened' | 'inSession' | 'concluded', course: Agenda['course']) =>
  ({
    phase,
    stageId: phase === 'inSession' ? course.at(-1)?.stageId : undefined,
    openedAt: 0,
    notice: { startsAt: 0 },
    agenda: { stages, course },
  }) as unknown as Held;

test('before the opening the end is planned from the start, or from now when that is later', () => {
  const meeting = meetingAt('convened', []);
  expect(expectedEnd(meeting, -10 * minute)).toEqual({ at: 63 * minute, lateMinutes: 0 });
  expect(expectedEnd(meeting, 5 * minute)).toEqual({ at: 68 * minute, lateMinutes: 5 });
});

test('a stage that ran over makes the end late; one still within its plan does not', () => {
  const meeting = meetingAt('inSession', [
    { stageId: talk, from: 0, to: 30 * minute },
    { stageId: answer, from: 30 * minute, to: null },
  ]);
  expect(expectedEnd(meeting, 40 * minute)).toEqual({ at: 69 * minute, lateMinutes: 6 });
  expect(expectedEnd(meeting, 65 * minute)).toEqual({ at: 74 * minute, lateMinutes: 11 });
});

test('a stage visited twice counts both visits', () => {
  const meeting = meetingAt('inSession', [
    { stageId: talk, from: 0, to: 10 * minute },
    { stageId: answer, from: 10 * minute, to: 12 * minute },
    { stageId: talk, from: 12 * minute, to: null },
  ]);
  expect(stageTimes(meeting, 17 * minute).map(({ spentMinutes, state }) => [spentMinutes, state])).toEqual([
    [15, 'now'],
    [2, 'done'],
    [0, 'ahead'],
  ]);
  expect(stageAfter(meeting)?.stageId).toBe(answer);
});

test('a meeting that is over expects no end', () => {
  expect(expectedEnd(meetingAt('concluded', []), 0)).toBeNull();
});
