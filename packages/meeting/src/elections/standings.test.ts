// Chapter E: every command about an election × where the election stands. Written out here a second time, on purpose.
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
import type { ElectionTerms } from './types.ts';

const here = voters(6);
const [one = zhang, two = zhang, three = zhang] = here;
const candidates = [c1, c2, c3].map((candidateId) => ({ candidateId, name: `候选人${candidateId}` }));
const paper = electionPaper({ candidates, writeIns: 'none', rule: 'plurality' });
const electionId = e1;
const absent: readonly Step[] = [
  ...inSession(voting, here, withMembers(6)),
  [mishu, { type: 'NameScrutineers', persons: [one, two, three] }],
  ...[one, two, three].map((by): Step => [by, { type: 'OfferScrutineerKey', publicKey: `key of ${by}` }]),
];
const tabled: readonly Step[] = [...absent, [mishu, { type: 'TableElection', electionId, paper }]];
const opened = (terms: ElectionTerms = { form: 'named' }): readonly Step[] => [
  ...tabled,
  [zhuchi, { type: 'OpenElection', electionId, terms }],
];
const close: Step = [zhuchi, { type: 'CloseElection', electionId }];

const states: Readonly<Record<string, readonly Step[]>> = {
  absent,
  tabled,
  named: opened(),
  timed: [...tabled, [zhuchi, { type: 'OpenElection', electionId, closing: 'clock' }]],
  paper: opened({ form: 'paper' }),
  secret: opened(inCustodyOf('server', 'v1')),
  sealed: [...opened(inCustodyOf('scrutineers', 'v2')), close],
  closed: [...opened(), close],
  announced: [...opened(), close, [zhuchi, { type: 'AnnounceElection', electionId }]],
  voided: [...opened(), [zhuchi, { type: 'VoidElection', electionId, reason: '名单有误' }]],
};

const asks: Readonly<Record<string, readonly [PersonId, Command]>> = {
  TableElection: [mishu, { type: 'TableElection', electionId, paper }],
  ReviseElection: [mishu, { type: 'ReviseElection', electionId, paper: { ...paper, seats: 1 }, reason: '名额有误' }],
  WithdrawElection: [mishu, { type: 'WithdrawElection', electionId, reason: '不再推选' }],
  OpenElection: [zhuchi, { type: 'OpenElection', electionId }],
  RepeatElection: [zhuchi, { type: 'RepeatElection', electionId, reason: '末位票数相等' }],
  CastElection: [two, { type: 'CastElection', electionId, chosen: [c1], writeIns: [] }],
  EnterElection: [mishu, { type: 'EnterElection', electionId, voter: two, ballot: { chosen: [c1], writeIns: [] }, reason: '设备故障' }],
  takeBack: [mishu, { type: 'EnterElection', electionId, voter: two, ballot: null, reason: '录入有误' }],
  EnterElectionCount: [
    mishu,
    { type: 'EnterElectionCount', electionId, marked: 1, blank: 0, spoilt: 0, votes: [{ candidateId: c1, votes: 1 }], writeIns: [] },
  ],
  CastSealedBallot: [two, { type: 'CastSealedBallot', voteId: inCustodyOf('server', 'v1').voteId, revision: 1, ciphertext: 'ff' }],
  CloseElection: [zhuchi, { type: 'CloseElection', electionId }],
  itsTimeIsUp: [clock, { type: 'CloseElection', electionId }],
  VoidElection: [zhuchi, { type: 'VoidElection', electionId, reason: '名单有误' }],
  ConfirmElectionCount: [one, { type: 'ConfirmElectionCount', electionId }],
  AnnounceElection: [zhuchi, { type: 'AnnounceElection', electionId }],
  NameScrutineers: [mishu, { type: 'NameScrutineers', persons: [two] }],
  OpenVoting: [zhuchi, { type: 'OpenVoting', motionIds: [m1] }],
  OpenAcclamation: [zhuchi, { type: 'OpenAcclamation', motionIds: [m1] }],
  MoveToStage: [zhuchi, { type: 'MoveToStage', stageId: keynote }],
  SuspendMeeting: [zhuchi, { type: 'SuspendMeeting' }],
  ConcludeMeeting: [zhuchi, { type: 'ConcludeMeeting' }],
};

/** In the order of `states`. */
const table = `
  TableElection         +  T  T T T T T  T T T
  ReviseElection        U  +  A A A A A  A A A
  WithdrawElection      U  +  A A A A A  A A A
  OpenElection          U  +  O O O O O  A A +
  RepeatElection        U  H  O O O O O  + + H
  CastElection          C  C  + + F F F  C C C
  EnterElection         C  C  + + F F F  C C C
  takeBack              C  C  . . F F F  C C C
  EnterElectionCount    C  C  F F + F F  C C C
  CastSealedBallot      B  B  B B B . B  B B B
  CloseElection         U  C  + + K + C  C C C
  itsTimeIsUp           U  .  . + . . .  . . .
  VoidElection          U  C  + + + + +  C C C
  ConfirmElectionCount  U  H  H H H H H  + + H
  AnnounceElection      U  H  H H H H H  + . H
  NameScrutineers       +  +  O O O O O  + + +
  OpenVoting            +  +  O O O O O  + + +
  OpenAcclamation       +  +  O O O O O  + + +
  MoveToStage           +  +  O O O O O  + + +
  SuspendMeeting        +  +  O O O O O  + + +
  ConcludeMeeting       +  +  O O O O O  + + +
`;
const letters = {
  T: 'ElectionIdTaken',
  U: 'UnknownElection',
  A: 'ElectionAlreadyPut',
  O: 'ElectionIsOpen',
  H: 'ElectionNotHeld',
  C: 'ElectionIsClosed',
  F: 'OtherElectionForm',
  K: 'ElectionCountNotConfirmed',
  B: 'BallotsNotOut',
};

test.each(standingCells(table, states, asks, letters))('$asked while the election is $standing', ({ said, expected }) =>
  expect(said()).toBe(expected),
);
