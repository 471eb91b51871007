// How a round of an election is opened, voted in and ended (E3–E7, E10–E18), in the simple idea the core is compared with.
import type { Command, ElectionCommand, ElectionPaper } from '@xieshang/meeting';
import { sorted } from '../picture.ts';
import { end, issue, spoil } from './boxes.ts';
import { close, countElectionsOf, leastOf } from './election-counts.ts';
import { otherRefusal, type Preparing } from './election-papers.ts';
import { electionIsOpen, isHeld, isOpen, type Choosing } from './elections.ts';
import { isHere, members, votingIsOpen, type Hall, type Rules, type Verdict } from './hall.ts';

type Opening = Extract<Command, { type: 'OpenElection' | 'RepeatElection' }>;

/** E3, E4, E12. */
function open(hall: Hall, c: Opening, at: number): Verdict {
  const electors = members(hall).filter((one) => isHere(hall, one));
  const form = c.terms?.form ?? 'named';
  if (electors.length === 0) return 'NobodyToVote';
  if (form === 'paper' && c.closing === 'clock') return 'ClockCannotCount';
  if (votingIsOpen(hall)) return 'VotingIsOpen';
  if (electionIsOpen(hall)) return 'ElectionIsOpen';
  const one = hall.elections.get(c.electionId);
  if (!one) return 'UnknownElection';
  if (isHeld(one) !== (c.type === 'RepeatElection')) return isHeld(one) ? 'ElectionAlreadyPut' : 'ElectionNotHeld';
  let [paper, seated] = [one.phase === 'voided' ? one.paper : one.whole, one.phase === 'voided' ? one.seated : []];
  if (c.type === 'RepeatElection' && c.candidates) {
    const elected = one.stood.filter(([, , outcome]) => outcome === 'elected').map(([id]) => id);
    const seats = one.paper.seats - elected.length;
    if (seats < 1) return 'NoSeatLeft';
    const left = one.stood.filter(([, , outcome]) => outcome !== 'elected').map(([id]) => id);
    if (!c.candidates.every((id) => left.includes(id))) return 'UnknownCandidate';
    const candidates = left.filter((id) => c.candidates?.some((wished) => wished === id)).map((id) => standsAs(hall, one.paper, id));
    if (candidates.length === 0 || candidates.length < seats) return 'InvalidElection';
    [paper, seated] = [{ ...one.paper, seats, candidates, writeIns: 'none' }, [...one.seated, ...elected]];
  }
  if (paper.candidates.some(({ person }) => person !== undefined && hall.scrutineers.has(person))) return 'ScrutineerIsCandidate';
  const terms = c.terms?.form === 'secret' ? c.terms : null;
  if (terms) {
    const others = [...hall.people.keys()]
      .filter((person) => otherRefusal(hall, paper, person) === null)
      .map((person) => `person:${person}`);
    const items = [...paper.candidates.map(({ candidateId }): string => candidateId), ...others];
    const no = issue(hall, terms, { items, marks: ['approve'], most: paper.seats, electors });
    if (no) return no;
  }
  const { votingMs, quorum, graceMs = 0 } = hall.plan.rules;
  const eligible = members(hall).length;
  const least = quorum.kind === 'consensus' ? Math.max(eligible, 1) : leastOf(quorum, eligible);
  const clock = c.closing === 'clock';
  Object.assign(one, { phase: 'open', paper, seated, round: one.round + 1, form, box: terms?.voteId ?? null, clock, eligible, electors });
  Object.assign(one, { quorum: [least, electors.length], due: at + (c.ms ?? votingMs) + (clock ? graceMs : 0) });
  Object.assign(one, { ballots: new Map(), entered: new Map(), counts: new Map(), confirmed: new Set() });
  return 'done';
}

const standsAs = (hall: Hall, paper: ElectionPaper, id: string): ElectionPaper['candidates'][number] => {
  const printed = paper.candidates.find(({ candidateId }) => candidateId === id);
  const person = hall.plan.attendees.find((one) => `person:${one.person}` === id);
  return printed ?? ({ candidateId: id, name: person?.name ?? '', person: person?.person } as ElectionPaper['candidates'][number]);
};

/** E5, E6. A ballot as it is kept, or what stands against it. */
function kept(hall: Hall, { paper }: Choosing, chosen: readonly string[], writeIns: readonly string[]): readonly string[] | Verdict {
  const printed = paper.candidates.map(({ candidateId }): string => candidateId);
  if (!chosen.every((mark) => printed.includes(mark))) return 'UnknownCandidate';
  const no = writeIns.map((person) => otherRefusal(hall, paper, person)).find((refusal) => refusal !== null);
  if (no) return no;
  const others = sorted.names(writeIns).map((person) => `person:${person}`);
  const marks = [...printed.filter((mark) => chosen.includes(mark)), ...others];
  return marks.length > paper.seats ? 'TooManyMarks' : marks;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
/** E19. Meant for another round. */
const isLate = (one: Choosing, round: number | undefined): boolean => one.phase !== 'tabled' && (round ?? one.round) !== one.round;

const isSealed = ({ boxes }: Hall, { box }: Choosing): boolean => boxes.get(box ?? '')?.phase === 'sealed';

/** Only in session. */
export const holdingRules: Rules<Exclude<ElectionCommand['type'], Preparing>> = {
  OpenElection: (hall, c, _, at) => open(hall, c, at),
  RepeatElection: (hall, c, _, at) => open(hall, c, at),
  CastElection: (hall, { electionId: id, chosen, writeIns, round }, by) => {
    const one = hall.elections.get(id);
    if (!isOpen(one) || (round !== undefined && round !== one.round)) return 'ElectionIsClosed';
    if (one.form !== 'named') return 'OtherElectionForm';
    if (!one.electors.includes(by)) return 'NotAnElector';
    const marks = kept(hall, one, chosen, writeIns);
    if (typeof marks === 'string') return marks;
    if (same(one.ballots.get(by), marks)) return 'silent';
    one.ballots.set(by, marks);
    return 'done';
  },
  EnterElection: (hall, { electionId: id, voter, ballot, reason }, by) => {
    const one = hall.elections.get(id);
    if (!isOpen(one)) return 'ElectionIsClosed';
    if (one.form !== 'named') return 'OtherElectionForm';
    if (!one.electors.includes(voter)) return 'NotAnElector';
    if (reason.trim() === '') return 'NoteRequired';
    if (ballot === null) return one.entered.delete(voter) ? 'done' : 'silent';
    const marks = kept(hall, one, ballot.chosen, ballot.writeIns);
    if (typeof marks === 'string') return marks;
    if (same(one.entered.get(voter)?.marks, marks)) return 'silent';
    one.entered.set(voter, { marks, by });
    return 'done';
  },
  EnterElectionCount: (hall, { electionId: id, marked, blank, spoilt, votes, writeIns }, by) => {
    const one = hall.elections.get(id);
    if (!isOpen(one)) return 'ElectionIsClosed';
    if (one.form !== 'paper') return 'OtherElectionForm';
    if (!votes.every((row) => one.paper.candidates.some(({ candidateId }) => candidateId === row.candidateId))) return 'UnknownCandidate';
    const no = writeIns.map(({ person }) => otherRefusal(hall, one.paper, person)).find((refusal) => refusal !== null);
    if (no) return no;
    const rows = new Map<string, number>();
    for (const row of votes) if (row.votes > 0) rows.set(row.candidateId, row.votes);
    for (const row of writeIns) if (row.votes > 0) rows.set(`person:${row.person}`, row.votes);
    const kept = sorted.byName([...rows]);
    const sum = kept.reduce((all, [, number]) => all + number, 0);
    const impossible =
      marked + blank + spoilt > one.electors.length || kept.some(([, number]) => number > marked) || sum > marked * one.paper.seats;
    if (impossible || sum < marked) return 'ImpossibleCount';
    const count = { marked, blank, spoilt, votes: kept };
    if (same(one.counts.get(by), count)) return 'silent';
    one.counts.set(by, count);
    return 'done';
  },
  CloseElection: (hall, { electionId: id, round }, by, at) => {
    const one = hall.elections.get(id);
    if (!one) return 'UnknownElection';
    if (isLate(one, round)) return 'ElectionIsClosed';
    if (by === 'clock' && !(isOpen(one) && one.clock && at >= one.due && !isSealed(hall, one))) return 'silent';
    if (!isOpen(one) || isSealed(hall, one)) return 'ElectionIsClosed';
    const box = hall.boxes.get(one.box ?? '');
    if (!box) return close(hall, one);
    if (end(hall, box) === 'counted') countElectionsOf(hall, one.box ?? '', box);
    return 'done';
  },
  VoidElection: ({ elections, boxes }, { electionId: id, round }) => {
    const one = elections.get(id);
    if (!isOpen(one) || isLate(one, round)) return one ? 'ElectionIsClosed' : 'UnknownElection';
    const box = boxes.get(one.box ?? '');
    if (box) spoil(box, 'byChair');
    Object.assign(one, { phase: 'voided', voids: one.voids + 1 });
    return 'done';
  },
  ConfirmElectionCount: ({ elections, scrutineers }, { electionId: id, round }, by) => {
    const one = elections.get(id);
    if (!one) return 'UnknownElection';
    if (isLate(one, round)) return 'ElectionNotHeld';
    if (!scrutineers.has(by)) return 'NotAScrutineer';
    if (!isHeld(one)) return 'ElectionNotHeld';
    if (one.confirmed.has(by)) return 'silent';
    one.confirmed.add(by);
    return 'done';
  },
  AnnounceElection: ({ elections }, { electionId: id, round }) => {
    const one = elections.get(id);
    if (!isHeld(one) || isLate(one, round)) return one ? 'ElectionNotHeld' : 'UnknownElection';
    if (one.phase === 'announced') return 'silent';
    one.phase = 'announced';
    return 'done';
  },
};
