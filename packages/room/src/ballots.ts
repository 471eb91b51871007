// Knows the sealed ballots of one meeting as they are on disk and as a turn would leave them, and what a turn asks of the ballot box (law 7); it opens none.
import {
  decide,
  endedBy,
  secretVoteOf,
  unopened,
  type Command,
  type Envelope,
  type Meeting,
  type MeetingId,
  type PersonId,
  type Refusal,
  type SecretVote,
  type VoteId,
} from '@xieshang/meeting';
import type { Answer } from '@xieshang/protocol';
import type { History } from './history.ts';
import type { BallotBox, KeptBallot } from './ports.ts';

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
type Giving = { readonly as: 'kept' | 'same' } | { readonly as: 'refused'; readonly refusal: Refusal };

/** V42. One ballot a voter: by revision where it may be changed, so that a late resend of an older one loses. */
function giving(kept: Kept, { change }: SecretVote, ballot: KeptBallot): Giving {
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

/** What a turn asks of whoever keeps the keys. */
export interface OpenBox {
  /** Law 7. What only the ballot box knows of a command. It is asked for none that would be refused in any case. */
  stampsOn(state: Meeting, kept: Kept, body: Command, envelope: Omit<Envelope, Stamps>): Pick<Envelope, Stamps>;
  /** Law 7. What becomes of a ballot that may be given: in the same turn and commit as the facts beside it, and the answer says nothing else. */
  take(before: History, kept: Kept, ballot: Cast, voter: PersonId): { readonly answer: Answer; readonly ballot?: KeptBallot };
}

type Stamps = 'counts' | 'handIn';
type Cast = Extract<Command, { type: 'CastSealedBallot' }>;

export const openBox = (meeting: MeetingId, box: BallotBox | undefined): OpenBox => ({
  stampsOn: (state, kept, body, envelope) => {
    const votes = endedBy(state, body).flatMap((id) => secretVoteOf(state, id) ?? []);
    if (votes.length === 0 || !box) return {};
    const asIfOpened = { counts: unopened(votes), handIn: 'fits' } as const;
    // Refused in any case, and for that reason: not for want of a count.
    if (!decide(state, { ...body, ...envelope, ...asIfOpened }).ok) return asIfOpened;
    const [first] = votes;
    const handIn = body.type === 'HandInKey' && first ? box.handIn(meeting, first, envelope.by, body.privateKey) : 'fits';
    if (handIn === 'wrong') return { handIn };
    return {
      handIn,
      counts: Object.fromEntries(votes.map((vote) => [vote.voteId, box.count(meeting, vote, ballotsOf(kept, vote.voteId))])),
    };
  },
  take: ({ state, seq }, kept, { voteId: vote, revision, ciphertext }, voter) => {
    const issue = secretVoteOf(state, vote);
    if (!issue || !box) throw new Error('there is no ballot box');
    const ballot = { vote, voter, revision, ciphertext, hash: box.hashOf(ciphertext) };
    const given = giving(kept, issue, ballot);
    if (given.as === 'refused') return { answer: { ok: false, refusal: given.refusal } };
    const answer = { ok: true, seq, receipt: box.receipt({ meeting, vote, hash: ballot.hash }) } as const;
    return { answer, ...(given.as === 'kept' && { ballot }) };
  },
});
