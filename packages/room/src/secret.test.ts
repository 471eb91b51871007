// Law 7: sealed ballots take the turn and the commit of the facts, leave no trace of when they came, and are all counted or none.
import { inCustodyOf, m1, m2, mishu, plan, t0, voters, withMembers, zhuchi } from '@xieshang/meeting/testing';
import { meetingId, voteId, type Command, type PersonId } from '@xieshang/meeting';
import type { Answer } from '@xieshang/protocol';
import { expect, test } from 'vitest';
import { plainBallot } from './testing/ballot-box.ts';
import { openStage, type Stage } from './testing/stage.ts';

const meeting = meetingId('small');
const v1 = voteId('v1');
const here = voters(6);
const [one, two, three] = here as readonly [PersonId, PersonId, PersonId];

async function opened(change: 'untilClose' | 'never' = 'untilClose'): Promise<Stage> {
  const stage = await openStage(meeting, t0);
  await stage.submit(mishu, { type: 'ConveneMeeting', plan: plan(withMembers(6)) });
  for (const person of here) await stage.submit(person, { type: 'CheckIn' });
  await stage.submit(zhuchi, { type: 'OpenMeeting' });
  await stage.submit(zhuchi, { type: 'OpenVoting', motionIds: [m1], terms: { ...inCustodyOf('server', 'v1'), change } });
  return stage;
}

const ballot = (mark: 'approve' | 'oppose', revision = 1, salt = 0): Command => ({
  ...{ type: 'CastSealedBallot', voteId: v1, revision },
  ciphertext: plainBallot('m1', mark, salt),
});
const close: Command = { type: 'CloseVoting', motionIds: [m1] };
const resultOf = (stage: Stage) => {
  const state = stage.stateNow();
  const vote = state.phase === 'notConvened' ? undefined : state.secretVotes[v1];
  return vote?.phase === 'counted' ? vote.count : vote?.phase;
};
const refusalOf = (answer: Answer) => (answer.ok ? null : answer.refusal.type);

test('a ballot is answered with the newest seq and a receipt when it is on disk; no fact and no command id is left of it', async () => {
  const stage = await opened();
  const { seq } = stage.host().history();
  const release = stage.log.hold();
  let answered = false;
  const answer = stage.post(one, ballot('approve', 1, 1), 'c-of-a-ballot').then((given) => {
    answered = true;
    return given;
  });
  await stage.hands.settle();
  expect(answered).toBe(false);
  release();
  await stage.hands.settle();
  expect(await answer).toEqual({ ok: true, seq, receipt: { key: 'key', signature: expect.stringMatching(/^signed [0-9a-f]{64}$/) } });
  expect(await stage.log.log.ballots(meeting)).toMatchObject([{ voter: one, revision: 1 }]);
  expect((await stage.log.log.answers(meeting)).map(({ command }) => command)).not.toContain('c-of-a-ballot');
  expect(await stage.log.log.read(meeting, seq)).toEqual([]);
  expect(stage.host().returned(v1)).toEqual([one]);
});

test('it shares one commit with the facts of its turn', async () => {
  const stage = await opened();
  const before = stage.log.appends();
  const both = [
    stage.post(one, ballot('approve')),
    stage.post(two, { type: 'RequestFloor', requestId: 'q1' as never, kind: 'interjection' }),
  ];
  await stage.hands.settle();
  await Promise.all(both);
  expect(stage.log.appends() - before).toBe(1);
});

test('the same ciphertext gets the same receipt, under whatever id; nothing is written for it', async () => {
  const stage = await opened('never');
  const first = await stage.submit(one, ballot('approve'));
  const before = stage.log.appends();
  expect(await stage.submit(one, ballot('approve'))).toEqual(first);
  expect(await stage.submit(one, ballot('approve', 2))).toEqual(first);
  expect(stage.log.appends()).toBe(before);
});

test('another ballot is refused where it may not be changed, and takes the place of the first where it may', async () => {
  const fixed = await opened('never');
  await fixed.submit(one, ballot('approve'));
  expect(refusalOf(await fixed.submit(one, ballot('oppose', 2)))).toBe('AlreadyVoted');
  const free = await opened();
  await free.submit(one, ballot('approve'));
  expect(refusalOf(await free.submit(one, ballot('oppose', 2)))).toBe(null);
  await free.submit(zhuchi, close);
  expect(resultOf(free)).toMatchObject({ returned: 1, tallies: { m1: { approve: 0, oppose: 1 } } });
});

test('an older revision that comes late loses, and so does another ballot of the same revision', async () => {
  const stage = await opened();
  await stage.submit(one, ballot('oppose', 2));
  for (const revision of [1, 2]) {
    const late = await stage.submit(one, ballot('approve', revision));
    expect(late).toEqual({ ok: false, refusal: { type: 'BallotOutdated', voteId: v1, revision: 2 } });
  }
  expect(await stage.log.log.ballots(meeting)).toMatchObject([{ revision: 2 }]);
});

test('nobody gives somebody else’s ciphertext', async () => {
  const stage = await opened();
  await stage.submit(one, ballot('approve'));
  expect(refusalOf(await stage.submit(two, ballot('approve')))).toBe('BallotIsAnothers');
});

test('in the turn of the close what came before is counted, what came after is refused', async () => {
  const stage = await opened();
  const answers = [
    stage.post(one, ballot('approve', 1, 1)),
    stage.post(two, ballot('oppose', 1, 2)),
    stage.post(zhuchi, close),
    stage.post(three, ballot('oppose', 1, 3)),
  ];
  await stage.hands.settle();
  expect((await Promise.all(answers)).map(refusalOf)).toEqual([null, null, null, 'BallotsNotOut']);
  expect(resultOf(stage)).toMatchObject({ returned: 2, participants: [one, two], tallies: { m1: { approve: 1, oppose: 1 } } });
});

test('ballots that a failing disk refused are not counted, and those it kept without saying so are', async () => {
  const stage = await opened();
  stage.log.trouble('refused');
  expect(refusalOf(await stage.submit(one, ballot('approve', 1, 1)))).toBe('NotStored');
  stage.log.trouble('unsure');
  expect(refusalOf(await stage.submit(two, ballot('oppose', 1, 2)))).toBe('NotStored');
  await stage.submit(zhuchi, close);
  expect(resultOf(stage)).toMatchObject({ participants: [two] });
});

test('a ballot survives the process, and its voter gets the receipt again', async () => {
  const stage = await opened();
  const first = await stage.submit(one, ballot('approve'));
  await stage.crash();
  expect(await stage.submit(one, ballot('approve'))).toEqual(first);
  await stage.submit(zhuchi, close);
  expect(resultOf(stage)).toMatchObject({ participants: [one] });
});

test('whoever may not close has nothing counted', async () => {
  const stage = await opened();
  await stage.submit(one, ballot('approve'));
  for (const by of [one, mishu]) expect(refusalOf(await stage.submit(by, close))).toBe('NotPermitted');
  expect(stage.ballots.counts()).toBe(0);
});

test('V48 after the close keys go, then ballots, then it is a fact; nobody’s name is held any more', async () => {
  const stage = await opened();
  await stage.submit(one, ballot('approve'));
  await stage.submit(zhuchi, close);
  await stage.hands.pass(1);
  expect(stage.ballots.gone).toEqual(new Set([v1]));
  expect(await stage.log.log.ballots(meeting)).toEqual([]);
  expect(stage.host().returned(v1)).toEqual([]);
  expect(stage.stateNow()).toMatchObject({ secretVotes: { v1: { phase: 'counted', destroyedAt: expect.any(Number) } } });
});

test('V48 what cannot be destroyed at once is tried again, and is not said to be before it is', async () => {
  const stage = await opened();
  await stage.submit(one, ballot('approve'));
  stage.ballots.clings(2);
  await stage.submit(zhuchi, close);
  await stage.hands.pass(1);
  expect(stage.stateNow()).toMatchObject({ secretVotes: { v1: { destroyedAt: null } } });
  expect(await stage.log.log.ballots(meeting)).toHaveLength(1);
  expect(stage.hands.troubles.map(({ kind }) => kind)).toEqual(['notDestroyed']);
  await stage.hands.pass(2000);
  expect(stage.stateNow()).toMatchObject({ secretVotes: { v1: { destroyedAt: expect.any(Number) } } });
  expect(await stage.log.log.ballots(meeting)).toEqual([]);
});

test('V48 a process killed after the count: the next one destroys what is left', async () => {
  const stage = await opened();
  await stage.submit(one, ballot('approve'));
  await stage.submit(zhuchi, close);
  await stage.crash();
  expect(await stage.log.log.ballots(meeting)).toHaveLength(1);
  await stage.hands.pass(1);
  expect(await stage.log.log.ballots(meeting)).toEqual([]);
  expect(stage.ballots.gone).toEqual(new Set([v1]));
});

test('V46 the key is gone: the vote is void, and its ballots go too', async () => {
  const stage = await opened();
  await stage.submit(one, ballot('approve'));
  await stage.ballots.box.destroyKeys(meeting, v1);
  expect(refusalOf(await stage.submit(zhuchi, close))).toBe(null);
  expect(resultOf(stage)).toBe('void');
  await stage.hands.pass(1);
  expect(await stage.log.log.ballots(meeting)).toEqual([]);
});

test('a close that is refused says why, not that nothing was counted', async () => {
  const stage = await opened();
  await stage.submit(zhuchi, { type: 'OpenVoting', motionIds: [m2], terms: { form: 'paper' } });
  expect(refusalOf(await stage.submit(zhuchi, { type: 'CloseVoting', motionIds: [m1, m2] }))).toBe('CountNotConfirmed');
  expect([stage.ballots.counts(), resultOf(stage)]).toEqual([0, 'open']);
});
