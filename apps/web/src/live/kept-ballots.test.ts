import { commandId, meetingId, motionId, personId, type Command } from '@xieshang/meeting';
import type { Pending } from '@xieshang/room';
import { expect, test, vi } from 'vitest';
import { forgetKeptBallots, holdsKeptBallots, keepChoices, keptBallots, keptChoices } from './kept-ballots.ts';
import { storageOfTest } from './testing.ts';

const [demo, other] = [meetingId('demo'), meetingId('other')];
const [li, wang] = [personId('weiyuan02'), personId('weiyuan03')];
const vote = (id: string, choice: 'approve' | 'oppose', motion = 'm9'): Pending => ({
  id: commandId(id),
  body: { type: 'CastVote', motionId: motionId(motion), choice },
});
const kept = storageOfTest('localStorage');

test('a ballot is found again by the person and the meeting it is of, and by no other', () => {
  keptBallots(demo).keep(li, vote('c-1', 'approve'));
  expect(keptBallots(demo).unanswered(li)).toEqual([vote('c-1', 'approve')]);
  expect([keptBallots(demo).unanswered(wang), keptBallots(other).unanswered(li)]).toEqual([[], []]);
});

test('the newest ballot for a motion takes the place of the one before, and is not forgotten with it', () => {
  const outbox = keptBallots(demo);
  outbox.keep(li, vote('c-1', 'approve'));
  outbox.keep(li, vote('c-2', 'oppose'));
  outbox.keep(li, vote('c-3', 'approve', 'm8'));
  outbox.forget(li, vote('c-1', 'approve'));
  expect(outbox.unanswered(li)).toEqual([vote('c-2', 'oppose'), vote('c-3', 'approve', 'm8')]);
  outbox.forget(li, vote('c-2', 'oppose'));
  expect(outbox.unanswered(li)).toEqual([vote('c-3', 'approve', 'm8')]);
});

test('a ballot cast by proxy has a place of its own beside the own one', () => {
  const outbox = keptBallots(demo);
  const own = vote('c-1', 'approve');
  const proxy: Pending = { id: commandId('c-2'), body: { type: 'CastVote', motionId: motionId('m9'), choice: 'oppose', for: wang } };
  for (const one of [own, proxy]) outbox.keep(li, one);
  expect(outbox.unanswered(li)).toEqual([own, proxy]);
});

test('only ballots are kept', () => {
  const asking: Command = { type: 'CheckIn' };
  expect([keptBallots(demo).holds(asking), keptBallots(demo).holds(vote('c-1', 'approve').body)]).toEqual([false, true]);
});

test('at sign-out nothing of that person stays, and what is another person’s does', () => {
  keptBallots(demo).keep(li, vote('c-1', 'approve'));
  keptBallots(demo).keep(wang, vote('c-2', 'approve'));
  keepChoices(demo, li, { 'm1#1': 'approve' });
  expect(holdsKeptBallots(li)).toBe(true);
  forgetKeptBallots(li);
  expect([holdsKeptBallots(li), holdsKeptBallots(wang), keptChoices(demo, li)]).toEqual([false, true, null]);
});

test('choices that are made and not handed in are kept until there are none', () => {
  keepChoices(demo, li, { 'm1#1': 'approve' });
  expect(keptChoices(demo, li)).toEqual({ 'm1#1': 'approve' });
  expect(keptChoices(demo, wang)).toBeNull();
  expect(holdsKeptBallots(li)).toBe(false);
  keepChoices(demo, li, {});
  expect(kept.size).toBe(0);
});

test('what somebody else wrote there is no ballot, and a browser that keeps nothing does no harm', () => {
  kept.set('xieshang.ballot.weiyuan02 demo vote.m1', '{"id":"c","body":{"type":"OpenMeeting"}}');
  kept.set('xieshang.ballot.weiyuan02 demo vote.m2', 'x');
  expect(keptBallots(demo).unanswered(li)).toEqual([]);
  vi.stubGlobal('localStorage', undefined);
  keptBallots(demo).keep(li, vote('c-1', 'approve'));
  expect(keptBallots(demo).unanswered(li)).toEqual([]);
});
