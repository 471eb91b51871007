// Knows which part of an election somebody may see; not who belongs to a circle.
import type { PersonId } from '../ids.ts';
import { lookUp } from '../record.ts';
import { ballotOf, enteredBallot, noBallots, noneEnteredYet, withBallot, withEnteredBallot } from './marks.ts';
import type { Election, Elections, EnteredBallot, Marks, OpenElection } from './types.ts';

/** W11. A paper that is only prepared is no matter for the public; ballots are nobody's, what officers entered and who was out of reach the office's. */
export const electionsSeen = (elections: Elections, circle: 'office' | 'members' | 'public'): Elections =>
  mapped(elections, (_id, election) => {
    if (election.phase === 'tabled') return circle === 'public' ? undefined : election;
    if (election.phase === 'closed' || election.phase === 'announced')
      return circle === 'office' || election.unreachable.length === 0 ? election : { ...election, unreachable: [] };
    if (election.phase !== 'open') return election;
    if (election.form === 'named')
      return { ...election, ballots: noBallots, entered: circle === 'office' ? election.entered : noneEnteredYet };
    return election.form === 'paper' && circle !== 'office' ? { ...election, counts: {} } : election;
  });

/** The own ballots of the elections that are open. */
export const ownBallots = (elections: Elections, person: PersonId): OwnBallots['ballots'] =>
  eachNamed(elections, ({ ballots }) => ballotOf(ballots, person));

/** What was entered for oneself in them. */
export const ownEnteredBallots = (elections: Elections, person: PersonId): OwnBallots['enteredBallots'] =>
  eachNamed(elections, ({ entered }) => enteredBallot(entered, person));

export interface OwnBallots {
  readonly ballots: Readonly<Record<string, Marks>>;
  readonly enteredBallots: Readonly<Record<string, EnteredBallot>>;
}

export const withOwnBallots = (elections: Elections, own: OwnBallots, person: PersonId): Elections =>
  mapped(elections, (id, election) => {
    if (election.phase !== 'open' || election.form !== 'named') return election;
    const [marks, entered] = [lookUp(own.ballots, id), lookUp(own.enteredBallots, id)];
    if (!marks && !entered) return election;
    return {
      ...election,
      ...(marks && { ballots: withBallot(election.ballots, person, marks) }),
      ...(entered && { entered: withEnteredBallot(election.entered, person, entered.marks, entered.by) }),
    };
  });

type NamedElection = Extract<OpenElection, { form: 'named' }>;

function eachNamed<Value>(elections: Elections, of: (election: NamedElection) => Value | undefined): Readonly<Record<string, Value>> {
  const own = Object.entries(elections).flatMap(([id, election]): [string, Value][] => {
    const value = election.phase === 'open' && election.form === 'named' ? of(election) : undefined;
    return value === undefined ? [] : [[id, value]];
  });
  return Object.fromEntries(own);
}

const mapped = (elections: Elections, seen: (id: string, election: Election) => Election | undefined): Elections =>
  Object.fromEntries(
    Object.entries(elections).flatMap(([id, election]) => {
      const part = seen(id, election);
      return part ? [[id, part]] : [];
    }),
  );
