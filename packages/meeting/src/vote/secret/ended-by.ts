// Knows which commands would end a secret vote; not how it ends.
import type { Command } from '../../command.ts';
import type { MotionId, VoteId } from '../../ids.ts';
import type { Assembled, Meeting } from '../../meeting.ts';
import { lookUp } from '../../record.ts';
import type { SealedOutcome, SecretVote } from './types.ts';

export const secretVoteOf = (meeting: Meeting, voteId: VoteId): SecretVote | undefined =>
  meeting.phase === 'notConvened' ? undefined : lookUp(meeting.secretVotes, voteId);

/** Those whose ballots have to be counted before the command is put: the count comes in its envelope. */
export function endedBy(meeting: Meeting, body: Command): readonly VoteId[] {
  if (meeting.phase === 'notConvened') return [];
  switch (body.type) {
    case 'CloseVoting':
      return votesOn(meeting, body.motionIds);
    case 'CloseElection': {
      const election = lookUp(meeting.elections, body.electionId);
      return election?.phase === 'open' && election.form === 'secret' ? [election.voteId] : [];
    }
    case 'HandInKey':
      return lookUp(meeting.secretVotes, body.voteId)?.phase === 'sealed' ? [body.voteId] : [];
    default:
      return [];
  }
}

/** The secret votes that any of these motions is put to now; one ballot may be over several. */
export const votesOn = ({ motions }: Pick<Assembled, 'motions'>, motionIds: readonly MotionId[]): readonly VoteId[] => [
  ...new Set(
    motionIds.flatMap((motionId) => {
      const motion = lookUp(motions, motionId);
      return (motion?.phase === 'voting' || motion?.phase === 'sealed') && motion.form === 'secret' ? [motion.voteId] : [];
    }),
  ),
];

/** As if all were well and nobody had opened anything: what a button asks with, before the server counts. */
export const unopened = (votes: readonly SecretVote[]): Readonly<Record<VoteId, SealedOutcome>> =>
  Object.fromEntries(
    votes.map((vote): [VoteId, SealedOutcome] => [
      vote.voteId,
      vote.phase === 'sealed'
        ? { as: 'returned', returned: vote.returned, participants: vote.participants, hashes: vote.hashes }
        : { as: 'returned', returned: 0, participants: [], hashes: [] },
    ]),
  );
