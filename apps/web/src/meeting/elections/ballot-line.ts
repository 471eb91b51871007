// Knows a half-filled ballot of an election: who is marked, what is on its way, what is counted; not how it is drawn or sent.
import { ballotOf, candidateOf, writtenIn, type CandidateId, type Marks, type PersonId } from '@xieshang/meeting';
import type { AnyRefusal } from '@xieshang/protocol';
import type { NamedElection } from '../shared/elections.ts';

export type ElectionLine =
  | { readonly phase: 'empty'; readonly marks: Marks }
  | { readonly phase: 'chosen'; readonly marks: Marks }
  | { readonly phase: 'sending'; readonly marks: Marks }
  | { readonly phase: 'counted'; readonly marks: Marks }
  | { readonly phase: 'refused'; readonly marks: Marks; readonly refusal: AnyRefusal };

const alike = (one: Marks, other: Marks): boolean => one.length === other.length && one.every((id) => other.includes(id));

/** What the ballot says; `picked` is what has been marked here and not handed in. */
export function electionLine(
  election: NamedElection,
  me: PersonId,
  picked: Marks | undefined,
  { underWay, refused }: { readonly underWay: Marks | undefined; readonly refused: AnyRefusal | null },
): ElectionLine {
  const counted = ballotOf(election.ballots, me);
  const given = underWay ?? counted;
  if (picked && !(given && alike(picked, given))) return { phase: picked.length === 0 && !given ? 'empty' : 'chosen', marks: picked };
  if (underWay) return { phase: 'sending', marks: underWay };
  if (refused) return { phase: 'refused', marks: counted ?? picked ?? [], refusal: refused };
  return counted ? { phase: 'counted', marks: counted } : { phase: 'empty', marks: [] };
}

/** The marks with one more or one less; null where the ballot is full. */
export function toggled(marks: Marks, id: CandidateId, seats: number): Marks | null {
  if (marks.includes(id)) return marks.filter((one) => one !== id);
  return marks.length < seats ? [...marks, id] : null;
}

/** As they are sent: of the list, and beside it. */
export function sent(
  election: NamedElection,
  marks: Marks,
): { readonly chosen: readonly CandidateId[]; readonly writeIns: readonly PersonId[] } {
  const printed = marks.filter((id) => candidateOf(election.paper, id));
  const others = marks.filter((id) => !candidateOf(election.paper, id)).flatMap((id) => writtenIn(id) ?? []);
  return { chosen: printed, writeIns: others };
}
