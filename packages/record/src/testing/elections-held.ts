// Knows a sitting in which something is chosen in every form an election has; for tests and fault programmes only.
import { clock, electionId, voteId, type CandidateId, type PersonId } from '@xieshang/meeting';
import {
  c1,
  c2,
  c3,
  e1,
  electionPaper,
  inCustodyOf,
  inSession,
  li,
  mishu,
  mishu2,
  voting,
  wang,
  wei,
  zhang,
  zhuchi,
  type Step,
} from '@xieshang/meeting/testing';

const e2 = electionId('e2');
const e3 = electionId('e3');
const cast = (by: PersonId, chosen: readonly CandidateId[], writeIns: readonly PersonId[] = []): Step => [
  by,
  { type: 'CastElection', electionId: e1, chosen, writeIns },
];
const close = (id = e1): Step => [zhuchi, { type: 'CloseElection', electionId: id }];
const count = (by: PersonId): Step => [
  by,
  {
    type: 'EnterElectionCount',
    electionId: e2,
    marked: 2,
    blank: 1,
    spoilt: 1,
    votes: [
      { candidateId: c1, votes: 2 },
      { candidateId: c2, votes: 1 },
    ],
    writeIns: [{ person: wei, votes: 1 }],
  },
];
const rule = { base: 'cast', threshold: { kind: 'atLeast', parts: 1, of: 4 } } as const;

/** By name with a tie and a ballot entered for a failed device, then a run-off; on paper, voided and put again; sealed; confirmed by a scrutineer. */
export const electionsHeld: readonly Step[] = [
  ...inSession(voting, [zhang, li, wang, wei]),
  [mishu, { type: 'NameScrutineers', persons: [li] }],
  [mishu, { type: 'TableElection', electionId: e1, paper: electionPaper({ rule }) }],
  [zhuchi, { type: 'OpenElection', electionId: e1 }],
  cast(zhang, [c1, c2]),
  cast(li, [c1, c3]),
  cast(wang, [c1], [wei]),
  [mishu, { type: 'EnterElection', electionId: e1, voter: wang, ballot: { chosen: [c2], writeIns: [] }, reason: '平板故障' }],
  [mishu, { type: 'EnterElection', electionId: e1, voter: wei, ballot: { chosen: [], writeIns: [] }, reason: '平板故障' }],
  close(),
  [li, { type: 'ConfirmElectionCount', electionId: e1 }],
  [zhuchi, { type: 'RepeatElection', electionId: e1, reason: '末位票数相等', candidates: [c2, c3] }],
  cast(zhang, [c2]),
  cast(li, [c2]),
  cast(wang, [c3]),
  close(),
  [zhuchi, { type: 'AnnounceElection', electionId: e1 }],
  [mishu, { type: 'TableElection', electionId: e2, paper: electionPaper({ rule: 'plurality' }) }],
  [zhuchi, { type: 'OpenElection', electionId: e2, terms: { form: 'paper' } }],
  [zhuchi, { type: 'VoidElection', electionId: e2, reason: '名单有误' }],
  [zhuchi, { type: 'OpenElection', electionId: e2, terms: { form: 'paper' } }],
  count(mishu),
  count(mishu2),
  close(e2),
  [mishu, { type: 'TableElection', electionId: e3, paper: electionPaper({ rule: 'plurality' }) }],
  [zhuchi, { type: 'OpenElection', electionId: e3, terms: inCustodyOf('server', 'v-chosen') }],
  close(e3),
  [clock, { type: 'DestroyBallots', voteId: voteId('v-chosen') }],
];
