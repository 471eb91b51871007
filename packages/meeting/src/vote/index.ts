// The vote chapter's one door: how a motion is put, voted on, counted and announced.
import type { Decision } from '../decision.ts';
import { no, yes } from '../decision.ts';
import type { Instant, Stamped } from '../envelope.ts';
import type { PersonId } from '../ids.ts';
import type { InSession } from '../meeting.ts';
import { isPossible, sameRule } from '../rules.ts';
import { decideAcclamation, evolveAcclamation } from './acclamation.ts';
import { concludeMotions, decideClosing, evolveClosing, evolveSealing } from './closing.ts';
import type { ProxyCommand, ReservationCommand, VoteCommand, VoteRuleCommand } from './commands.ts';
import type { MotionsEvent } from './events.ts';
import { decideGiving, evolveGiving } from './giving.ts';
import { decideOpening, evolveOpening } from './opening.ts';
import { openMotions } from './putting.ts';
import { decideScrutiny, evolveConfirmation } from './scrutiny.ts';
import type { Motions } from './types.ts';

export * from './secret/index.ts';
export * from './terms.ts';
export * from './types.ts';
export type { VoteCommand } from './commands.ts';
export type { CountedMotion, VoteEvent } from './events.ts';
export { tallyOf, verdict, votesHeld, type Verdict } from './count.ts';
export { decideProxy, effectiveProxies, evolveProxies } from './proxies.ts';
export { votersNow, type Voters } from './voters.ts';
export { concludeMotions, evolveSealing };
export { openMotions, resultsOf, textIsFrozen } from './putting.ts';
export { decideReservation, evolveReservations, reservationOf, type Reservation, type Reservations } from './reservations.ts';
export { evolveRounds, type Round, type RoundEnd, type Rounds } from './rounds.ts';
export type { OwnVotes } from './view.ts';
export { enteredFor, noneEntered, noVotes, standingVote, voteOf, withEntered, withVote, type EnteredVotes, type Votes } from './votes.ts';

/** V1–V26. Only in session. */
export function decideVote(meeting: InSession, command: Stamped<Exclude<VoteCommand, ReservationCommand | ProxyCommand>>): Decision {
  switch (command.type) {
    case 'OpenVoting':
    case 'RepeatVoting':
      return decideOpening(meeting, command);
    case 'CastVote':
    case 'EnterVote':
    case 'EnterCount':
      return decideGiving(meeting, command);
    case 'CloseVoting':
    case 'VoidVoting':
    case 'AnnounceResult':
      return decideClosing(meeting, command);
    case 'OpenAcclamation':
    case 'RaiseObjection':
    case 'CloseAcclamation':
      return decideAcclamation(meeting, command);
    case 'NameScrutineers':
    case 'ConfirmCount':
      return decideScrutiny(meeting, command);
    case 'ChangeVoteRule':
      return changeRule(meeting, command);
  }
}

/** V14. Holds for what is opened later. */
function changeRule({ motions, rules }: InSession, { base, threshold, reason }: VoteRuleCommand): Decision {
  const open = openMotions(motions);
  if (open.length > 0) return no({ type: 'VotingIsOpen', motionIds: open });
  if (!isPossible(threshold)) return no({ type: 'InvalidPlan', problem: 'impossibleThreshold' });
  if (sameRule(rules.vote, { base, threshold })) return yes();
  return yes({ type: 'VoteRuleChanged', payload: { rule: { base, threshold }, reason } });
}

export function evolveVote(motions: Motions, event: MotionsEvent & { readonly by: PersonId; readonly at: Instant }): Motions {
  switch (event.type) {
    case 'VotingOpened':
      return evolveOpening(motions, event);
    case 'VoteCast':
    case 'VoteEntered':
    case 'CountEntered':
      return evolveGiving(motions, event);
    case 'VotingClosed':
    case 'VotersUnreachable':
    case 'VotingVoided':
    case 'ResultAnnounced':
      return evolveClosing(motions, event);
    case 'CountConfirmed':
      return evolveConfirmation(motions, event);
    case 'AcclamationOpened':
    case 'ObjectionRaised':
    case 'AcclamationClosed':
      return evolveAcclamation(motions, event);
  }
}
