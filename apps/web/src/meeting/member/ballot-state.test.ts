import {
  commandId,
  motionId,
  noVotes,
  personId,
  withEntered,
  withVote,
  type Choice,
  type Motion,
  type OpenVote,
  type PersonId,
} from '@xieshang/meeting';
import type { AnyRefusal } from '@xieshang/protocol';
import type { Answered, Pending } from '@xieshang/room';
import { expect, test } from 'vitest';
import type { KeyVoting } from '../shared/votings.ts';
import { lineOf, nothingSent, outcomesOf, owedVotes, placeKey, sentFor, type Sent } from './ballot-state.ts';

const [me, wang] = [personId('weiyuan01'), personId('weiyuan03')];
const m9 = motionId('m9');
const motion = (mine?: Choice, round = 1): KeyVoting => ({
  motionId: m9,
  phase: 'voting',
  form: 'unnamed',
  round,
  paper: { number: 9, text: '', version: 1, leadUnit: '', coUnits: [], dueDate: null },
  rule: { base: 'eligible', threshold: { kind: 'moreThan', parts: 1, of: 2 } },
  eligible: 32,
  voterRoll: [me],
  openedAt: 0,
  dueAt: 60_000,
  votes: mine ? withVote(noVotes, me, mine) : noVotes,
  earlier: [],
  ...{ quorum: null, closing: 'chair', graceMs: 0, weights: {}, proxies: {} },
});
const voided: Motion = { phase: 'voided', round: 1, paper: motion().paper, reason: '', rule: null, earlier: [] };

const sending = (underWay: Choice): Sent => ({ ...nothingSent, underWay });
const cast = (id: string, choice: Choice, round = 1, voter = me): Pending => ({
  id: commandId(id),
  body: { type: 'CastVote', motionId: m9, round, choice, ...(voter !== me && { for: voter }) },
});
const closed: AnyRefusal = { type: 'VotingIsClosed', motionId: m9 };
const answered = (one: Pending, refusal?: AnyRefusal): Answered => ({
  ...one,
  answer: refusal ? { ok: false, refusal } : { ok: true, seq: 7 },
});
const here = { motionId: m9, round: 1, voter: me };

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

test('a vote that was not counted says so, and what stands instead, until another is sent', () => {
  const refused: Sent = { ...nothingSent, refused: { type: 'NotOnVoterRoll', motionId: m9 } };
  expect(lineOf(motion('oppose'), me, undefined, refused)).toMatchObject({ phase: 'refused', counted: 'oppose' });
  expect(lineOf(motion(), me, 'approve', refused)).toMatchObject({ phase: 'chosen' });
  expect(lineOf(motion(), me, undefined, { ...refused, underWay: 'approve' })).toMatchObject({ phase: 'sending' });
});

test('a repeated vote begins with an empty ballot, and so does that of whose proxy is held', () => {
  const keys = [here, { ...here, round: 2 }, { ...here, voter: wang }].map(placeKey);
  expect(new Set(keys).size).toBe(3);
});

test('the newest vote sent for a place speaks for it; one of another round or another person does not', () => {
  const pending = [cast('c-1', 'approve'), cast('c-2', 'oppose'), cast('c-3', 'abstain', 2), cast('c-4', 'abstain', 1, wang)];
  expect(sentFor(here, me, pending, [])).toEqual({ underWay: 'oppose', refused: null });
  expect(sentFor({ ...here, voter: wang }, me, pending, [])).toEqual({ underWay: 'abstain', refused: null });
});

test('a refusal is forgotten once a later vote was counted, or is under way', () => {
  const refused = answered(cast('c-1', 'approve'), { type: 'NotOnVoterRoll', motionId: m9 });
  expect(sentFor(here, me, [], [refused]).refused).toMatchObject({ type: 'NotOnVoterRoll' });
  expect(sentFor(here, me, [], [refused, answered(cast('c-2', 'approve'))]).refused).toBeNull();
  expect(sentFor(here, me, [cast('c-3', 'approve')], [refused]).refused).toBeNull();
});

test('while the round is open nothing is said of what became of a vote', () => {
  expect(outcomesOf({ [m9]: motion() }, me, [cast('c-1', 'approve')], [answered(cast('c-0', 'oppose'))])).toEqual([]);
});

test.each([
  ['counted', [], [answered(cast('c-1', 'approve'))], { became: 'counted' }],
  ['came too late', [], [answered(cast('c-1', 'approve'), closed)], { became: 'refused', refusal: closed }],
  ['has not been answered', [cast('c-1', 'approve')], [], { became: 'asking' }],
])('once the round is over it is said that a vote %s', (_name, pending, done, became) => {
  expect(outcomesOf({ [m9]: voided }, me, pending, done)).toEqual([{ place: here, choice: 'approve', ...became }]);
});

test('of a round that was repeated the old vote is not taken for one of the round that is open', () => {
  const outcomes = outcomesOf({ [m9]: motion(undefined, 2) }, me, [cast('c-2', 'oppose', 2)], [answered(cast('c-1', 'approve'), closed)]);
  expect(outcomes.map(({ place, became }) => [place.round, became])).toEqual([[1, 'refused']]);
});

test('a vote that was changed too late says so, though the one before it counted', () => {
  const outcomes = outcomesOf({ [m9]: voided }, me, [], [answered(cast('c-1', 'approve')), answered(cast('c-2', 'oppose'), closed)]);
  expect(outcomes).toMatchObject([{ choice: 'oppose', became: 'refused' }]);
});

test('V24 the own key is owed and one for each person whose proxy is held; V19 not what an officer has entered', () => {
  const [given, elsewhere] = [personId('weiyuan04'), personId('weiyuan05')];
  const open: OpenVote = {
    ...motion(),
    form: 'named',
    entered: {},
    voterRoll: [me, wang, given, elsewhere],
    proxies: { [given]: me, [elsewhere]: wang },
  };
  const cast = (voter: PersonId): OpenVote => ({ ...open, votes: withVote(noVotes, voter, 'approve') });
  const entered: OpenVote = { ...open, entered: withEntered({}, me, 'approve', wang) };
  expect([open, cast(me), cast(given), cast(wang), entered].map((one) => owedVotes(one, me))).toEqual([2, 1, 1, 2, 1]);
  expect(owedVotes({ ...open, voterRoll: [wang] }, me)).toBe(0);
});
