// Chapter F, the floor as a lease (F12–F15), and T5.
import { describe, expect, test } from 'vitest';
import type { Command } from '../command.ts';
import { clock, requestId } from '../ids.ts';
import type { Meeting } from '../meeting.ts';
import {
  bumen1,
  given,
  inSession,
  keynote,
  li,
  minute,
  mishu,
  p1,
  p2,
  rules,
  t0,
  wang,
  zhang,
  zhuchi,
  type Step,
} from '../testing/index.ts';
import { leaseOf, leaseTimers, lostMs } from './lease.ts';

const graceMs = 20_000;
const leased = { rules: { ...rules, lease: { graceMs } } };
const session = inSession(keynote, [zhang, li, wang], leased);
const online: readonly Step[] = [...session, [zhang, { type: 'CheckIn', where: 'online' }]];
const begin = t0 + 10 * minute;
/** When the line went, and when the grace is over. */
const gone = begin + minute;
const due = gone + graceMs;
const give: Step = [zhuchi, { type: 'GiveFloor', requestId: p1 }, begin];
const speaking: readonly Step[] = [...online, give];
const lose: Command = { type: 'LoseSpeaker', requestId: p1, since: gone };
const find: Command = { type: 'FindSpeaker', requestId: p1 };
const lost: readonly Step[] = [...speaking, [clock, lose, due]];
const pause: Command = { type: 'PauseSpeech' };
const resume: Command = { type: 'ResumeSpeech' };
const end: Command = { type: 'EndSpeech' };

const queueOf = (meeting: Meeting) => {
  if (meeting.phase === 'notConvened') throw new Error('not convened');
  return meeting.queue;
};
const floorAfter = (...steps: readonly Step[]) => queueOf(given(...steps).meeting).floor;
const paused = { type: 'SpeechPaused', payload: { requestId: p1 } } as const;
const resumed = { type: 'SpeechResumed', payload: { requestId: p1 } } as const;

describe('F12 a speaker online who loses the line', () => {
  test('the clock stands after the grace, and knows since when the line is gone', () => {
    const outcome = given(...speaking).when(clock, lose, due);
    outcome.then({ type: 'SpeechPaused', payload: { requestId: p1, lost: { since: gone } } });
    expect(queueOf(outcome.after).floor).toMatchObject({
      phase: 'paused',
      lost: { since: gone },
      spokenMs: minute + graceMs,
      pausedAt: due,
    });
  });
  test('again, too early, of another speech, or counted from before the floor was given: nothing', () => {
    given(...lost)
      .when(clock, lose, due + 1)
      .saysNothing();
    given(...speaking)
      .when(clock, lose, due - 1)
      .saysNothing();
    given(...speaking)
      .when(clock, { ...lose, requestId: p2 }, due)
      .saysNothing();
    given(...speaking)
      .when(clock, { ...lose, since: begin - 1 }, due)
      .saysNothing();
    given(...online)
      .when(clock, lose, due)
      .refuses({ type: 'FloorIsEmpty' });
  });
  test('never of one in the hall, of one who has left, or where the rules say nothing of it', () => {
    given(...session, give)
      .when(clock, lose, due)
      .saysNothing();
    given(...speaking, [zhang, { type: 'CheckIn', where: 'hall' }])
      .when(clock, lose, due)
      .saysNothing();
    given(...speaking, [mishu, { type: 'MarkLeft', person: zhang }])
      .when(clock, lose, due)
      .saysNothing();
    given(...inSession(keynote, [zhang, li]), [zhang, { type: 'CheckIn', where: 'online' }], give)
      .when(clock, lose, due)
      .saysNothing();
  });
  test('only time says so', () => {
    given(...speaking)
      .when(zhuchi, lose)
      .refuses({ type: 'NotPermitted', role: 'moderator' });
    given(...lost)
      .when(zhang, find)
      .refuses({ type: 'NotPermitted', role: 'member' });
  });
  test('a department that takes part online is waited for too', () => {
    const q = requestId('q1');
    const outcome = given(
      ...session,
      [bumen1, { type: 'CheckIn', where: 'online' }],
      [bumen1, { type: 'RequestFloor', requestId: q, kind: 'departmentResponse' }],
      [zhuchi, { type: 'GiveFloor', requestId: q }, begin],
    ).when(clock, { ...lose, requestId: q }, due);
    outcome.then({ type: 'SpeechPaused', payload: { requestId: q, lost: { since: gone } } });
  });
});

describe('F13 a speaker who is back', () => {
  test('the same speech goes on from where it stood', () => {
    const outcome = given(...lost).when(clock, find, due + minute);
    outcome.then(resumed);
    expect(queueOf(outcome.after).floor).toMatchObject({
      phase: 'speaking',
      request: { requestId: p1 },
      spokenMs: minute + graceMs,
      since: due + minute,
    });
    expect(queueOf(outcome.after).floor).not.toHaveProperty('lost');
  });
  test('again, of another speech, and of one that runs or was paused by hand: nothing', () => {
    given(...lost, [clock, find])
      .when(clock, find)
      .saysNothing();
    given(...lost)
      .when(clock, { ...find, requestId: p2 })
      .saysNothing();
    given(...speaking, [zhuchi, pause])
      .when(clock, find)
      .saysNothing();
  });
  test('may lose the line once more', () => {
    const again = due + 2 * minute;
    given(...lost, [clock, find, due + minute])
      .when(clock, { ...lose, since: again }, again + graceMs)
      .then({ type: 'SpeechPaused', payload: { requestId: p1, lost: { since: again } } });
  });
  test('is not let in before an interruption is over, and then goes on', () => {
    const q = requestId('q1');
    const interrupted: readonly Step[] = [
      ...lost,
      [li, { type: 'RequestFloor', requestId: q, kind: 'pointOfOrder', matter: 'time' }],
      [zhuchi, { type: 'Interpose', requestId: q }],
    ];
    given(...interrupted)
      .when(clock, find)
      .saysNothing();
    expect(floorAfter(...interrupted, [zhuchi, end])).toMatchObject({ phase: 'paused', lost: { since: gone } });
    given(...interrupted, [zhuchi, end])
      .when(clock, find)
      .then(resumed);
  });
});

describe('F14 what the moderator does meanwhile holds', () => {
  test('let run, the speech does not stand for a line any more', () => {
    given(...lost)
      .when(zhuchi, resume)
      .then(resumed);
    const run: readonly Step[] = [...lost, [zhuchi, resume, due + minute]];
    given(...run)
      .when(clock, { ...lose, since: due + minute }, due + 10 * minute)
      .saysNothing();
    given(...run, [zhuchi, pause], [zhuchi, resume, due + 2 * minute])
      .when(clock, { ...lose, since: due + 2 * minute }, due + 10 * minute)
      .saysNothing();
  });
  test('paused by hand, it waits for the moderator and not for the line; twice is refused', () => {
    given(...lost)
      .when(zhuchi, pause)
      .then(paused);
    given(...lost, [zhuchi, pause])
      .when(zhuchi, pause)
      .refuses({ type: 'SpeechIsPaused' });
    given(...lost, [zhuchi, pause])
      .when(clock, find)
      .saysNothing();
  });
  test('only of one who was lost: paused and let go on by hand, a speech is still held', () => {
    given(...speaking, [zhuchi, pause, begin + 1000], [zhuchi, resume, begin + 2000])
      .when(clock, lose, due)
      .then({ type: 'SpeechPaused', payload: { requestId: p1, lost: { since: gone } } });
  });
  test('G3 a break halts it too: afterwards the moderator lets it go on', () => {
    const broken = given(...lost).when(zhuchi, { type: 'SuspendMeeting' });
    expect(broken.decision).toMatchObject({ events: [paused, { type: 'MeetingSuspended' }] });
    given(...lost, [zhuchi, { type: 'SuspendMeeting' }], [zhuchi, { type: 'ResumeMeeting' }])
      .when(clock, find)
      .saysNothing();
  });
  test('more time leaves it waiting; its end is an end', () => {
    expect(floorAfter(...lost, [zhuchi, { type: 'ExtendSpeech', ms: minute }])).toMatchObject({
      lost: { since: gone },
      limitMs: 7 * minute,
    });
    given(...lost, [zhuchi, end])
      .when(clock, find)
      .refuses({ type: 'FloorIsEmpty' });
  });
});

describe('F15 the time a speech stood for a line', () => {
  test('is counted apart from what was spoken, and stands in the record', () => {
    const back = due + 90_000;
    const { speeches } = queueOf(given(...lost, [clock, find, back]).when(zhuchi, end, back + minute).after);
    expect(speeches).toMatchObject([{ spokenMs: 2 * minute + graceMs, pauses: [{ from: due, to: back, lost: { since: gone } }] }]);
    expect(speeches.map(lostMs)).toEqual([90_000]);
  });
  test('of several losses together, up to the end if it ends lost; a pause by hand is none of it', () => {
    const second = due + 2 * minute;
    const twice: readonly Step[] = [
      ...lost,
      [clock, find, due + minute],
      [clock, { ...lose, since: second }, second + graceMs],
      [zhuchi, pause, second + graceMs + 5000],
      [zhuchi, end, second + 9 * minute],
    ];
    const lostIn = (...steps: readonly Step[]) => queueOf(given(...steps).meeting).speeches.map(lostMs);
    expect(lostIn(...twice)).toEqual([minute + 5000]);
    expect(lostIn(...lost, [zhuchi, end, due + 7000])).toEqual([7000]);
    expect(lostIn(...speaking, [zhuchi, pause], [zhuchi, end])).toEqual([0]);
  });
});

describe('T5 the clock of a lease', () => {
  const away = { state: 'away', since: gone } as const;
  test('asks for the pause when the grace is over, under an id that follows from when it began', () => {
    const { meeting } = given(...speaking);
    expect(leaseTimers(meeting, away)).toEqual([{ command: `clock.lose.p1.${gone}`, at: due, body: lose }]);
    expect(leaseTimers(meeting, { state: 'away', since: begin - minute })).toMatchObject([{ at: begin + graceMs, body: { since: begin } }]);
    for (const state of ['connected', 'unknown'] as const) expect(leaseTimers(meeting, { state })).toEqual([]);
  });
  test('asks for the end of the pause at once, and anew after what came between', () => {
    const { meeting } = given(...lost);
    expect(leaseTimers(meeting, { state: 'connected' })).toEqual([{ command: `clock.find.p1.${due}.0`, at: due, body: find }]);
    for (const line of [away, { state: 'unknown' } as const]) expect(leaseTimers(meeting, line)).toEqual([]);
    const q = requestId('q1');
    const between = given(
      ...lost,
      [li, { type: 'RequestFloor', requestId: q, kind: 'pointOfOrder', matter: 'time' }],
      [zhuchi, { type: 'Interpose', requestId: q }],
      [zhuchi, end],
    );
    expect(leaseTimers(between.meeting, { state: 'connected' })).toMatchObject([{ command: `clock.find.p1.${due}.1` }]);
  });
  test('watches nobody in a break or on an empty floor', () => {
    for (const steps of [online, [...speaking, [zhuchi, { type: 'SuspendMeeting' }]]] as (readonly Step[])[])
      expect(leaseOf(given(...steps).meeting)).toBe(null);
  });
});
