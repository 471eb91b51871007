// Knows the sealed ballots of one meeting as they are on disk, and as a turn would leave them (law 7); it opens none.
import type { PersonId, Refusal, SecretVote, VoteId } from '@xieshang/meeting';
import type { KeptBallot } from './ports.ts';

/** Immutable: a turn works on a copy and throws it away when the disk refuses. */
export type Kept = ReadonlyMap<VoteId, ReadonlyMap<PersonId, KeptBallot>>;

export function keptOf(ballots: readonly KeptBallot[]): Kept {
  return ballots.reduce<Kept>(withBallot, new Map());
}

export const ballotsOf = (kept: Kept, vote: VoteId): readonly KeptBallot[] => [...(kept.get(vote)?.values() ?? [])];

export function withBallot(kept: Kept, ballot: KeptBallot): Kept {
  return new Map(kept).set(ballot.vote, new Map(kept.get(ballot.vote)).set(ballot.voter, ballot));
}

export function withoutVote(kept: Kept, vote: VoteId): Kept {
  const left = new Map(kept);
  left.delete(vote);
  return left;
}

/** What becomes of a ballot. `same`: it is there already, and its voter gets the same receipt. */
export type Giving = { readonly as: 'kept' | 'same' } | { readonly as: 'refused'; readonly refusal: Refusal };

/** V42. One ballot a voter: by revision where it may be changed, so that a late resend of an older one loses. */
export function giving(kept: Kept, { change }: SecretVote, ballot: KeptBallot): Giving {
  const { vote: voteId, voter, hash, revision } = ballot;
  const given = kept.get(voteId);
  const before = given?.get(voter);
  if (before?.hash === hash) return { as: 'same' };
  if (before && change === 'never') return refused({ type: 'AlreadyVoted', voteId });
  if (before && revision <= before.revision) return refused({ type: 'BallotOutdated', voteId, revision: before.revision });
  // Whoever learnt another's ciphertext could choose as they did without knowing what.
  const copied = [...(given?.values() ?? [])].some((other) => other.hash === hash);
  return copied ? refused({ type: 'BallotIsAnothers', voteId }) : { as: 'kept' };
}

const refused = (refusal: Refusal): Giving => ({ as: 'refused', refusal });
