// Knows which part of an election somebody may see; not who belongs to a circle.
import type { PersonId } from '../ids.ts';
import { lookUp } from '../record.ts';
import { ballotOf, noBallots, withBallot } from './marks.ts';
import type { Election, Elections, Marks } from './types.ts';

/** W11. A paper that is only prepared is no matter for the public; ballots are nobody's, entered counts and who was out of reach the office's. */
export const electionsSeen = (elections: Elections, circle: 'office' | 'members' | 'public'): Elections =>
  mapped(elections, (_id, election) => {
    if (election.phase === 'tabled') return circle === 'public' ? undefined : election;
    if (election.phase === 'closed' || election.phase === 'announced')
      return circle === 'office' || election.unreachable.length === 0 ? election : { ...election, unreachable: [] };
    if (election.phase !== 'open') return election;
    if (election.form === 'named') return { ...election, ballots: noBallots };
    return election.form === 'paper' && circle !== 'office' ? { ...election, counts: {} } : election;
  });

/** The own ballots of the elections that are open. */
export function ownBallots(elections: Elections, person: PersonId): Readonly<Record<string, Marks>> {
  const own = Object.entries(elections).flatMap(([id, election]): [string, Marks][] => {
    const marks = election.phase === 'open' && election.form === 'named' ? ballotOf(election.ballots, person) : undefined;
    return marks ? [[id, marks]] : [];
  });
  return Object.fromEntries(own);
}

export const withOwnBallots = (elections: Elections, own: Readonly<Record<string, Marks>>, person: PersonId): Elections =>
  mapped(elections, (id, election) => {
    const marks = lookUp(own, id);
    if (election.phase !== 'open' || election.form !== 'named' || !marks) return election;
    return { ...election, ballots: withBallot(election.ballots, person, marks) };
  });

const mapped = (elections: Elections, seen: (id: string, election: Election) => Election | undefined): Elections =>
  Object.fromEntries(
    Object.entries(elections).flatMap(([id, election]) => {
      const part = seen(id, election);
      return part ? [[id, part]] : [];
    }),
  );
