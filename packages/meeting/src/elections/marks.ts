// Knows which marks a ballot may bear; not how they are counted.
import { valueOf, withoutValue, withValue, type ByPerson } from '../by-person.ts';
import type { CandidateId, PersonId } from '../ids.ts';
import type { Refusal } from '../refusal.ts';
import { attendeeOf, type Roll } from '../roll.ts';
import type { Ballots, Candidate, ElectionPaper, EnteredBallot, Marks, NamedBallot } from './types.ts';

export const noBallots: Ballots = {};

/** Undefined when that person has not handed one in. */
export const ballotOf = (ballots: Ballots, voter: PersonId): Marks | undefined => valueOf(ballots, voter);
export const withBallot = (ballots: Ballots, voter: PersonId, marks: Marks): Ballots => withValue(ballots, voter, marks);

export type EnteredBallots = ByPerson<EnteredBallot>;

export const noneEnteredYet: EnteredBallots = {};

/** Undefined where nothing was entered for that person. */
export const enteredBallot = (entered: EnteredBallots, voter: PersonId): EnteredBallot | undefined => valueOf(entered, voter);

/** Null takes it back. */
export const withEnteredBallot = (entered: EnteredBallots, voter: PersonId, marks: Marks | null, by: PersonId): EnteredBallots =>
  marks === null ? withoutValue(entered, voter) : withValue(entered, voter, { marks, by });

/** E7, E18. What stands for a voter: the own ballot, or what was entered where there is none. */
export function standingBallot(held: { readonly ballots: Ballots; readonly entered: EnteredBallots }, voter: PersonId): NamedBallot {
  const own = ballotOf(held.ballots, voter);
  if (own) return { voter, marks: own };
  const entered = enteredBallot(held.entered, voter);
  return entered ? { voter, marks: entered.marks, enteredBy: entered.by } : { voter, marks: null };
}

const prefix = 'person:';

/** What a written-in person is counted under; no candidate's id has a colon. */
export const writeInId = (person: PersonId): CandidateId => `${prefix}${person}` as CandidateId;

/** Who is written in, or undefined where the id is a candidate's. */
export const writtenIn = (candidateId: CandidateId): PersonId | undefined =>
  candidateId.startsWith(prefix) ? (candidateId.slice(prefix.length) as PersonId) : undefined;

export const candidateOf = ({ candidates }: Pick<ElectionPaper, 'candidates'>, id: CandidateId): Candidate | undefined =>
  candidates.find(({ candidateId }) => candidateId === id);

interface Electorate {
  readonly roll: Roll;
  readonly scrutineers: readonly PersonId[];
}

/** E6. What stands against naming somebody beside the candidates: a member of the roll, not a candidate already, not a scrutineer. */
export function writeInRefusal(paper: ElectionPaper, { roll, scrutineers }: Electorate, person: PersonId): Refusal | undefined {
  if (paper.writeIns === 'none') return { type: 'WriteInsNotAllowed' };
  const role = attendeeOf(roll, person)?.role;
  if (role === undefined) return { type: 'UnknownPerson', person };
  if (role !== 'member') return { type: 'NotAMember', person };
  if (paper.candidates.some((one) => one.person === person)) return { type: 'AlreadyCandidate', person };
  return scrutineers.includes(person) ? { type: 'ScrutineerIsCandidate', person } : undefined;
}

export type Marking = { readonly ok: true; readonly marks: Marks } | { readonly ok: false; readonly refusal: Refusal };

/** E5, E6. A ballot as it is kept: each once, in the order of the paper, write-ins after them in the order of their ids. */
export function marking(
  paper: ElectionPaper,
  electorate: Electorate,
  chosen: readonly CandidateId[],
  writeIns: readonly PersonId[],
): Marking {
  const unknown = chosen.find((id) => !candidateOf(paper, id));
  if (unknown !== undefined) return { ok: false, refusal: { type: 'UnknownCandidate', candidateId: unknown } };
  for (const person of writeIns) {
    const refusal = writeInRefusal(paper, electorate, person);
    if (refusal) return { ok: false, refusal };
  }
  const marks = [
    ...paper.candidates.map(({ candidateId }) => candidateId).filter((id) => chosen.includes(id)),
    ...[...new Set(writeIns)].sort().map(writeInId),
  ];
  if (marks.length > paper.seats) return { ok: false, refusal: { type: 'TooManyMarks', seats: paper.seats, marks: marks.length } };
  return { ok: true, marks };
}

export const sameMarks = (one: Marks, other: Marks): boolean =>
  one.length === other.length && one.every((candidateId, place) => candidateId === other[place]);
