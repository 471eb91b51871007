// E19: what was pressed for one round of an election and comes when another has begun.
import { expect, test } from 'vitest';
import { e1, electionPaper, given, inSession, li, mishu, voting, zhuchi, type Step } from '../testing/index.ts';

const again: readonly Step[] = [
  ...inSession(voting),
  [mishu, { type: 'NameScrutineers', persons: [li] }],
  [mishu, { type: 'TableElection', electionId: e1, paper: electionPaper() }],
  [zhuchi, { type: 'OpenElection', electionId: e1 }],
  [zhuchi, { type: 'CloseElection', electionId: e1, round: 1 }],
  [zhuchi, { type: 'RepeatElection', electionId: e1, reason: '设备故障' }],
];
const counted: readonly Step[] = [...again, [zhuchi, { type: 'CloseElection', electionId: e1, round: 2 }]];

test('E19 it ends and voids nothing', () => {
  given(...again)
    .when(zhuchi, { type: 'CloseElection', electionId: e1, round: 1 })
    .refuses({ type: 'ElectionIsClosed', electionId: e1 });
  given(...again)
    .when(zhuchi, { type: 'VoidElection', electionId: e1, round: 1, reason: '选票有误' })
    .refuses({ type: 'ElectionIsClosed', electionId: e1 });
});

test('E19 it confirms and announces no count that was not seen', () => {
  given(...counted)
    .when(li, { type: 'ConfirmElectionCount', electionId: e1, round: 1 })
    .refuses({ type: 'ElectionNotHeld', electionId: e1 });
  given(...counted)
    .when(zhuchi, { type: 'AnnounceElection', electionId: e1, round: 1 })
    .refuses({ type: 'ElectionNotHeld', electionId: e1 });
});

test('E19 where no round is said, and for the round that is meant, all goes as ever', () => {
  expect(given(...again).when(zhuchi, { type: 'CloseElection', electionId: e1 }).decision.ok).toBe(true);
  given(...counted)
    .when(li, { type: 'ConfirmElectionCount', electionId: e1, round: 2 })
    .then({ type: 'ElectionCountConfirmed', payload: { electionId: e1 } });
});
