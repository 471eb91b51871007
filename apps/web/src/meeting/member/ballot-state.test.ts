import { motionId, noVotes, personId, withVote, type Choice } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import type { MotionAt } from '../shared/scene.ts';
import { ballotKey, lineOf, nothingSent, type Sent } from './ballot-state.ts';

const me = personId('weiyuan01');
const motion = (mine?: Choice): MotionAt<'voting'> => ({
  motionId: motionId('m9'),
  phase: 'voting',
  round: 1,
  paper: { number: 9, text: '', version: 1, leadUnit: '', coUnits: [], dueDate: null },
  rule: { base: 'eligible', threshold: { kind: 'moreThan', parts: 1, of: 2 } },
  eligible: 32,
  voterRoll: [me],
  openedAt: 0,
  dueAt: 60_000,
  votes: mine ? withVote(noVotes, me, mine) : noVotes,
  earlier: [],
  ...{ form: 'named', quorum: null, closing: 'chair', graceMs: 0, weights: {}, proxies: {}, entered: {} },
});

const sending = (underWay: Choice): Sent => ({ ...nothingSent, underWay });

test('a choice is only chosen until it is confirmed', () => {
  expect(lineOf(motion(), me, 'approve', nothingSent)).toEqual({ phase: 'chosen', choice: 'approve', counted: null });
});

test('a confirmed choice is on its way until the server has it, never shown as counted', () => {
  expect(lineOf(motion(), me, undefined, sending('approve'))).toEqual({ phase: 'sending', choice: 'approve' });
  expect(lineOf(motion('oppose'), me, undefined, sending('approve'))).toEqual({ phase: 'sending', choice: 'approve' });
});

test('a counted choice stays counted while another is being considered', () => {
  expect(lineOf(motion('approve'), me, 'abstain', nothingSent)).toEqual({ phase: 'chosen', choice: 'abstain', counted: 'approve' });
});

test('choosing again what is counted already leaves nothing to confirm', () => {
  expect(lineOf(motion('approve'), me, 'approve', nothingSent)).toEqual({ phase: 'counted', choice: 'approve' });
});

test('a repeated vote begins with an empty ballot', () => {
  expect(ballotKey({ motionId: motionId('m9'), round: 1 })).not.toBe(ballotKey({ motionId: motionId('m9'), round: 2 }));
});

test('a vote that was not counted says so, and what stands instead, until another is sent', () => {
  const refused: Sent = { ...nothingSent, refused: { type: 'NotOnVoterRoll', motionId: motionId('m9') } };
  expect(lineOf(motion('oppose'), me, undefined, refused)).toMatchObject({ phase: 'refused', counted: 'oppose' });
  expect(lineOf(motion(), me, 'approve', refused)).toMatchObject({ phase: 'chosen' });
  expect(lineOf(motion(), me, undefined, { ...refused, underWay: 'approve' })).toMatchObject({ phase: 'sending' });
});
