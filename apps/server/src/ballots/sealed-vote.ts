// Knows how a secret vote of a meeting is told to whoever seals and opens; nothing else.
import type { SecretVote } from '@xieshang/meeting';
import type { BallotKeys, SealedVote } from '@xieshang/protocol/sealed';

/** Null where the keys are no keys for ballots: nothing can have been sealed to them. */
export function sealedVoteOf({ voteId, keys, receipt, paper }: SecretVote): SealedVote | null {
  const known = keysOf(keys);
  return known && { voteId, keys: known, receipt, ...paper };
}

function keysOf(keys: SecretVote['keys']): BallotKeys | null {
  if (keys.custody === 'server') return keys;
  const [first, second, third] = keys.holders.map(({ publicKey }) => publicKey);
  return first !== undefined && second !== undefined && third !== undefined
    ? { custody: 'scrutineers', publicKeys: [first, second, third] }
    : null;
}
