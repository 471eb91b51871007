// Knows what a ballot box would answer in a test where everybody on the roll has approved everything; opens nothing.
import type { Command } from '../command.ts';
import type { Envelope } from '../envelope.ts';
import type { PersonId, VoteId } from '../ids.ts';
import type { Meeting } from '../meeting.ts';
import {
  endedBy,
  secretTermsOf,
  secretVoteOf,
  type SealedOutcome,
  type Returned,
  type SealedCount,
  type SecretVote,
} from '../vote/index.ts';

/** The public half of a key that nobody has. */
export const ballotKey = 'a'.repeat(64);

/** A hash for each of so many ballots. */
export const hashesOf = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, place) => (place + 1).toString(16).padStart(64, '0'));

export const returnedBy = (participants: readonly PersonId[]): Returned => ({
  returned: participants.length,
  participants: participants.toSorted(),
  hashes: hashesOf(participants.length),
});

/** The count of a vote in which these have approved everything, with whatever a test wants otherwise. */
export function approvedBy(vote: SecretVote, participants: readonly PersonId[], otherwise: Partial<SealedCount> = {}): SealedCount {
  const { voteId, paper, voterRoll } = vote;
  const tallies = paper.items.map(
    (item, place) => [item, { approve: place < paper.most ? participants.length : 0, oppose: 0, abstain: 0 }] as const,
  );
  return { voteId, issued: voterRoll.length, ...returnedBy(participants), spoilt: 0, tallies: Object.fromEntries(tallies), ...otherwise };
}

/** What a server stamps on commands about secret votes, in that state. */
export function ofBallots(meeting: Meeting, by: PersonId, body: Command): Pick<Envelope, 'ballotKey' | 'counts' | 'handIn'> {
  const counts = endedBy(meeting, body).flatMap((id): [VoteId, SealedOutcome][] => {
    const vote = secretVoteOf(meeting, id);
    return vote ? [[id, countOf(vote, by)]] : [];
  });
  return {
    ...(secretTermsOf(body)?.custody === 'server' && { ballotKey }),
    ...(counts.length > 0 && { counts: Object.fromEntries(counts) }),
    ...(body.type === 'HandInKey' && { handIn: 'fits' }),
  };
}

function countOf(vote: SecretVote, by: PersonId): SealedOutcome {
  if (vote.phase === 'sealed') {
    const isSecond = vote.handedIn.some((person) => person !== by);
    return isSecond
      ? { as: 'counted', count: approvedBy(vote, vote.participants) }
      : { as: 'returned', returned: vote.returned, participants: vote.participants, hashes: vote.hashes };
  }
  return vote.keys.custody === 'server'
    ? { as: 'counted', count: approvedBy(vote, vote.voterRoll) }
    : { as: 'returned', ...returnedBy(vote.voterRoll) };
}
