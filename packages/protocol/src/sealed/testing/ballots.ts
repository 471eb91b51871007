// Knows votes, keys and a source of bytes for the tests of this folder; nothing that leaves it.
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { makeKeyPair, type BallotKeys, type BallotLine, type Mark, type Random, type SealedVote } from '../index.ts';
import { isTag } from '../tag.ts';

/** The same bytes for the same seed. */
export function randomOf(seed: string): Random {
  let turn = 0;
  return (length) => {
    const blocks = Array.from({ length: Math.ceil(length / 32) }, () => sha256(utf8ToBytes(`${seed} ${(turn += 1)}`)));
    return concatBytes(...blocks).subarray(0, length);
  };
}

export const server = makeKeyPair(randomOf('server'));
export const scrutineers = [makeKeyPair(randomOf('one')), makeKeyPair(randomOf('two')), makeKeyPair(randomOf('three'))] as const;

/** Three motions under receipts by tag. */
export const linesVote = (keys: BallotKeys): SealedVote => ({
  voteId: 'vote-1',
  keys,
  receipt: 'tag',
  items: ['m1', 'm2', 'm3'],
  marks: ['approve', 'oppose', 'abstain'],
  most: 3,
});

export function tagged(item: string, mark: Mark, number: number): BallotLine {
  const tag = number.toString(16).padStart(16, '0');
  if (!isTag(tag)) throw new RangeError('no tag');
  return { item, mark, tag };
}
