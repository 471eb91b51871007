// Chapter V: quorum at both ends, the clock that closes, and who was out of reach.
import { describe, expect, test } from 'vitest';
import type { Stamped } from '../envelope.ts';
import type { Command } from '../command.ts';
import { decide } from '../decide.ts';
import { clock, motionId, type PersonId } from '../ids.ts';
import {
  fold,
  given,
  inSession,
  li,
  m1,
  m2,
  minute,
  mishu,
  played,
  rules,
  stamped,
  t0,
  voting,
  wang,
  wei,
  zhang,
  zhuchi,
  type Step,
} from '../testing/index.ts';
import { timersOf } from '../timers.ts';
import { audienceOf, view } from '../view.ts';

const open: Step = [zhuchi, { type: 'OpenVoting', motionIds: [m1] }];
const close: Step = [zhuchi, { type: 'CloseVoting', motionIds: [m1] }];
const all = (...by: readonly PersonId[]): readonly Step[] => by.map((one) => [one, { type: 'CastVote', motionId: m1, choice: 'approve' }]);
const leaves = (person: PersonId): Step => [mishu, { type: 'MarkLeft', person }];
const onPresent = { rules: { ...rules, vote: { ...rules.vote, base: 'present' as const } } };
const begin = (present: readonly PersonId[]): readonly Step[] => inSession(voting, present, onPresent);
const resultOf = (...steps: readonly Step[]) => {
  const { meeting } = given(...steps);
  const motion = meeting.phase === 'notConvened' ? undefined : meeting.motions[m1];
  return motion?.phase === 'closed' ? motion.result : undefined;
};

describe('V16 quorum', () => {
  test('met at both ends: the threshold decides', () => {
    expect(resultOf(...begin([zhang, li, wang]), open, ...all(zhang, li), close)).toMatchObject({
      passed: true,
      quorum: { needed: 3, atOpening: 3, atClosing: 3, met: true },
    });
  });
  test('not met at the opening: nothing passes, however many approve', () => {
    expect(resultOf(...begin([zhang, li]), open, ...all(zhang, li), close)).toMatchObject({
      ...{ tally: { approve: 2 }, needed: 2, passed: false },
      quorum: { needed: 3, atOpening: 2, atClosing: 2, met: false },
    });
    expect(resultOf(...begin([zhang, li]), open, [wang, { type: 'CheckIn' }], ...all(zhang, li), close)).toMatchObject({
      passed: false,
      quorum: { atOpening: 2, atClosing: 3, met: false },
    });
  });
  test('lost before the close: nothing passes', () => {
    expect(resultOf(...begin([zhang, li, wang]), open, ...all(zhang, li), leaves(wang), close)).toMatchObject({
      passed: false,
      quorum: { atOpening: 3, atClosing: 2, met: false },
    });
  });
  test('a record without quorum is judged by its threshold alone, as it was', () => {
    const facts = played(...begin([zhang, li]), open, ...all(zhang, li)).map((event) => {
      if (event.type !== 'VotingOpened') return event;
      const { quorum: _unknown, ...payload } = event.payload;
      return { ...event, payload };
    });
    expect(decide(fold(facts), stamped(zhuchi, close[1], t0 + minute))).toMatchObject({
      events: [{ payload: { motions: [{ passed: true }] } }],
    });
    const closed = fold([
      ...facts,
      {
        type: 'VotingClosed',
        payload: {
          motions: [
            {
              motionId: m1,
              ...{ tally: { approve: 2, oppose: 0, abstain: 0, notPressed: 0 }, roll: 2, base: 2, needed: 2, passed: true, votes: [] },
            },
          ],
        },
        by: zhuchi,
        at: t0 + minute,
      },
    ]);
    expect(closed).toMatchObject({
      motions: {
        m1: { result: { form: 'named', quorum: null, ...{ spoilt: 0, countedBy: [], confirmedBy: [], weights: {} } }, unreachable: [] },
      },
    });
  });
});

describe('V17 closed by the clock', () => {
  const timed: Step = [zhuchi, { type: 'OpenVoting', motionIds: [m1, m2], ms: minute, closing: 'clock' }, t0 + minute];
  const steps = [...inSession(voting, [zhang, li, wang], { rules: { ...rules, graceMs: 5000 } }), timed];
  const due = t0 + 2 * minute + 5000;
  const ring = { type: 'CloseVoting', motionIds: [m1, m2] } as const;

  test('T4 rings once for all opened together, when the grace is over', () => {
    const { meeting } = given(...steps);
    expect(timersOf(meeting)).toEqual([{ command: `clock.voting.m1.1.${due}`, at: due, body: ring, answersUntil: { graceMs: 5000 } }]);
    given(...steps)
      .when(clock, ring, due - 1)
      .saysNothing();
    const { decision } = given(...steps).when(clock, ring, due);
    expect(decision).toMatchObject({ events: [{ payload: { motions: [{ motionId: m1 }, { motionId: m2 }] } }] });
  });
  test('counts what comes in the grace', () => {
    const late: Step = [li, { type: 'CastVote', motionId: m1, choice: 'approve' }, due - 1];
    const { after } = given(...steps, late).when(clock, ring, due);
    expect(after).toMatchObject({ motions: { m1: { result: { tally: { approve: 1, notPressed: 2 } } } } });
  });
  test('the moderator may close earlier, and the clock says nothing of what is closed', () => {
    given(...steps, close)
      .when(clock, ring, due - 1)
      .saysNothing();
    const { decision } = given(...steps, close).when(clock, ring, due);
    expect(decision).toMatchObject({ events: [{ payload: { motions: [{ motionId: m2 }] } }] });
    expect(timersOf(given(...steps, close).meeting)).toMatchObject([{ body: { motionIds: [m2] } }]);
  });
  test('V7 what the moderator closes is not closed by the clock', () => {
    given(...inSession(voting), open)
      .when(clock, ring, t0 + 60 * minute)
      .saysNothing();
    given(...inSession(voting), open)
      .when(clock, { type: 'CloseVoting', motionIds: [motionId('constructor')] })
      .saysNothing();
    expect(timersOf(given(...inSession(voting), open).meeting)).toEqual([]);
  });
  test('is not for hands and papers, which somebody has to count', () => {
    for (const terms of [
      { form: 'paper' },
      { form: 'showOfHands', counting: 'byName' },
      { form: 'showOfHands', counting: 'byCount' },
    ] as const) {
      given(...inSession(voting))
        .when(zhuchi, { type: 'OpenVoting', motionIds: [m1], closing: 'clock', terms })
        .refuses({ type: 'ClockCannotCount', form: terms.form });
    }
  });
});

describe('V20 out of reach', () => {
  const stamp = (body: Command, ...unreachable: readonly PersonId[]): Stamped<Command> => ({
    ...stamped(zhuchi, body, t0 + minute),
    unreachable,
  });
  const steps = [...inSession(voting), open, ...all(zhang)];

  test('are those on the roll who have not answered; a fact of its own after the count', () => {
    const decision = decide(given(...steps).meeting, stamp(close[1], zhang, li, wei));
    expect(decision).toMatchObject({
      events: [{ type: 'VotingClosed' }, { type: 'VotersUnreachable', payload: { motionIds: [m1], persons: [li] } }],
    });
  });
  test('is not said where everybody was reached or has answered', () => {
    expect(decide(given(...steps).meeting, stamp(close[1], zhang, wei))).toMatchObject({ events: [{ type: 'VotingClosed' }] });
    expect(decide(given(...steps).meeting, stamp(close[1]))).toMatchObject({ events: [{ type: 'VotingClosed' }] });
  });
  test('is one fact for all motions the same persons missed', () => {
    const both = [...inSession(voting), [zhuchi, { type: 'OpenVoting', motionIds: [m1, m2] }] as Step, ...all(zhang)];
    const list: Command = { type: 'CloseVoting', motionIds: [m1, m2] };
    expect(decide(given(...both).meeting, stamp(list, li))).toMatchObject({
      events: [{}, { payload: { motionIds: [m1, m2], persons: [li] } }],
    });
    expect(decide(given(...both).meeting, stamp(list, zhang, li))).toMatchObject({
      events: [{}, { payload: { motionIds: [m1], persons: [li] } }, { payload: { motionIds: [m2], persons: [zhang, li] } }],
    });
  });
  test('W10 is for the office, which keeps it when the result is announced', () => {
    const fact = { type: 'VotersUnreachable', payload: { motionIds: [m1], persons: [li] } } as const;
    expect(audienceOf(fact)).toEqual({ circles: ['office'], persons: [] });
    const meeting = fold([
      ...played(...steps, close),
      { ...fact, by: zhuchi, at: t0 + minute },
      { type: 'ResultAnnounced', payload: { motionIds: [m1] }, by: zhuchi, at: t0 + minute },
    ]);
    expect(view(meeting, { person: mishu, role: 'secretary' })).toMatchObject({
      motions: { m1: { phase: 'announced', unreachable: [li] } },
    });
    expect(view(meeting, { person: li, role: 'member' })).toMatchObject({ motions: { m1: { phase: 'announced', unreachable: [] } } });
  });
});
