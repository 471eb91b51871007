// The secret chapter's door: how ballots are issued, given, opened and destroyed; whoever puts something to a secret vote comes in here.
import type { Command } from '../../command.ts';
import type { Decision } from '../../decision.ts';
import { no, yes } from '../../decision.ts';
import type { Instant, Stamped } from '../../envelope.ts';
import type { MeetingEvent } from '../../event.ts';
import type { PersonId, VoteId } from '../../ids.ts';
import type { Assembled, Meeting } from '../../meeting.ts';
import { lookUp, without } from '../../record.ts';
import type { SecretTerms } from '../terms.ts';
import { endBallots, type Ended } from './ending.ts';
import { giveBallot } from './giving.ts';
import { offerKey } from './issuing.ts';
import type { SealedOutcome, ScrutineerKeys, SecretCommand, SecretEvent, SecretVote, SecretVotes } from './types.ts';

export * from './types.ts';
export { endedBy, secretVoteOf, unopened, votesOn } from './ended-by.ts';
export { endBallots, presentAtClose, revealing, type Ended, type Ending, type Revealing } from './ending.ts';
export { issueBallots, type Issuing } from './issuing.ts';

/** What the end of a secret vote means for whatever was put to it: nothing for those that were not. */
export type Concluding = (meeting: Assembled, voteId: VoteId, ended: Ended) => readonly MeetingEvent[];

/** V42–V48. `conclude` asks every chapter that puts things to secret votes for its own facts. */
export function decideSecret(
  meeting: Exclude<Meeting, { phase: 'notConvened' }>,
  command: Stamped<SecretCommand>,
  conclude: Concluding,
): Decision {
  switch (command.type) {
    case 'OfferScrutineerKey':
      return offerKey(meeting, command);
    case 'CastSealedBallot':
      return meeting.phase === 'inSession' ? giveBallot(meeting, command) : no({ type: 'BallotsNotOut', voteId: command.voteId });
    case 'HandInKey':
      return handIn(meeting, command, conclude);
    case 'VoidLostBallots': {
      const { voteId } = command;
      const vote = lookUp(meeting.secretVotes, voteId);
      if (vote?.phase !== 'open' && vote?.phase !== 'sealed') return yes();
      return closed(meeting, voteId, { counts: { [voteId]: { as: 'keyLost' } } }, conclude);
    }
    case 'DestroyBallots': {
      const { voteId } = command;
      const vote = lookUp(meeting.secretVotes, voteId);
      return isUndestroyed(vote) ? yes({ type: 'BallotsDestroyed', payload: { voteId } }) : yes();
    }
  }
}

/** V45. The first key is noted, the second opens the ballots; handed in again it says nothing. */
function handIn(meeting: Assembled, command: Stamped<Extract<SecretCommand, { type: 'HandInKey' }>>, conclude: Concluding): Decision {
  const { voteId, by, counts } = command;
  const vote = lookUp(meeting.secretVotes, voteId);
  if (vote?.keys.custody !== 'scrutineers' || vote.phase !== 'sealed') return no({ type: 'NoKeyAwaited', voteId });
  if (!vote.keys.holders.some(({ person }) => person === by)) return no({ type: 'NotAKeyHolder', voteId });
  if (command.handIn === 'wrong') return no({ type: 'WrongKey', voteId });
  const noted: readonly MeetingEvent[] = vote.handedIn.includes(by) ? [] : [{ type: 'KeyHandedIn', payload: { voteId, person: by } }];
  if (!counts || lookUp(counts, voteId)?.as !== 'counted') return yes(...noted);
  const ending = closed(meeting, voteId, { counts }, conclude);
  return ending.ok ? yes(...noted, ...ending.events) : ending;
}

function closed(
  meeting: Assembled,
  voteId: VoteId,
  envelope: { readonly counts: Readonly<Record<VoteId, SealedOutcome>> },
  conclude: Concluding,
): Decision {
  const ending = endBallots(meeting, voteId, envelope);
  return ending.ok ? yes(...ending.events, ...conclude(meeting, voteId, ending.ended)) : ending;
}

/** V48. Whether ciphertexts or a key of it may still be somewhere. */
export const isUndestroyed = (vote: SecretVote | undefined): vote is Extract<SecretVote, { phase: 'counted' | 'void' }> =>
  (vote?.phase === 'counted' || vote?.phase === 'void') && vote.destroyedAt === null;

/** The terms of a command that issues ballots; whatever it puts to the vote. */
export function secretTermsOf(body: Command): SecretTerms | null {
  const terms = 'terms' in body ? body.terms : undefined;
  return terms?.form === 'secret' ? terms : null;
}

type Recorded = SecretEvent & { readonly at: Instant };

/** `present`: how many members are here. */
export function evolveSecret(votes: SecretVotes, event: Recorded, present: number): SecretVotes {
  switch (event.type) {
    case 'ScrutineerKeyOffered':
      return votes;
    case 'BallotsIssued':
      return { ...votes, [event.payload.voteId]: { ...event.payload, phase: 'open' } };
    case 'BallotsSealed': {
      const { voteId, ...returned } = event.payload;
      return step(votes, voteId, (vote) => ({ ...issueOf(vote), ...returned, phase: 'sealed', present, handedIn: [] }));
    }
    case 'KeyHandedIn': {
      const { voteId, person } = event.payload;
      return step(votes, voteId, (vote) => (vote.phase === 'sealed' ? { ...vote, handedIn: [...vote.handedIn, person] } : vote));
    }
    case 'BallotsCounted': {
      const { voteId, count } = event.payload;
      return step(votes, voteId, (vote) => ({ ...issueOf(vote), phase: 'counted', count, endedAt: event.at, destroyedAt: null }));
    }
    case 'BallotsVoided': {
      const { voteId, reason } = event.payload;
      return step(votes, voteId, (vote) => ({ ...issueOf(vote), phase: 'void', reason, endedAt: event.at, destroyedAt: null }));
    }
    case 'BallotsDestroyed':
      return step(votes, event.payload.voteId, (vote) => (isUndestroyed(vote) ? { ...vote, destroyedAt: event.at } : vote));
  }
}

/** V43. Offered keys wait for the next vote in their custody, which uses them up. */
export function evolveScrutineerKeys(keys: ScrutineerKeys, event: SecretEvent): ScrutineerKeys {
  if (event.type === 'ScrutineerKeyOffered') return { ...keys, [event.payload.person]: event.payload.publicKey };
  if (event.type !== 'BallotsIssued' || event.payload.keys.custody !== 'scrutineers') return keys;
  return event.payload.keys.holders.reduce((left: ScrutineerKeys, { person }) => without<PersonId, string>(left, person), keys);
}

function step(votes: SecretVotes, voteId: VoteId, to: (vote: SecretVote) => SecretVote): SecretVotes {
  const vote = lookUp(votes, voteId);
  return vote ? { ...votes, [voteId]: to(vote) } : votes;
}

/** What was frozen at the issue, without what came of it. */
function issueOf({ voteId, paper, keys, algorithm, least, voterRoll, receipt, change }: SecretVote) {
  return { voteId, paper, keys, algorithm, least, voterRoll, receipt, change } as const;
}
