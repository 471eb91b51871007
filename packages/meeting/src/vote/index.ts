// The vote chapter's one door: how a motion is put, voted on, counted and announced.
import type { Decision } from '../decision.ts';
import type { Instant, Stamped } from '../envelope.ts';
import type { PersonId } from '../ids.ts';
import type { InSession } from '../meeting.ts';
import { decideAcclamation, evolveAcclamation } from './acclamation.ts';
import { decideVoting, evolveVoting } from './voting.ts';
import type { Motions, VoteCommand, VoteEvent } from './types.ts';

export * from './types.ts';
export { tallyOf, verdict, type Verdict } from './count.ts';
export { noVotes, voteOf, withVote, type Votes } from './votes.ts';
export { openMotions } from './voting.ts';

/** V1–V14. Only in session. */
export function decideVote(meeting: InSession, command: Stamped<VoteCommand>): Decision {
  switch (command.type) {
    case 'OpenAcclamation':
    case 'RaiseObjection':
    case 'CloseAcclamation':
      return decideAcclamation(meeting, command);
    default:
      return decideVoting(meeting, command);
  }
}

export function evolveVote(motions: Motions, event: VoteEvent & { readonly by: PersonId; readonly at: Instant }): Motions {
  switch (event.type) {
    case 'AcclamationOpened':
    case 'ObjectionRaised':
    case 'AcclamationClosed':
      return evolveAcclamation(motions, event);
    case 'VoteRuleChanged':
      return motions;
    default:
      return evolveVoting(motions, event);
  }
}
