// Knows whether a sealed ballot may be given; it sees neither the choice nor what is in the ballot box.
import type { Decision } from '../../decision.ts';
import { no, yes } from '../../decision.ts';
import type { Stamped } from '../../envelope.ts';
import type { Assembled } from '../../meeting.ts';
import { lookUp } from '../../record.ts';
import type { SecretCommand } from './types.ts';

/** V42. A yes without a fact: whoever keeps the ballots asks the rest, in the same turn. */
export function giveBallot(
  { secretVotes }: Assembled,
  { voteId, revision, by }: Stamped<Extract<SecretCommand, { type: 'CastSealedBallot' }>>,
): Decision {
  const vote = lookUp(secretVotes, voteId);
  if (vote?.phase !== 'open') return no({ type: 'BallotsNotOut', voteId });
  if (!vote.voterRoll.includes(by)) return no({ type: 'NoBallotIssued', voteId });
  if (!Number.isSafeInteger(revision) || revision < 1) return no({ type: 'BallotOutdated', voteId, revision: 0 });
  return yes();
}
