// Chapter T: what a meeting waits for.
import { expect, test } from 'vitest';
import { clock } from './ids.ts';
import { given, inSession, keynote, m1, m2, p1, rules, t0, voting, zhuchi, type Step } from './testing/index.ts';
import { timersOf } from './timers.ts';

const windows: readonly Step[] = [...inSession(voting), [zhuchi, { type: 'OpenAcclamation', motionIds: [m1, m2] }, t0 + 60_000]];

test('T2 each objection window is timed for its end, under an id of its own', () => {
  const timers = timersOf(given(...windows).meeting);
  expect(timers.map(({ at, body }) => [at, body])).toEqual(
    [m1, m2].map((id) => [t0 + 60_000 + rules.objectionMs, { type: 'CloseAcclamation', motionIds: [id] }]),
  );
  expect(new Set(timers.map(({ command }) => command)).size).toBe(2);
});

test('T1, T2 what is over is not waited for', () => {
  const over = t0 + 60_000 + rules.objectionMs;
  expect(timersOf(given(...windows, [clock, { type: 'CloseAcclamation', motionIds: [m1, m2] }, over]).meeting)).toEqual([]);
  const speech: Step = [zhuchi, { type: 'GiveFloor', requestId: p1 }];
  expect(timersOf(given(...inSession(keynote), speech).meeting)).toHaveLength(1);
  expect(timersOf(given(...inSession(keynote), speech, [zhuchi, { type: 'SuspendMeeting' }]).meeting)).toEqual([]);
  expect(timersOf(given(...inSession(keynote), speech, [zhuchi, { type: 'ConcludeMeeting' }]).meeting)).toEqual([]);
});
