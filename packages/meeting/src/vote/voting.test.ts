// Chapter V: how a counted, named vote is opened, cast, closed, announced and repeated.
import { describe, expect, test } from 'vitest';
import { motionId, personId } from '../ids.ts';
import {
  given,
  inSession,
  li,
  m1,
  m2,
  minute,
  mishu,
  recommendation,
  rules,
  t0,
  unknownMotion,
  voters,
  voting,
  wang,
  wei,
  withMembers,
  zhang,
  zhuchi,
  type Step,
} from '../testing/index.ts';
import { noVotes, withVote } from './votes.ts';
import type { Choice } from './types.ts';

const openVoting = (...motionIds: (typeof m1)[]): Step => [zhuchi, { type: 'OpenVoting', motionIds }];
const close = (...motionIds: (typeof m1)[]): Step => [zhuchi, { type: 'CloseVoting', motionIds }];
const announce = (...motionIds: (typeof m1)[]): Step => [zhuchi, { type: 'AnnounceResult', motionIds }];
const cast = (by: typeof li, choice: Choice, id = m1): Step => [by, { type: 'CastVote', motionId: id, choice }];
const repeat: Step = [zhuchi, { type: 'RepeatVoting', motionIds: [m1], reason: '设备故障' }];
const { motionId: _id, ...paper } = recommendation('m1', 1);
const opened = [...inSession(voting), openVoting(m1)] as const;
const counted = [...opened, cast(zhang, 'approve'), cast(li, 'approve'), close(m1)] as const;

describe('V1–V3 opening', () => {
  test('freezes paper, rule, voter roll and 应到, and says how long', () => {
    const outcome = given(...inSession(voting)).when(zhuchi, openVoting(m1)[1], t0 + minute);
    outcome.then({
      type: 'VotingOpened',
      payload: {
        motions: [{ motionId: m1, paper, rule: rules.vote, round: 1 }],
        voterRoll: [zhang, li, wang],
        eligible: 4,
        ms: minute,
        quorum: { needed: 3, present: 3 },
      },
    });
    expect(outcome.after).toMatchObject({ motions: { m1: { phase: 'voting', dueAt: t0 + 2 * minute, votes: {} } } });
  });
  test('the whole list is put at once, a minute each', () => {
    const { decision } = given(...inSession(voting)).when(zhuchi, openVoting(m1, m2, m1)[1]);
    expect(decision).toMatchObject({ events: [{ payload: { motions: [{ motionId: m1 }, { motionId: m2 }], ms: 2 * minute } }] });
  });
  test('V2 a motion is put once', () => {
    given(...opened)
      .when(zhuchi, openVoting(m2, m1)[1])
      .refuses({ type: 'VotingIsOpen', motionIds: [m1] });
    given(...counted)
      .when(zhuchi, openVoting(m1)[1])
      .refuses({ type: 'MotionAlreadyPut', motionId: m1 });
  });
  test('V2 what is not on the table is not put', () => {
    for (const id of [unknownMotion, motionId('constructor'), motionId('__proto__')]) {
      given(...inSession(voting))
        .when(zhuchi, openVoting(id)[1])
        .refuses({ type: 'UnknownMotion', motionId: id });
    }
    given(...inSession(voting))
      .when(zhuchi, openVoting()[1])
      .saysNothing();
  });
  test('V3 nobody here, nothing to put', () => {
    given(...inSession(voting, []))
      .when(zhuchi, openVoting(m1)[1])
      .refuses({ type: 'NobodyToVote' });
  });
});

describe('V4–V6 casting', () => {
  test('is a fact with the voter and the choice', () => {
    const outcome = given(...opened).when(li, cast(li, 'oppose')[1]);
    outcome.then({ type: 'VoteCast', payload: { motionId: m1, voter: li, choice: 'oppose' } });
    expect(outcome.after).toMatchObject({ motions: { m1: { votes: withVote(noVotes, li, 'oppose') } } });
  });
  test('V5 may be changed until the close', () => {
    const outcome = given(...opened, cast(li, 'oppose')).when(li, cast(li, 'abstain')[1]);
    outcome.then({ type: 'VoteCast', payload: { motionId: m1, voter: li, choice: 'abstain' } });
    expect(outcome.after).toMatchObject({ motions: { m1: { votes: withVote(noVotes, li, 'abstain') } } });
  });
  test('V6 the same again is silent', () => {
    given(...opened, cast(li, 'oppose'))
      .when(li, cast(li, 'oppose')[1])
      .saysNothing();
  });
  test('V4 only who stands on the frozen roll', () => {
    given(...opened, [wei, { type: 'CheckIn' }])
      .when(wei, cast(wei, 'approve')[1])
      .refuses({ type: 'NotOnVoterRoll', motionId: m1 });
  });
  test('V4 who left after the opening still stands on it', () => {
    given(...opened, [mishu, { type: 'MarkLeft', person: li }])
      .when(li, cast(li, 'approve')[1])
      .then({ type: 'VoteCast', payload: { motionId: m1, voter: li, choice: 'approve' } });
  });
  test('V7 a closed motion takes no vote, one never put neither; the countdown alone closes nothing', () => {
    given(...counted)
      .when(wang, cast(wang, 'approve')[1])
      .refuses({ type: 'VotingIsClosed', motionId: m1 });
    given(...opened)
      .when(li, cast(li, 'approve', m2)[1])
      .refuses({ type: 'VotingIsClosed', motionId: m2 });
    given(...opened)
      .when(li, cast(li, 'approve')[1], t0 + 60 * minute)
      .then({ type: 'VoteCast', payload: { motionId: m1, voter: li, choice: 'approve' } });
  });
});

describe('V7–V9 closing', () => {
  test('counts 未按 apart from 弃权, judges, and lists every vote', () => {
    given(...opened, cast(zhang, 'approve'), cast(li, 'abstain'))
      .when(zhuchi, close(m1)[1])
      .then({
        type: 'VotingClosed',
        payload: {
          motions: [
            {
              motionId: m1,
              tally: { approve: 1, oppose: 0, abstain: 1, notPressed: 1 },
              roll: 3,
              base: 4,
              needed: 3,
              passed: false,
              quorum: { needed: 3, atOpening: 3, atClosing: 3, met: true },
              votes: [
                { voter: zhang, choice: 'approve' },
                { voter: li, choice: 'abstain' },
                { voter: wang, choice: 'notPressed' },
              ],
            },
          ],
        },
      });
  });
  test('is once for each motion', () => {
    given(...counted)
      .when(zhuchi, close(m1)[1])
      .refuses({ type: 'VotingIsClosed', motionId: m1 });
    given(...opened)
      .when(zhuchi, close(m1, m2)[1])
      .refuses({ type: 'VotingIsClosed', motionId: m2 });
    given(...opened)
      .when(zhuchi, close()[1])
      .saysNothing();
  });

  const r9: readonly Choice[] = [
    ...Array<Choice>(16).fill('approve'),
    ...Array<Choice>(5).fill('oppose'),
    ...Array<Choice>(6).fill('abstain'),
  ];
  const resultOf = (base: 'eligible' | 'present') => {
    const here = voters(28);
    const steps: Step[] = [
      ...inSession(voting, here, { ...withMembers(32), rules: { ...rules, vote: { ...rules.vote, base } } }),
      openVoting(m1),
      ...here.flatMap((by, place) => (r9[place] ? [cast(by, r9[place])] : [])),
    ];
    const { decision } = given(...steps).when(zhuchi, close(m1)[1]);
    return decision.ok && decision.events[0]?.type === 'VotingClosed' ? decision.events[0].payload.motions[0] : undefined;
  };
  test('V9 16-5-6-1 of 28 here fails on 应到 32', () => {
    expect(resultOf('eligible')).toMatchObject({
      tally: { approve: 16, oppose: 5, abstain: 6, notPressed: 1 },
      roll: 28,
      base: 32,
      needed: 17,
      passed: false,
    });
  });
  test('V9 the same votes pass on 实到 28', () => {
    expect(resultOf('present')).toMatchObject({ roll: 28, base: 28, needed: 15, passed: true });
  });
  test('V8 a voter named after what objects inherit has pressed nothing yet', () => {
    const odd = personId('constructor');
    const attendees = withMembers(1).attendees.map((one) => (one.role === 'member' ? { ...one, person: odd } : one));
    const { decision } = given(...inSession(voting, [odd], { attendees, prepared: [] }), openVoting(m1)).when(zhuchi, close(m1)[1]);
    expect(decision).toMatchObject({
      events: [{ payload: { motions: [{ tally: { notPressed: 1 }, votes: [{ voter: odd, choice: 'notPressed' }] }] } }],
    });
  });
});

describe('V10 announcing', () => {
  test('comes after the count; again is silent', () => {
    given(...counted)
      .when(zhuchi, announce(m1)[1])
      .then({ type: 'ResultAnnounced', payload: { motionIds: [m1] } });
    given(...counted, announce(m1))
      .when(zhuchi, announce(m1)[1])
      .saysNothing();
    given(...opened)
      .when(zhuchi, announce(m1)[1])
      .refuses({ type: 'MotionNotVotedOn', motionId: m1 });
    given(...counted)
      .when(zhuchi, announce(m1, m2)[1])
      .refuses({ type: 'MotionNotVotedOn', motionId: m2 });
  });
  test('of several names only those not announced yet', () => {
    given(...counted, announce(m1), openVoting(m2), close(m2))
      .when(zhuchi, announce(m1, m2)[1])
      .then({ type: 'ResultAnnounced', payload: { motionIds: [m2] } });
  });
});

describe('V2 repeating', () => {
  test('makes a second round with its own roll and reason; the first stays', () => {
    const outcome = given(...counted, [wei, { type: 'CheckIn' }]).when(zhuchi, repeat[1]);
    expect(outcome.decision).toMatchObject({
      events: [
        { type: 'VotingOpened', payload: { motions: [{ motionId: m1, round: 2 }], voterRoll: [zhang, li, wang, wei], reason: '设备故障' } },
      ],
    });
    expect(outcome.after).toMatchObject({
      motions: { m1: { phase: 'voting', votes: {}, earlier: [{ form: 'named', tally: { approve: 2 } }] } },
    });
  });
  test('only what was voted on', () => {
    given(...inSession(voting))
      .when(zhuchi, repeat[1])
      .refuses({ type: 'MotionNotVotedOn', motionId: m1 });
    given(...opened)
      .when(zhuchi, repeat[1])
      .refuses({ type: 'VotingIsOpen', motionIds: [m1] });
  });
});
