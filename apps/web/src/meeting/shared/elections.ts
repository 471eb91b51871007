// Knows which election is going on and how one is read: who is elected, who is tied; not how it is shown.
import {
  candidateOf,
  countedRounds,
  electedOf,
  needed,
  writtenIn,
  type CandidateId,
  type Election,
  type ElectionId,
  type ElectionPaper,
  type ElectionResult,
  type ElectionRound,
  type VoidedElection,
} from '@xieshang/meeting';
import { electionWords as words } from '../../words/zh/elections.ts';
import type { Held } from './held.ts';
import { nameOf } from './people.ts';

export type ElectionAt<Phase extends Election['phase']> = Extract<Election, { phase: Phase }> & { readonly electionId: ElectionId };

/** One that is open and given by pressing keys. */
export type NamedElection = Extract<ElectionAt<'open'>, { form: 'named' }>;

/** All elections at one phase, in the order they were tabled. */
export const electionsAt = <Phase extends Election['phase']>(meeting: Held, phase: Phase): readonly ElectionAt<Phase>[] =>
  Object.entries(meeting.elections)
    .map(([electionId, election]) => ({ ...election, electionId }) as ElectionAt<Election['phase']>)
    .filter((election): election is ElectionAt<Phase> => election.phase === phase);

export const paperOfElection = (election: Election): ElectionPaper => ('paper' in election ? election.paper : election.result.paper);

/** One is held at a time. */
export const electionOpen = (meeting: Held): ElectionAt<'open'> | undefined => electionsAt(meeting, 'open')[0];

/** E12, E13. The round of an election that was announced last, whatever has become of a later one. */
export interface ToldElection {
  readonly electionId: ElectionId;
  readonly phase: Election['phase'];
  readonly result: ElectionResult;
  /** The other rounds that everybody knows of, in order. */
  readonly others: readonly (ElectionRound | VoidedElection)[];
}

/** Of every election of which a result was announced. */
export const toldElections = (meeting: Held): readonly ToldElection[] =>
  Object.entries(meeting.elections).flatMap(([id, election]): ToldElection[] => {
    const told = countedRounds(election).filter(({ announcedAt }) => announcedAt !== undefined);
    const result = told.at(-1);
    if (!result) return [];
    const voids = 'voids' in election ? election.voids : [];
    const others = [...told.slice(0, -1), ...voids].toSorted((one, other) => one.round - other.round);
    return [{ electionId: id as ElectionId, phase: election.phase, result, others }];
  });

/** The one announced last. */
export const announcedLast = (meeting: Held): ElectionAt<'announced'> | undefined =>
  electionsAt(meeting, 'announced').toSorted((one, other) => other.announcedAt - one.announcedAt)[0];

export const electionKey = ({ electionId, round }: Pick<ElectionAt<'open'>, 'electionId' | 'round'>): string => `${electionId}#${round}`;

/** Of a candidate, or of somebody written in. */
export function nomineeName(paper: ElectionPaper, roll: Held['roll'], id: CandidateId): string {
  const person = writtenIn(id);
  return candidateOf(paper, id)?.name ?? (person === undefined ? id : nameOf(roll, person));
}

/** The least number of votes that elects, or null while it depends on how many hand in, or there is none. */
export function requiredVotes({ rule }: ElectionPaper, figures: { readonly eligible: number; readonly present: number }): number | null {
  if (rule === 'plurality' || rule.base === 'cast' || rule.base === 'valid') return null;
  return needed(rule.threshold, rule.base === 'eligible' ? figures.eligible : figures.present);
}

const namesOf = (result: ElectionResult, outcome: ElectionResult['standings'][number]['outcome']): readonly string[] =>
  result.standings.filter((one) => one.outcome === outcome).map(({ name }) => name);

/** How many seats are still free after this round. */
export const vacancies = (result: ElectionResult): number => result.paper.seats - namesOf(result, 'elected').length;

/** Who is elected in all, who is tied and what is vacant; or that there was no quorum. */
export function outcomeLines(result: ElectionResult): readonly string[] {
  const { quorum } = result;
  if (!quorum.met) return [words.quorumMissed(Math.min(quorum.atOpening, quorum.atClosing), quorum.needed)];
  const tied = namesOf(result, 'tied');
  const vacant = vacancies(result);
  return [
    words.elected(electedOf(result).map(({ name }) => name)),
    ...(tied.length > 0 ? [words.tied(tied)] : []),
    ...(vacant > 0 ? [words.vacant(vacant)] : []),
  ];
}

/** 发出 · 收回 · 有效票 · 弃权票 · 废票 · 未投, with 废票 only where the form can have it. */
export function ballotFigures({ roll, ballots, form }: ElectionResult): readonly (readonly [string, number])[] {
  const { marked, blank, spoilt, notHandedIn } = ballots;
  return [
    [words.issued, roll],
    [words.returned, marked + blank + spoilt],
    [words.valid, marked],
    [words.blank, blank],
    ...(form === 'named' ? [] : [[words.spoilt, spoilt] as const]),
    [words.notHandedIn, notHandedIn],
  ];
}
