// Knows how ballots are counted and who is elected, with exact whole numbers; not when.
import type { CandidateId } from '../ids.ts';
import { lookUp } from '../record.ts';
import { attendeeOf, type Roll } from '../roll.ts';
import { needed } from '../rules.ts';
import { writtenIn } from './marks.ts';
import type { BallotCount, ElectionCount, ElectionPaper, ElectionStanding, NamedBallot, Outcome } from './types.ts';

/** E8. Each ballot once, each mark once. */
export function countOfBallots(ballots: readonly NamedBallot[]): ElectionCount {
  const given = ballots.map(({ marks }) => marks).filter((marks) => marks !== null);
  const marked = given.filter((marks) => marks.length > 0);
  const votes = new Map<CandidateId, number>();
  for (const candidateId of marked.flat()) votes.set(candidateId, (votes.get(candidateId) ?? 0) + 1);
  return {
    marked: marked.length,
    blank: given.length - marked.length,
    spoilt: 0,
    votes: Object.fromEntries(votes) as ElectionCount['votes'],
  };
}

export interface ElectionVerdict {
  readonly roll: number;
  readonly ballots: BallotCount;
  readonly base: number;
  readonly needed: number;
  readonly standings: readonly ElectionStanding[];
}

/** What a count is judged against, as frozen at the opening. */
export interface Electors {
  /** 应到 */
  readonly eligible: number;
  /** How many stand on the frozen roll. */
  readonly roll: number;
  readonly quorumMet: boolean;
}

/**
 * E9. Elected is who has the votes the rule asks for and is among the first `seats`. As many votes as another at the last seat elect neither;
 * without a quorum nobody is elected.
 */
export function electionVerdict(paper: ElectionPaper, count: ElectionCount, electors: Electors, roll: Roll): ElectionVerdict {
  const { marked, blank, spoilt } = count;
  const bases = { eligible: electors.eligible, present: electors.roll, cast: marked + blank, valid: marked };
  const { rule, seats } = paper;
  const base = rule === 'plurality' ? marked : bases[rule.base];
  const least = rule === 'plurality' ? 1 : needed(rule.threshold, base);
  const nominees = nomineesOf(paper, count, roll).toSorted((one, other) => other.votes - one.votes);
  const over = electors.quorumMet ? nominees.filter(({ votes }) => votes >= least) : [];
  const last = over[seats - 1]?.votes;
  const contested = last !== undefined && last === over[seats]?.votes ? last : undefined;
  const outcomeOf = (votes: number, place: number): Outcome => {
    if (place >= over.length) return 'notElected';
    if (votes === contested) return 'tied';
    return place < seats ? 'elected' : 'notElected';
  };
  return {
    roll: electors.roll,
    ballots: { marked, blank, spoilt, notHandedIn: electors.roll - marked - blank - spoilt },
    base,
    needed: least,
    standings: nominees.map((nominee, place) => ({ ...nominee, outcome: outcomeOf(nominee.votes, place) })),
  };
}

/** Everybody on the paper, and whoever was written in, in the order they are printed. */
function nomineesOf({ candidates }: ElectionPaper, { votes }: ElectionCount, roll: Roll): readonly Omit<ElectionStanding, 'outcome'>[] {
  const printed = candidates.map(({ candidateId, name, person }) => ({
    candidateId,
    name,
    ...(person !== undefined && { person }),
    votes: lookUp(votes, candidateId) ?? 0,
  }));
  const others = (Object.keys(votes) as CandidateId[]).toSorted().flatMap((candidateId) => {
    const person = writtenIn(candidateId);
    if (person === undefined || candidates.some((one) => one.candidateId === candidateId)) return [];
    return [{ candidateId, name: attendeeOf(roll, person)?.name ?? person, person, votes: lookUp(votes, candidateId) ?? 0 }];
  });
  return [...printed, ...others];
}

/** E8. What a count cannot be, whoever entered it. */
export type CountProblem = 'moreBallotsThanElectors' | 'moreVotesThanBallots' | 'moreMarksThanSeats' | 'markedWithoutMark';

export function countProblem({ marked, blank, spoilt, votes }: ElectionCount, seats: number, roll: number): CountProblem | undefined {
  const each = Object.values(votes);
  const marks = each.reduce((sum, one) => sum + one, 0);
  if (marked + blank + spoilt > roll) return 'moreBallotsThanElectors';
  if (each.some((one) => one > marked)) return 'moreVotesThanBallots';
  if (marks > marked * seats) return 'moreMarksThanSeats';
  return marks < marked ? 'markedWithoutMark' : undefined;
}

export const sameElectionCount = (one: ElectionCount, other: ElectionCount): boolean => spelled(one) === spelled(other);

const spelled = ({ marked, blank, spoilt, votes }: ElectionCount): string =>
  JSON.stringify([marked, blank, spoilt, Object.entries(votes).toSorted(([one], [other]) => (one < other ? -1 : 1))]);
