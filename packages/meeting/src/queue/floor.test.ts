// Chapter F and T1: who has the floor, and how its clock runs.
import { describe, expect, test } from 'vitest';
import { clock, requestId } from '../ids.ts';
import {
  bumen1,
  given,
  inSession,
  keynote,
  li,
  minute,
  openFloor,
  p1,
  p2,
  t0,
  wei,
  mishu,
  zhang,
  zhuchi,
  type Step,
} from '../testing/index.ts';
import { timersOf } from '../timers.ts';
import { spokenMs } from './floor.ts';

const session = inSession(keynote);
const since = t0 + 10 * minute;
const speaking: readonly Step[] = [...session, [zhuchi, { type: 'GiveFloor', requestId: p1 }, since]];
const paused: readonly Step[] = [...speaking, [zhuchi, { type: 'PauseSpeech' }, since + minute]];
const over = since + 6 * minute;
const mark = { type: 'MarkOvertime', requestId: p1 } as const;

describe('F1–F3 giving the floor', () => {
  test('goes to one who waits, and the clock starts', () => {
    const outcome = given(...session).when(zhuchi, { type: 'GiveFloor', requestId: p1 }, since);
    outcome.then({ type: 'FloorGiven', payload: { requestId: p1 } });
    expect(outcome.after).toMatchObject({
      queue: { floor: { phase: 'speaking', limitMs: 6 * minute, since, spokenMs: 0 }, waiting: [{ requestId: p2 }] },
    });
  });
  test('F1 not to two at once; to the same is silent', () => {
    given(...speaking)
      .when(zhuchi, { type: 'GiveFloor', requestId: p2 })
      .refuses({ type: 'FloorIsTaken', requestId: p1 });
    given(...speaking)
      .when(zhuchi, { type: 'GiveFloor', requestId: p1 })
      .saysNothing();
  });
  test('F1 not to one who does not wait', () => {
    given(...session)
      .when(zhuchi, { type: 'GiveFloor', requestId: requestId('q9') })
      .refuses({ type: 'UnknownRequest', requestId: requestId('q9') });
  });
  test('F2 not to a member who is not here', () => {
    given(...session, [mishu, { type: 'MarkLeft', person: zhang }])
      .when(zhuchi, { type: 'GiveFloor', requestId: p1 })
      .refuses({ type: 'NotCheckedIn', person: zhang });
    given(...inSession(keynote, [li]))
      .when(zhuchi, { type: 'GiveFloor', requestId: p1 })
      .refuses({ type: 'NotCheckedIn', person: zhang });
  });
  test('F2 a department need not be checked in', () => {
    const q = requestId('q1');
    given(...inSession(openFloor), [bumen1, { type: 'RequestFloor', requestId: q, kind: 'departmentResponse' }])
      .when(zhuchi, { type: 'GiveFloor', requestId: q })
      .then({ type: 'FloorGiven', payload: { requestId: q } });
  });
});

describe('F4 pausing', () => {
  test('stops the clock, resuming starts it', () => {
    given(...speaking)
      .when(zhuchi, { type: 'PauseSpeech' })
      .then({ type: 'SpeechPaused', payload: { requestId: p1 } });
    given(...paused)
      .when(zhuchi, { type: 'PauseSpeech' })
      .refuses({ type: 'SpeechIsPaused' });
    given(...paused)
      .when(zhuchi, { type: 'ResumeSpeech' })
      .then({ type: 'SpeechResumed', payload: { requestId: p1 } });
    given(...speaking)
      .when(zhuchi, { type: 'ResumeSpeech' })
      .refuses({ type: 'SpeechIsRunning' });
  });
  test('with an empty floor there is nothing to pause, extend or end', () => {
    for (const body of [
      { type: 'PauseSpeech' },
      { type: 'ResumeSpeech' },
      { type: 'ExtendSpeech', ms: minute },
      { type: 'EndSpeech' },
    ] as const) {
      given(...session)
        .when(zhuchi, body)
        .refuses({ type: 'FloorIsEmpty' });
    }
  });
});

describe('F5 more time', () => {
  test('is added to the limit; none is silent', () => {
    const outcome = given(...speaking).when(zhuchi, { type: 'ExtendSpeech', ms: minute });
    outcome.then({ type: 'SpeechExtended', payload: { requestId: p1, ms: minute } });
    expect(outcome.after).toMatchObject({ queue: { floor: { limitMs: 7 * minute } } });
    given(...speaking)
      .when(zhuchi, { type: 'ExtendSpeech', ms: 0 })
      .saysNothing();
  });
  test('time taken away leaves no less than none', () => {
    expect(given(...speaking).when(zhuchi, { type: 'ExtendSpeech', ms: -60 * minute }).after).toMatchObject({
      queue: { floor: { limitMs: 0 } },
    });
  });
});

describe('F6 the clock', () => {
  const floorOf = (...steps: readonly Step[]) => {
    const { meeting } = given(...steps);
    if (meeting.phase === 'notConvened') throw new Error('not convened');
    return meeting.queue.floor;
  };
  test('runs while speaking, stands while paused, goes on from there', () => {
    expect(spokenMs(floorOf(...speaking), since + 90_000)).toBe(90_000);
    expect(spokenMs(floorOf(...paused), since + 5 * minute)).toBe(minute);
    expect(spokenMs(floorOf(...paused, [zhuchi, { type: 'ResumeSpeech' }, since + 3 * minute]), since + 4 * minute)).toBe(2 * minute);
  });
  test('never runs backwards, and is nothing on an empty floor', () => {
    expect(spokenMs(floorOf(...speaking), since - 5000)).toBe(0);
    expect(spokenMs(floorOf(...session), since)).toBe(0);
  });
  test('is not touched by more time', () => {
    expect(spokenMs(floorOf(...speaking, [zhuchi, { type: 'ExtendSpeech', ms: minute }, since + 5 * minute]), since + 6 * minute)).toBe(
      6 * minute,
    );
  });
});

describe('F7, T1 overtime', () => {
  test('is marked once when the limit has passed', () => {
    given(...speaking)
      .when(clock, mark, over)
      .then({ type: 'OvertimeReached', payload: { requestId: p1 } });
    given(...speaking, [clock, mark, over])
      .when(clock, mark, over + 1)
      .saysNothing();
  });
  test('not too early, not while paused, not for another speech', () => {
    given(...speaking)
      .when(clock, mark, over - 1)
      .saysNothing();
    given(...paused)
      .when(clock, mark, over)
      .saysNothing();
    given(...speaking)
      .when(clock, { ...mark, requestId: p2 }, over)
      .saysNothing();
  });
  test('is taken back by more time, and comes again', () => {
    const extended = given(...speaking, [clock, mark, over], [zhuchi, { type: 'ExtendSpeech', ms: minute }, over + 1000]);
    expect(extended.meeting).toMatchObject({ queue: { floor: { overtimeAt: null } } });
    extended.when(clock, mark, over + minute).then({ type: 'OvertimeReached', payload: { requestId: p1 } });
  });
  test('T1 is timed for the limit, under an id no earlier timing had', () => {
    const timer = (...steps: readonly Step[]) => timersOf(given(...steps).meeting)[0];
    const first = timer(...speaking);
    expect(first).toMatchObject({ at: over, body: mark });
    const there: Step = [zhuchi, { type: 'ExtendSpeech', ms: minute }, since + 1000];
    const back: Step = [zhuchi, { type: 'ExtendSpeech', ms: -minute }, since + 2000];
    expect(timer(...speaking, there, back)).toMatchObject({ at: over });
    expect(timer(...speaking, there, back)?.command).not.toBe(first?.command);
    expect(timer(...paused)).toBeUndefined();
  });
});

describe('F8 the end', () => {
  test('adds up where the server’s clock was set back: its time stands still until it is caught up', () => {
    const back = since + 3 * minute;
    const { after } = given(
      ...paused,
      [zhuchi, { type: 'ResumeSpeech' }, since + 5 * minute],
      [zhuchi, { type: 'PauseSpeech' }, back],
      [zhuchi, { type: 'ResumeSpeech' }, since + 6 * minute],
    ).when(zhuchi, { type: 'EndSpeech' }, back);
    const pauses = [
      { from: since + minute, to: since + 5 * minute },
      { from: since + 5 * minute, to: since + 6 * minute },
    ];
    expect(after).toMatchObject({ queue: { speeches: [{ from: since, to: since + 6 * minute, spokenMs: minute, pauses }] } });
  });
  test('is the moderator’s; the speech stands in the record with the ms spoken', () => {
    const outcome = given(...paused).when(zhuchi, { type: 'EndSpeech' }, since + 9 * minute);
    outcome.then({ type: 'SpeechEnded', payload: { requestId: p1, spokenMs: minute, stageId: keynote } });
    expect(outcome.after).toMatchObject({
      queue: {
        floor: { phase: 'empty' },
        speeches: [{ requestId: p1, person: zhang, from: since, to: since + 9 * minute, spokenMs: minute, limitMs: 6 * minute }],
      },
    });
    given(...speaking)
      .when(zhang, { type: 'EndSpeech' })
      .refuses({ type: 'NotPermitted', role: 'member' });
  });
  test('the record has each pause from when to when, also the one that lasted to the end; none where the clock never stood', () => {
    const at = (minutes: number): number => since + minutes * minute;
    const speech = (...steps: readonly Step[]) => {
      const { meeting } = given(...speaking, ...steps, [zhuchi, { type: 'EndSpeech' }, at(9)]);
      return 'queue' in meeting ? meeting.queue.speeches[0] : undefined;
    };
    const pause = (minutes: number): Step => [zhuchi, { type: 'PauseSpeech' }, at(minutes)];
    const resume = (minutes: number): Step => [zhuchi, { type: 'ResumeSpeech' }, at(minutes)];
    expect(speech(pause(1), resume(3), pause(4))).toMatchObject({
      spokenMs: 2 * minute,
      pauses: [
        { from: at(1), to: at(3) },
        { from: at(4), to: at(9) },
      ],
    });
    expect(speech(pause(1), resume(1))).not.toHaveProperty('pauses');
    expect(speech()).not.toHaveProperty('pauses');
  });
  test('the record says who put it on the list for its person, and nothing of one who asked', () => {
    const q = requestId('q1');
    const steps = inSession(openFloor, [li], { prepared: [] });
    const speech = (asking: Step) => {
      const { meeting } = given(...steps, asking, [zhuchi, { type: 'GiveFloor', requestId: q }], [zhuchi, { type: 'EndSpeech' }]);
      return 'queue' in meeting ? meeting.queue.speeches[0] : undefined;
    };
    const entry = { requestId: q, kind: 'openFloorSpeech' } as const;
    expect(speech([mishu, { type: 'EnterRequest', person: li, ...entry }])).toMatchObject({ person: li, enteredBy: mishu });
    expect(speech([li, { type: 'RequestFloor', ...entry }])).not.toHaveProperty('enteredBy');
  });
  test('a late press does not end the next speech', () => {
    given(...speaking)
      .when(zhuchi, { type: 'EndSpeech', requestId: p2 })
      .refuses({ type: 'UnknownRequest', requestId: p2 });
    given(...speaking)
      .when(zhuchi, { type: 'EndSpeech', requestId: p1 }, since + 1)
      .then({ type: 'SpeechEnded', payload: { requestId: p1, spokenMs: 1, stageId: keynote } });
  });
});

test('F2 who was checked in for is called like any other', () => {
  const q = requestId('q1');
  given(
    ...inSession(openFloor),
    [mishu, { type: 'CheckInFor', person: wei, reason: '' }],
    [wei, { type: 'RequestFloor', requestId: q, kind: 'openFloorSpeech' }],
  )
    .when(zhuchi, { type: 'GiveFloor', requestId: q })
    .then({ type: 'FloorGiven', payload: { requestId: q } });
});
