// Chapter L7, L8: what a rehearsal lets happen that a meeting does not, and what it cannot touch.
import { describe, expect, test } from 'vitest';
import { clock, meetingId, voteId } from './ids.ts';
import { isRehearsal } from './rehearsal.ts';
import { timersOf } from './timers.ts';
import {
  convened,
  e1,
  electionPaper,
  given,
  inCustodyOf,
  inSession,
  keynote,
  li,
  m1,
  mishu,
  p1,
  plan,
  voting,
  wang,
  zhang,
  zhuchi,
  zhuchi2,
  type Step,
} from './testing/index.ts';

const { notice } = plan();
const marked = { notice: { ...notice, kind: 'rehearsal', rehearses: meetingId('real') } } as const;
const rehearsed = (stage = keynote): readonly Step[] => inSession(stage, [zhang, li, wang], marked);
const cancel = { type: 'CancelMeeting', reason: '演练结束' } as const;
const cancelled = { type: 'MeetingCancelled', payload: { reason: '演练结束' } } as const;
const over: readonly Step[] = [...rehearsed(), [zhuchi, { type: 'ConcludeMeeting' }]];

test('a rehearsal is told by its notice', () => {
  expect([isRehearsal(notice), isRehearsal(marked.notice)]).toEqual([false, true]);
});

describe('L7 a moderator rehearses without a secretary', () => {
  test('convenes it', () => {
    const outcome = given().when(zhuchi, { type: 'ConveneMeeting', plan: plan(marked) });
    expect(outcome.decision.ok).toBe(true);
    expect(outcome.after).toMatchObject({ phase: 'convened', notice: { rehearses: 'real' } });
  });
  test('but no meeting', () => {
    given().when(zhuchi, { type: 'ConveneMeeting', plan: plan() }).refuses({ type: 'NotPermitted', role: 'moderator' });
  });
  test('checks others in and out, marked as done for them', () => {
    given(...convened(marked))
      .when(zhuchi2, { type: 'CheckInFor', person: li, reason: '演练' })
      .then({ type: 'CheckedIn', payload: { person: li, where: 'hall', reason: '演练' } });
    given(...rehearsed())
      .when(zhuchi, { type: 'MarkLeft', person: li })
      .then({ type: 'LeftEarly', payload: { person: li } });
    given(...rehearsed())
      .when(zhuchi, { type: 'UndoCheckIn', person: li, reason: '演练' })
      .then({ type: 'CheckInUndone', payload: { person: li, reason: '演练' } });
    given(...convened(marked), [zhuchi, { type: 'CheckInFor', person: li, reason: '演练' }])
      .when(zhuchi, { type: 'CheckInFor', person: li, reason: '演练' })
      .saysNothing();
  });
  test('a member does none of it', () => {
    given(...convened(marked))
      .when(zhang, { type: 'CheckInFor', person: li, reason: '演练' })
      .refuses({ type: 'NotPermitted', role: 'member' });
  });
});

describe('L8 a rehearsal is cleared away', () => {
  test('before it, in it and after it, by either of the office', () => {
    given(...convened(marked))
      .when(mishu, cancel)
      .then(cancelled);
    given(...rehearsed())
      .when(zhuchi2, cancel)
      .then(cancelled);
    const ended = given(...over).when(mishu, cancel);
    ended.then(cancelled);
    expect(ended.after).toMatchObject({ phase: 'cancelled', reason: '演练结束' });
  });
  test('a running speech ends with it', () => {
    const outcome = given(...rehearsed(), [zhuchi, { type: 'GiveFloor', requestId: p1 }]).when(zhuchi, cancel);
    expect(outcome.decision.ok && outcome.decision.events.map(({ type }) => type)).toEqual(['SpeechEnded', 'MeetingCancelled']);
    expect(outcome.after).toMatchObject({ queue: { floor: { phase: 'empty' } } });
  });
  test('in a break too', () => {
    given(...rehearsed(), [zhuchi, { type: 'SuspendMeeting' }])
      .when(mishu, cancel)
      .then(cancelled);
  });
  test('once', () => {
    given(...over, [mishu, cancel])
      .when(mishu, cancel)
      .refuses({ type: 'MeetingIsOver', phase: 'cancelled' });
  });
  test('not under an open vote or election', () => {
    given(...rehearsed(voting), [zhuchi, { type: 'OpenVoting', motionIds: [m1] }])
      .when(zhuchi, cancel)
      .refuses({ type: 'VotingIsOpen', motionIds: [m1] });
    given(
      ...rehearsed(voting),
      [mishu, { type: 'TableElection', electionId: e1, paper: electionPaper() }],
      [zhuchi, { type: 'OpenElection', electionId: e1 }],
    )
      .when(zhuchi, cancel)
      .refuses({ type: 'ElectionIsOpen', electionIds: [e1] });
  });
  test('a meeting that has begun is not', () => {
    given(...inSession())
      .when(mishu, cancel)
      .refuses({ type: 'MeetingAlreadyOpen' });
    given(...inSession(), [zhuchi, { type: 'ConcludeMeeting' }])
      .when(mishu, cancel)
      .refuses({ type: 'MeetingIsOver', phase: 'concluded' });
  });
  test('V48 the ballots of a secret vote in it are destroyed all the same', () => {
    const secret: readonly Step[] = [
      ...rehearsed(voting),
      [zhuchi, { type: 'OpenVoting', motionIds: [m1], terms: inCustodyOf('server', 'v1') }],
      [zhuchi, { type: 'CloseVoting', motionIds: [m1] }],
      [zhuchi, cancel],
    ];
    const destroy = { type: 'DestroyBallots', voteId: voteId('v1') } as const;
    expect(timersOf(given(...secret).meeting)).toMatchObject([{ body: destroy }]);
    given(...secret)
      .when(clock, destroy)
      .then({ type: 'BallotsDestroyed', payload: { voteId: voteId('v1') } });
  });
  test('it closes nothing that a meeting left open', () => {
    const close = {
      type: 'CloseOpenItem',
      from: meetingId('earlier'),
      item: 'vote.m1',
      title: '建议一',
      reference: '〔2022〕1号',
    } as const;
    given(...over)
      .when(mishu, close)
      .refuses({ type: 'MeetingIsRehearsal' });
    given(...over)
      .when(mishu, { ...close, from: notice.meeting })
      .then({ type: 'OpenItemClosed', payload: { from: notice.meeting, item: 'vote.m1', title: '建议一', reference: '〔2022〕1号' } });
  });
});
