// Chapter V, 鼓掌通过: an objection window and what an objection does.
import { describe, expect, test } from 'vitest';
import { clock, motionId } from '../ids.ts';
import {
  given,
  inSession,
  li,
  m1,
  m2,
  recommendation,
  rules,
  t0,
  unknownMotion,
  voting,
  wang,
  wei,
  zhang,
  zhuchi,
  type Step,
} from '../testing/index.ts';

const { motionId: _id, ...paper } = recommendation('m1', 1);
const openIt: Step = [zhuchi, { type: 'OpenAcclamation', motionIds: [m1] }];
const window = [...inSession(voting), openIt] as const;
const openedAt = t0 + 6000;
const object: Step = [li, { type: 'RaiseObjection', motionId: m1 }];
const closeIt: Step = [clock, { type: 'CloseAcclamation', motionIds: [m1] }, openedAt + rules.objectionMs];

describe('V11 the window', () => {
  test('opens with the frozen paper and roll', () => {
    const outcome = given(...inSession(voting)).when(zhuchi, openIt[1]);
    outcome.then({
      type: 'AcclamationOpened',
      payload: { motions: [{ motionId: m1, paper, round: 1 }], voterRoll: [zhang, li, wang], ms: rules.objectionMs },
    });
    expect(outcome.after).toMatchObject({ motions: { m1: { phase: 'objection', dueAt: openedAt + rules.objectionMs } } });
  });
  test('closes by the clock, not before its time, and passes the motion', () => {
    given(...window)
      .when(clock, closeIt[1], openedAt + rules.objectionMs - 1)
      .saysNothing();
    const outcome = given(...window).when(clock, closeIt[1], openedAt + rules.objectionMs);
    outcome.then({ type: 'AcclamationClosed', payload: { motionIds: [m1] } });
    expect(outcome.after).toMatchObject({ motions: { m1: { phase: 'closed', result: { form: 'acclamation', passed: true, roll: 3 } } } });
    given(...window, closeIt)
      .when(clock, closeIt[1])
      .saysNothing();
  });
  test('opens once, for what is on the table, with somebody here', () => {
    given(...window)
      .when(zhuchi, openIt[1])
      .refuses({ type: 'VotingIsOpen', motionIds: [m1] });
    given(...window, closeIt)
      .when(zhuchi, openIt[1])
      .refuses({ type: 'MotionAlreadyPut', motionId: m1 });
    given(...inSession(voting))
      .when(zhuchi, { type: 'OpenAcclamation', motionIds: [unknownMotion] })
      .refuses({ type: 'UnknownMotion', motionId: unknownMotion });
    given(...inSession(voting))
      .when(zhuchi, { type: 'OpenAcclamation', motionIds: [] })
      .saysNothing();
    given(...inSession(voting, []))
      .when(zhuchi, openIt[1])
      .refuses({ type: 'NobodyToVote' });
  });
  test('V10 the result is announced like any other', () => {
    given(...window, closeIt)
      .when(zhuchi, { type: 'AnnounceResult', motionIds: [m1] })
      .then({ type: 'ResultAnnounced', payload: { motionIds: [m1] } });
  });
});

describe('V12 an objection', () => {
  test('ends it: only a counted vote decides now', () => {
    given(...window)
      .when(li, object[1])
      .then({ type: 'ObjectionRaised', payload: { motionId: m1, objector: li } });
    given(...window, object)
      .when(clock, closeIt[1], openedAt + rules.objectionMs)
      .saysNothing();
    given(...window, object)
      .when(zhuchi, openIt[1])
      .refuses({ type: 'MotionAlreadyPut', motionId: m1 });
    const { after } = given(...window, object).when(zhuchi, { type: 'OpenVoting', motionIds: [m1] });
    expect(after).toMatchObject({ motions: { m1: { phase: 'voting', round: 2, earlier: [] } } });
  });
  test('comes from the frozen roll and while the window is open', () => {
    given(...window, [wei, { type: 'CheckIn' }])
      .when(wei, object[1])
      .refuses({ type: 'NotOnVoterRoll', motionId: m1 });
    given(...window, closeIt)
      .when(li, object[1])
      .refuses({ type: 'NoObjectionWindow', motionId: m1 });
    for (const id of [m2, motionId('constructor')]) {
      given(...window)
        .when(li, { type: 'RaiseObjection', motionId: id })
        .refuses({ type: 'NoObjectionWindow', motionId: id });
    }
  });
});
