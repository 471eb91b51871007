import { commandId, personId, voteId, type SecretVote } from '@xieshang/meeting';
import { ballotHash, receiptStatement } from '@xieshang/protocol/sealed';
import type { Answered, Pending } from '@xieshang/room';
import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { GivenBallot } from '../../../live/kept-receipts.ts';
import { nextRevision, sealedVoteOf, standingOf, type Known } from './sealed-state.ts';

const pair = generateKeyPairSync('ed25519');
const key = pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex');
const signed = (text: string): string => sign(null, Buffer.from(text), pair.privateKey).toString('hex');
const vote = voteId('v-1');
const given = (ciphertext: string, revision = 1): GivenBallot => ({
  vote,
  revision,
  hash: ballotHash(ciphertext),
  level: 'tag',
  title: '建议 1',
  tags: [{ item: 'm1', label: '建议 1', tag: '0000000000000001' }],
  receipt: null,
});
const sent = (ciphertext: string, revision = 1): Pending => ({
  id: commandId(`c-${ciphertext}-${revision}`),
  body: { type: 'CastSealedBallot', voteId: vote, revision, ciphertext },
});
const receiptOf = (ciphertext: string) => ({
  key,
  signature: signed(receiptStatement({ meeting: 'demo', vote, hash: ballotHash(ciphertext) })),
});
const taken = (ciphertext: string, receipt = receiptOf(ciphertext)): Answered => ({
  ...sent(ciphertext),
  answer: { ok: true, seq: 9, receipt },
});
const refused = (ciphertext: string, type: 'BallotsNotOut' | 'BallotOutdated' = 'BallotsNotOut'): Answered => ({
  ...sent(ciphertext),
  answer: { ok: false, refusal: type === 'BallotsNotOut' ? { type, voteId: vote } : { type, voteId: vote, revision: 4 } },
});
const known = (more: Partial<Known>): Known => ({ meeting: 'demo', key, given: [], pending: [], answered: [], ...more });

describe('A sealed ballot is shown as counted only by the server’s signature', () => {
  test('nothing was given', () => {
    expect(standingOf(vote, known({}))).toEqual({ phase: 'none' });
  });

  test('on its way, also after a reload that only kept the tags', () => {
    expect(standingOf(vote, known({ given: [given('aa')], pending: [sent('aa')] })).phase).toBe('sending');
    expect(standingOf(vote, known({ given: [given('aa')] })).phase).toBe('sending');
  });

  test('answered with a receipt that holds', () => {
    const standing = standingOf(vote, known({ given: [given('aa')], answered: [taken('aa')] }));
    expect(standing).toEqual({ phase: 'counted', given: { ...given('aa'), receipt: receiptOf('aa') } });
  });

  test('answered with the receipt of another ballot, by another key, or with none: never counted', () => {
    const as = (answer: Answered, knownKey: string | null = key) =>
      standingOf(vote, known({ given: [given('aa')], answered: [answer], key: knownKey }));
    expect(as(taken('aa', receiptOf('bb')))).toMatchObject({ phase: 'forged', failure: 'NotSigned' });
    expect(as(taken('aa'), '0'.repeat(64))).toMatchObject({ phase: 'forged', failure: 'OtherKey' });
    expect(as({ ...sent('aa'), answer: { ok: true, seq: 9 } })).toMatchObject({ phase: 'forged', failure: 'NotSigned' });
  });

  test('the answer to an earlier ballot says nothing of a later one', () => {
    const standing = standingOf(vote, known({ given: [given('bb', 2)], pending: [sent('bb', 2)], answered: [taken('aa')] }));
    expect(standing.phase).toBe('sending');
  });

  test('refused, with the earlier one that stands', () => {
    const before = { ...given('aa'), receipt: receiptOf('aa') };
    const standing = standingOf(vote, known({ given: [given('bb', 2), before], answered: [refused('bb')] }));
    expect(standing).toMatchObject({ phase: 'refused', refusal: { type: 'BallotsNotOut' }, before });
  });

  test('refused and sent again, it is on its way', () => {
    const standing = standingOf(
      vote,
      known({ given: [given('bb', 5)], pending: [sent('bb', 5)], answered: [refused('bb', 'BallotOutdated')] }),
    );
    expect(standing.phase).toBe('sending');
  });

  test('a ballot of another vote is not this one', () => {
    expect(standingOf(voteId('v-2'), known({ given: [given('aa')], answered: [taken('aa')] }))).toEqual({ phase: 'none' });
  });
});

test('a revision is above every one that was given here, and above the one the server has', () => {
  expect(nextRevision(vote, [], null)).toBe(1);
  expect(nextRevision(vote, [given('aa', 3), { ...given('bb', 9), vote: voteId('v-2') }], null)).toBe(4);
  expect(nextRevision(vote, [given('aa', 1)], { type: 'BallotOutdated', voteId: vote, revision: 7 })).toBe(8);
});

describe('What is sealed to', () => {
  const issue = (keys: SecretVote['keys']): SecretVote => ({
    phase: 'open',
    voteId: vote,
    paper: { items: ['m1'], marks: ['approve', 'oppose', 'abstain'], most: 1 },
    keys,
    algorithm: 'xieshang/ballot/v1',
    least: 5,
    voterRoll: [personId('a')],
    receipt: 'hash',
    change: 'never',
  });
  const holder = (id: string) => ({ person: personId(id), publicKey: id.repeat(64) });

  test('the keys keep the order they were issued in', () => {
    const keys = { custody: 'scrutineers', holders: [holder('c'), holder('a'), holder('b')] } as const;
    expect(sealedVoteOf(issue(keys))?.keys).toEqual({ custody: 'scrutineers', publicKeys: ['c', 'a', 'b'].map((id) => id.repeat(64)) });
  });

  test('two or four holders are none that this page can seal to', () => {
    expect(sealedVoteOf(issue({ custody: 'scrutineers', holders: [holder('a'), holder('b')] }))).toBeNull();
    expect(sealedVoteOf(issue({ custody: 'scrutineers', holders: ['a', 'b', 'c', 'd'].map(holder) }))).toBeNull();
  });
});
