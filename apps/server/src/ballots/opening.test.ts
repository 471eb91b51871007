// The fast way of opening says what `protocol/sealed` says, of every ballot, sound or not.
import { randomBytes } from 'node:crypto';
import { heldKeys, makeKeyPair, makeTag, openBallot, sealBallot, type BallotKeys, type SealedVote } from '@xieshang/protocol/sealed';
import { describe, expect, test } from 'vitest';
import { opener } from './opening.ts';

const random = (bytes: number): Uint8Array => randomBytes(bytes);
const pairs = [makeKeyPair(random), makeKeyPair(random), makeKeyPair(random)] as const;
const [a, b, c] = pairs;
const server: BallotKeys = { custody: 'server', publicKey: a.publicKey };
const three: BallotKeys = { custody: 'scrutineers', publicKeys: [a.publicKey, b.publicKey, c.publicKey] };
const voteWith = (keys: BallotKeys, receipt: 'hash' | 'tag' = 'tag'): SealedVote => ({
  ...{ voteId: 'v-1', keys, receipt, items: ['m1', 'm2', 'person:li'], marks: ['approve', 'oppose', 'abstain'], most: 3 },
});

function sealed(vote: SealedVote): string {
  const tag = () => (vote.receipt === 'tag' ? makeTag(random) : '');
  const lines = [
    { item: 'm1', mark: 'approve', tag: tag() },
    { item: 'person:li', mark: 'abstain', tag: tag() },
  ] as const;
  const one = sealBallot(lines, vote, random);
  if (!one.ok) throw new Error(one.failure);
  return one.ciphertext;
}

/** What both ways read in a ballot; they must agree. */
function read(ciphertext: string, vote: SealedVote, privateKeys: readonly string[]) {
  const held = heldKeys(vote.keys, privateKeys);
  const slow = held && openBallot(ciphertext, vote, held);
  const fast = opener(vote, privateKeys)?.(ciphertext) ?? null;
  expect(fast).toEqual(slow?.ok ? slow.lines : null);
  return fast;
}

describe.each([
  ['by the server', server, [a]],
  ['by the first two scrutineers', three, [a, b]],
  ['by the first and the last', three, [c, a]],
  ['by the last two', three, [b, c]],
  ['by all three', three, [a, b, c]],
] as const)('opened %s', (_name, keys, held) => {
  const privateKeys = held.map(({ privateKey }) => privateKey);
  test.each(['hash', 'tag'] as const)('with receipts by %s', (receipt) => {
    const vote = voteWith(keys, receipt);
    expect(read(sealed(vote), vote, privateKeys)).toMatchObject([
      { item: 'm1', mark: 'approve' },
      { item: 'person:li', mark: 'abstain' },
    ]);
  });
  test('with any byte changed it is 废票', () => {
    const vote = voteWith(keys);
    const ciphertext = sealed(vote);
    for (let at = 0; at < ciphertext.length; at += Math.ceil(ciphertext.length / 24)) {
      const digit = ciphertext[at] === '0' ? '1' : '0';
      expect(read(ciphertext.slice(0, at) + digit + ciphertext.slice(at + 1), vote, privateKeys)).toBe(null);
    }
  });
  test('of another vote, cut short, in capitals or nothing at all it is 废票', () => {
    const vote = voteWith(keys);
    const ciphertext = sealed(vote);
    expect(read(sealed({ ...vote, voteId: 'v-2' }), vote, privateKeys)).toBe(null);
    for (const other of [ciphertext.slice(2), ciphertext.toUpperCase(), '', 'zz'.repeat(ciphertext.length / 2)])
      expect(read(other, vote, privateKeys)).toBe(null);
  });
});

test('keys of others open nothing, nor does one of three', () => {
  expect(opener(voteWith(server), [b.privateKey])).toBe(null);
  expect(opener(voteWith(server), [])).toBe(null);
  expect(opener(voteWith(three), [b.privateKey])).toBe(null);
  expect(opener(voteWith(three), [b.privateKey, makeKeyPair(random).privateKey])).toBe(null);
});

test('a ballot whose own key is a point of low order is 废票', () => {
  const vote = voteWith(server);
  const ciphertext = sealed(vote);
  for (const point of ['00'.repeat(32), `01${'00'.repeat(31)}`])
    expect(read(ciphertext.slice(0, 4) + point + ciphertext.slice(68), vote, [a.privateKey])).toBe(null);
});
