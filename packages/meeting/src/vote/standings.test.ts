// Chapter V: every command about a motion × where the motion stands. Written out here a second time, on purpose.
import { expect, test } from 'vitest';
import type { Command } from '../command.ts';
import { clock, type PersonId } from '../ids.ts';
import {
  c1,
  c2,
  c3,
  e1,
  electionPaper,
  inCustodyOf,
  inSession,
  keynote,
  m1,
  mishu,
  standingCells,
  voters,
  voting,
  withMembers,
  zhang,
  zhuchi,
  type Step,
} from '../testing/index.ts';
import type { VoteTerms } from './terms.ts';

const here = voters(6);
const [one = zhang, two = zhang, three = zhang] = here;
const motionIds = [m1];
const candidates = [c1, c2, c3].map((candidateId) => ({ candidateId, name: `候选人${candidateId}` }));
const start: readonly Step[] = [
  ...inSession(voting, here, withMembers(6)),
  [mishu, { type: 'NameScrutineers', persons: [one, two, three] }],
  ...[one, two, three].map((by): Step => [by, { type: 'OfferScrutineerKey', publicKey: `key of ${by}` }]),
  [mishu, { type: 'TableElection', electionId: e1, paper: electionPaper({ candidates, writeIns: 'none' }) }],
];
const opened = (terms: VoteTerms = { form: 'named' }): readonly Step[] => [...start, [zhuchi, { type: 'OpenVoting', motionIds, terms }]];
const close: Step = [zhuchi, { type: 'CloseVoting', motionIds }];
const acclaimed: readonly Step[] = [...start, [zhuchi, { type: 'OpenAcclamation', motionIds }]];

const states: Readonly<Record<string, readonly Step[]>> = {
  tabled: start,
  named: opened(),
  timed: [...start, [zhuchi, { type: 'OpenVoting', motionIds, closing: 'clock' }]],
  unnamed: opened({ form: 'unnamed' }),
  byName: opened({ form: 'showOfHands', counting: 'byName' }),
  byCount: opened({ form: 'showOfHands', counting: 'byCount' }),
  paper: opened({ form: 'paper' }),
  secret: opened(inCustodyOf('server', 'v1')),
  sealed: [...opened(inCustodyOf('scrutineers', 'v2')), close],
  objection: acclaimed,
  objected: [...acclaimed, [two, { type: 'RaiseObjection', motionId: m1 }]],
  closed: [...opened(), close],
  announced: [...opened(), close, [zhuchi, { type: 'AnnounceResult', motionIds }]],
  voided: [...opened(), [zhuchi, { type: 'VoidVoting', motionIds, reason: '文本有误' }]],
};

const asks: Readonly<Record<string, readonly [PersonId, Command]>> = {
  OpenVoting: [zhuchi, { type: 'OpenVoting', motionIds }],
  RepeatVoting: [zhuchi, { type: 'RepeatVoting', motionIds, reason: '有异议' }],
  OpenAcclamation: [zhuchi, { type: 'OpenAcclamation', motionIds }],
  CastVote: [two, { type: 'CastVote', motionId: m1, choice: 'approve' }],
  EnterVote: [mishu, { type: 'EnterVote', motionId: m1, voter: two, choice: 'approve', reason: '设备故障' }],
  EnterCount: [mishu, { type: 'EnterCount', motionId: m1, approve: 1, oppose: 0, abstain: 0 }],
  CastSealedBallot: [two, { type: 'CastSealedBallot', voteId: inCustodyOf('server', 'v1').voteId, revision: 1, ciphertext: 'ff' }],
  CloseVoting: [zhuchi, { type: 'CloseVoting', motionIds }],
  itsTimeIsUp: [clock, { type: 'CloseVoting', motionIds }],
  VoidVoting: [zhuchi, { type: 'VoidVoting', motionIds, reason: '文本有误' }],
  RaiseObjection: [two, { type: 'RaiseObjection', motionId: m1 }],
  CloseAcclamation: [clock, { type: 'CloseAcclamation', motionIds }],
  AnnounceResult: [zhuchi, { type: 'AnnounceResult', motionIds }],
  ConfirmCount: [one, { type: 'ConfirmCount', motionIds }],
  DeclareReservation: [two, { type: 'DeclareReservation', motionId: m1 }],
  WithdrawReservation: [two, { type: 'WithdrawReservation', motionId: m1 }],
  ChangeVoteRule: [zhuchi, { type: 'ChangeVoteRule', base: 'valid', threshold: { kind: 'atLeast', parts: 3, of: 4 }, reason: '依章程' }],
  NameScrutineers: [mishu, { type: 'NameScrutineers', persons: [two] }],
  ReviseRecommendation: [mishu, { type: 'ReviseRecommendation', motionId: m1, text: '另一文本', reason: '文字有误' }],
  OpenElection: [zhuchi, { type: 'OpenElection', electionId: e1 }],
  MoveToStage: [zhuchi, { type: 'MoveToStage', stageId: keynote }],
  SuspendMeeting: [zhuchi, { type: 'SuspendMeeting' }],
  ConcludeMeeting: [zhuchi, { type: 'ConcludeMeeting' }],
};

/** In the order of `states`. */
const table = `
  OpenVoting            +  O O O O O O O O  O  +  P P +
  RepeatVoting          N  O O O O O O O O  O  N  + + N
  OpenAcclamation       +  O O O O O O O O  O  P  P P +
  CastVote              C  + + + F F F F C  C  C  C C C
  EnterVote             C  + + F + F F F C  C  C  C C C
  EnterCount            C  F F F F + + F C  C  C  C C C
  CastSealedBallot      B  B B B B B B . B  B  B  B B B
  CloseVoting           C  + + + + K K + C  C  C  C C C
  itsTimeIsUp           .  . + . . . . . .  .  .  . . .
  VoidVoting            C  + + + + + + + +  +  C  C C C
  RaiseObjection        W  W W W W W W W W  +  W  W W W
  CloseAcclamation      .  . . . . . . . .  +  .  . . .
  AnnounceResult        N  N N N N N N N N  N  N  + . N
  ConfirmCount          N  N N N N N N N N  N  N  + + N
  DeclareReservation    N  N N N N N N N N  N  N  + + N
  WithdrawReservation   N  N N N N N N N N  N  N  . . N
  ChangeVoteRule        +  O O O O O O O O  O  +  + + +
  NameScrutineers       +  O O O O O O O O  O  +  + + +
  ReviseRecommendation  +  T T T T T T T T  T  T  T T +
  OpenElection          +  O O O O O O O O  O  +  + + +
  MoveToStage           +  O O O O O O O O  O  +  + + +
  SuspendMeeting        +  O O O O O O O O  O  +  + + +
  ConcludeMeeting       +  O O O O O O O O  O  +  + + +
`;
const letters = {
  O: 'VotingIsOpen',
  C: 'VotingIsClosed',
  P: 'MotionAlreadyPut',
  N: 'MotionNotVotedOn',
  F: 'OtherForm',
  K: 'CountNotConfirmed',
  W: 'NoObjectionWindow',
  B: 'BallotsNotOut',
  T: 'TextIsFrozen',
};

test.each(standingCells(table, states, asks, letters))('$asked while the motion is $standing', ({ said, expected }) =>
  expect(said()).toBe(expected),
);
