// The elections chapter's one door: how an election is prepared, held, counted and announced.
import type { Decision } from '../decision.ts';
import type { Instant, Stamped } from '../envelope.ts';
import type { PersonId } from '../ids.ts';
import type { InSession } from '../meeting.ts';
import { decideElectionClosing, evolveElectionClosing } from './closing.ts';
import type { ElectionCommand, PreparingCommand } from './commands.ts';
import type { ElectionEvent } from './events.ts';
import { decideBallot, evolveBallot } from './giving.ts';
import { decideElectionOpening, evolveElectionOpening } from './opening.ts';
import { evolvePreparing } from './preparing.ts';
import type { Elections } from './types.ts';

export * from './types.ts';
export * from './commands.ts';
export * from './events.ts';
export { concludeElections, isElectionSealed } from './closing.ts';
export { countedRounds, electedOf, openElections, underVote } from './opening.ts';
export { decidePreparing, paperProblem, type ElectionProblem } from './preparing.ts';
export { countProblem, electionVerdict, type CountProblem, type Electors, type ElectionVerdict } from './count.ts';
export { electionsSeen, ownBallots, ownEnteredBallots, withOwnBallots, type OwnBallots } from './views.ts';
export {
  ballotOf,
  candidateOf,
  enteredBallot,
  noBallots,
  noneEnteredYet,
  standingBallot,
  withBallot,
  writeInId,
  writeInRefusal,
  writtenIn,
} from './marks.ts';

/** E3–E18. Only in session. */
export function decideElections(meeting: InSession, command: Stamped<Exclude<ElectionCommand, PreparingCommand>>): Decision {
  switch (command.type) {
    case 'OpenElection':
    case 'RepeatElection':
      return decideElectionOpening(meeting, command);
    case 'CastElection':
    case 'EnterElection':
    case 'EnterElectionCount':
      return decideBallot(meeting, command);
    default:
      return decideElectionClosing(meeting, command);
  }
}

export function evolveElections(elections: Elections, event: ElectionEvent & { readonly by: PersonId; readonly at: Instant }): Elections {
  switch (event.type) {
    case 'ElectionTabled':
    case 'ElectionRevised':
    case 'ElectionWithdrawn':
      return evolvePreparing(elections, event);
    case 'ElectionOpened':
      return evolveElectionOpening(elections, event);
    case 'ElectionCast':
    case 'ElectionEntered':
    case 'ElectionCountEntered':
      return evolveBallot(elections, event);
    default:
      return evolveElectionClosing(elections, event);
  }
}
