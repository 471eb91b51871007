// Chapter V: the rule motions are judged by, changed during a meeting.
import { describe, expect, test } from 'vitest';
import { given, inSession, li, m1, m2, rules, voting, zhang, zhuchi, type Step } from '../testing/index.ts';

const openVoting = (motionId: typeof m1): Step => [zhuchi, { type: 'OpenVoting', motionIds: [motionId] }];
const opened = [...inSession(voting), openVoting(m1)] as const;
const counted: readonly Step[] = [
  ...opened,
  [zhang, { type: 'CastVote', motionId: m1, choice: 'approve' }],
  [li, { type: 'CastVote', motionId: m1, choice: 'approve' }],
  [zhuchi, { type: 'CloseVoting', motionIds: [m1] }],
];

describe('V14 another rule', () => {
  const change = { type: 'ChangeVoteRule', base: 'present', threshold: { kind: 'atLeast', parts: 2, of: 3 }, reason: '章程规定' } as const;
  const rule = { base: change.base, threshold: change.threshold };
  test('is chosen with a reason and holds for what is opened later', () => {
    given(...counted)
      .when(zhuchi, change)
      .then({ type: 'VoteRuleChanged', payload: { rule, reason: '章程规定' } });
    const { after } = given(...counted, [zhuchi, change]).when(zhuchi, openVoting(m2)[1]);
    expect(after).toMatchObject({ motions: { m1: { result: { rule: rules.vote } }, m2: { rule } } });
  });
  test('not while a vote is open', () => {
    given(...opened)
      .when(zhuchi, change)
      .refuses({ type: 'VotingIsOpen', motionIds: [m1] });
  });
  test('the same rule is silent, an impossible one refused', () => {
    given(...counted, [zhuchi, change])
      .when(zhuchi, change)
      .saysNothing();
    given(...counted)
      .when(zhuchi, { ...change, threshold: { kind: 'moreThan', parts: 1, of: 0 } })
      .refuses({ type: 'InvalidPlan', problem: 'impossibleThreshold' });
  });
});
