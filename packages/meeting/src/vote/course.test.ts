// Chapter V: voiding a vote, scrutineers and their confirmation, reservations, ballots of another round.
import { describe, expect, test } from 'vitest';
import {
  given,
  inSession,
  issued,
  li,
  m1,
  m2,
  mishu,
  mishu2,
  stranger,
  voting,
  wang,
  wei,
  zhang,
  zhuchi,
  type Step,
} from '../testing/index.ts';

const open: Step = [zhuchi, { type: 'OpenVoting', motionIds: [m1] }];
const close: Step = [zhuchi, { type: 'CloseVoting', motionIds: [m1] }];
const again: Step = [zhuchi, { type: 'RepeatVoting', motionIds: [m1], reason: '设备故障' }];
const begin = inSession(voting);

describe('V21 voiding', () => {
  const voided: Step = [zhuchi, { type: 'VoidVoting', motionIds: [m1], reason: '文本有误' }];
  const revise: Step = [mishu, { type: 'ReviseRecommendation', motionId: m1, text: '改正的文本', reason: '文本有误' }];
  const cast: Step = [li, { type: 'CastVote', motionId: m1, choice: 'approve' }];

  test('counts nothing, lets the text be put right, and the motion be put again in another round', () => {
    const outcome = given(...begin, open, cast).when(zhuchi, voided[1]);
    outcome.then({ type: 'VotingVoided', payload: { motionIds: [m1], reason: '文本有误' } });
    expect(outcome.after).toMatchObject({ motions: { m1: { phase: 'voided', round: 1, reason: '文本有误', earlier: [] } } });
    const { after } = given(...begin, open, cast, voided, revise).when(zhuchi, open[1]);
    expect(after).toMatchObject({
      motions: { m1: { phase: 'voting', round: 2, votes: {}, earlier: [], paper: { text: '改正的文本', version: 2 } } },
    });
  });
  test('ends an objection window too, and keeps earlier results', () => {
    const acclaim: Step = [zhuchi, { type: 'OpenAcclamation', motionIds: [m1] }];
    expect(given(...begin, acclaim, voided).meeting).toMatchObject({ motions: { m1: { phase: 'voided' } } });
    expect(given(...begin, open, close, again, voided, open).meeting).toMatchObject({
      motions: { m1: { phase: 'voting', round: 3, earlier: [{ form: 'named' }] } },
    });
  });
  test('only what is open, all or none; what was voided is not repeated', () => {
    given(...begin, open, close)
      .when(zhuchi, voided[1])
      .refuses({ type: 'VotingIsClosed', motionId: m1 });
    given(...begin, open)
      .when(zhuchi, { type: 'VoidVoting', motionIds: [m1, m2], reason: '' })
      .refuses({ type: 'VotingIsClosed', motionId: m2 });
    given(...begin, open, voided)
      .when(zhuchi, voided[1])
      .refuses({ type: 'VotingIsClosed', motionId: m1 });
    given(...begin, open, voided)
      .when(zhuchi, again[1])
      .refuses({ type: 'MotionNotVotedOn', motionId: m1 });
    given(...begin, open, voided)
      .when(li, cast[1])
      .refuses({ type: 'VotingIsClosed', motionId: m1 });
    given(...begin, open)
      .when(zhuchi, { type: 'VoidVoting', motionIds: [], reason: '' })
      .saysNothing();
  });
});

describe('V22 scrutineers', () => {
  const name: Step = [mishu, { type: 'NameScrutineers', persons: [zhang, li] }];
  const confirm = { type: 'ConfirmCount', motionIds: [m1] } as const;

  test('are members, named while nothing is open; the same again is silent', () => {
    const outcome = given(...begin).when(mishu, { type: 'NameScrutineers', persons: [zhang, li, zhang] });
    outcome.then({ type: 'ScrutineersNamed', payload: { persons: [zhang, li] } });
    expect(outcome.after).toMatchObject({ scrutineers: [zhang, li] });
    given(...begin, name)
      .when(zhuchi, { type: 'NameScrutineers', persons: [li, zhang] })
      .saysNothing();
    given(...begin)
      .when(mishu, { type: 'NameScrutineers', persons: [zhuchi] })
      .refuses({ type: 'NotAMember', person: zhuchi });
    given(...begin)
      .when(mishu, { type: 'NameScrutineers', persons: [stranger] })
      .refuses({ type: 'UnknownPerson', person: stranger });
    given(...begin, open)
      .when(mishu, name[1])
      .refuses({ type: 'VotingIsOpen', motionIds: [m1] });
  });
  test('confirm a count once each, before and after it is announced', () => {
    const counted = [...begin, name, open, close];
    given(...counted)
      .when(zhang, confirm)
      .then({ type: 'CountConfirmed', payload: { motionIds: [m1] } });
    const { after } = given(...counted, [zhang, confirm], [zhuchi, { type: 'AnnounceResult', motionIds: [m1] }]).when(li, confirm);
    expect(after).toMatchObject({ motions: { m1: { phase: 'announced', result: { confirmedBy: [zhang, li] } } } });
    given(...counted, [zhang, confirm])
      .when(zhang, confirm)
      .saysNothing();
  });
  test('nobody else confirms, and nothing that was not counted', () => {
    given(...begin, name, open, close)
      .when(wang, confirm)
      .refuses({ type: 'NotAScrutineer' });
    given(...begin, name, open)
      .when(zhang, confirm)
      .refuses({ type: 'MotionNotVotedOn', motionId: m1 });
    given(...begin, name, open, close)
      .when(zhang, { type: 'ConfirmCount', motionIds: [m1, m2] })
      .refuses({ type: 'MotionNotVotedOn', motionId: m2 });
  });
  test('a repeat is confirmed anew', () => {
    const { meeting } = given(...begin, name, open, close, [zhang, confirm], again, close);
    expect(meeting).toMatchObject({ motions: { m1: { result: { confirmedBy: [] }, earlier: [{ confirmedBy: [zhang] }] } } });
  });
});

describe('V25 reservations', () => {
  const declare: Step = [li, { type: 'DeclareReservation', motionId: m1, note: '资金来源未落实' }];
  const withdraw = { type: 'WithdrawReservation', motionId: m1 } as const;
  const counted = [...begin, open, close];

  test('are stated after the result, changed, withdrawn; they change no result', () => {
    const outcome = given(...counted).when(li, declare[1]);
    outcome.then({ type: 'ReservationDeclared', payload: { motionId: m1, person: li, round: 1, note: '资金来源未落实' } });
    expect(outcome.after).toMatchObject({ reservations: { m1: [{ person: li, round: 1, note: '资金来源未落实' }] } });
    const { meeting } = given(...counted, declare, [zhang, { type: 'DeclareReservation', motionId: m1 }], [li, withdraw]);
    expect(meeting).toMatchObject({ reservations: { m1: [{ person: zhang, note: '' }] } });
  });
  test('again is silent, so is withdrawing none', () => {
    given(...counted, declare)
      .when(li, declare[1])
      .saysNothing();
    given(...counted)
      .when(li, withdraw)
      .saysNothing();
  });
  test('by whoever stood on the roll, about what was decided', () => {
    given(...counted, [wei, { type: 'CheckIn' }])
      .when(wei, declare[1])
      .refuses({ type: 'NotOnVoterRoll', motionId: m1 });
    given(...begin, open)
      .when(li, declare[1])
      .refuses({ type: 'MotionNotVotedOn', motionId: m1 });
  });
  test('also after the meeting, until the minutes are issued', () => {
    const over: readonly Step[] = [
      ...counted,
      [zhuchi, { type: 'ConcludeMeeting' }],
      [mishu, { type: 'SubmitMinutes' }],
      [mishu2, { type: 'PassMinutes' }],
    ];
    expect(given(...over).when(li, declare[1]).decision).toMatchObject({ ok: true, events: [{ type: 'ReservationDeclared' }] });
    given(...issued)
      .when(li, declare[1])
      .refuses({ type: 'MinutesNotAtThisStep', phase: 'issued' });
  });
});

test('V26 a vote for another round than the one that is open does not count', () => {
  const cast = (round: number) => ({ type: 'CastVote', motionId: m1, choice: 'approve', round }) as const;
  given(...begin, open, close, again)
    .when(li, cast(1))
    .refuses({ type: 'VotingIsClosed', motionId: m1 });
  given(...begin, open, close, again)
    .when(li, cast(2))
    .then({ type: 'VoteCast', payload: { motionId: m1, voter: li, choice: 'approve' } });
  given(...begin, open, [li, cast(1)])
    .when(li, cast(1))
    .saysNothing();
});
