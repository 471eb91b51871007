// How people are chosen from a list (E), in the simple idea the core is compared with.
import type { Command, ElectionCommand, ElectionPaper } from '@xieshang/meeting';
import { sorted } from '../picture.ts';
import { blankIn, end, issue, spoil, spoiltIn, votesFor, type Box } from './boxes.ts';
import { isHere, members, votingIsOpen, type Hall, type Rules, type Verdict } from './hall.ts';

type Counted = { marked: number; blank: number; spoilt: number; votes: readonly (readonly [string, number])[] };
/** Somebody who stood, with votes and `elected`, `tied` or `notElected`. */
type Stood = readonly [id: string, votes: number, outcome: string];

export interface Choosing {
  phase: 'tabled' | 'open' | 'closed' | 'announced' | 'voided';
  paper: ElectionPaper;
  /** As it was first put. */
  whole: ElectionPaper;
  round: number;
  voids: number;
  form: string;
  clock: boolean;
  /** Of a secret one. */
  box: string | null;
  eligible: number;
  quorum: readonly [least: number, atOpening: number];
  electors: readonly string[];
  due: number;
  ballots: Map<string, readonly string[]>;
  /** By officers, for failed devices: marks and officer. */
  entered: Map<string, { marks: readonly string[]; by: string }>;
  counts: Map<string, Counted>;
  stood: readonly Stood[];
  seated: readonly string[];
  confirmed: Set<string>;
  results: readonly unknown[];
}

const isOpen = (one: Choosing | undefined): one is Choosing & { phase: 'open' } => one?.phase === 'open';
const held = (one: Choosing | undefined): one is Choosing & { phase: 'closed' | 'announced' } =>
  one?.phase === 'closed' || one?.phase === 'announced';
export const electionIsOpen = ({ elections }: Hall): boolean => [...elections.values()].some(isOpen);
const enough = (part: number, of: number, base: number, needs: number, strictly: boolean): boolean =>
  strictly ? needs * of > base * part : needs * of >= base * part && needs > 0;

/** E1. */
function unfit({ people }: Hall, { seats, candidates, writeIns, rule }: ElectionPaper): boolean {
  const ids = new Set(candidates.map(({ candidateId }) => candidateId));
  const who = new Set(candidates.map(({ person, name, note = '' }) => (person === undefined ? `${name}\n${note}` : `@${person}`)));
  if (seats < 1 || ids.size < 1 || (writeIns === 'none' && seats > candidates.length)) return true;
  if (ids.size < candidates.length || who.size < candidates.length) return true;
  if (candidates.some(({ person }) => person !== undefined && !people.has(person))) return true;
  if (rule === 'plurality') return false;
  const { threshold } = rule;
  if (threshold.kind === 'consensus') return true;
  const { parts, of, kind } = threshold;
  return parts <= 0 || of <= 0 || (kind === 'moreThan' ? parts >= of : parts > of);
}

/** E6. */
function otherRefusal({ people, scrutineers }: Hall, paper: ElectionPaper, person: string): Verdict | null {
  if (paper.writeIns === 'none') return 'WriteInsNotAllowed';
  const role = people.get(person);
  if (role !== 'member') return role ? 'NotAMember' : 'UnknownPerson';
  if (paper.candidates.some((one) => one.person === person)) return 'AlreadyCandidate';
  return scrutineers.has(person) ? 'ScrutineerIsCandidate' : null;
}

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
  if (held(one) !== (c.type === 'RepeatElection')) return held(one) ? 'ElectionAlreadyPut' : 'ElectionNotHeld';
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

function leastOf({ kind, parts, of }: { kind: string; parts: number; of: number }, base: number): number {
  let least = 1;
  while (!enough(parts, of, base, least, kind === 'moreThan')) least += 1;
  return least;
}

const standsAs = (hall: Hall, paper: ElectionPaper, id: string): ElectionPaper['candidates'][number] => {
  const printed = paper.candidates.find(({ candidateId }) => candidateId === id);
  const person = hall.plan.attendees.find((one) => `person:${one.person}` === id);
  return printed ?? ({ candidateId: id, name: person?.name ?? '', person: person?.person } as ElectionPaper['candidates'][number]);
};

/** E8, E9: whoever fewer than `seats` others are ahead of or level with is elected. */
function close(hall: Hall, one: Choosing, sealed?: Counted): Verdict {
  const [first, ...others] = [...one.counts.values()].map((count) => JSON.stringify(count));
  if (one.form === 'paper' && others.length === 0) return 'ElectionCountNotConfirmed';
  if (others.some((other) => other !== first)) return 'ElectionCountsDiffer';
  const { marked, blank, spoilt, votes } = first !== undefined ? (JSON.parse(first) as Counted) : (sealed ?? counted(one));
  const given = new Map(votes);
  const ids = [
    ...one.paper.candidates.map(({ candidateId }): string => candidateId),
    ...sorted.names(given.keys()).filter((id) => !one.paper.candidates.some(({ candidateId }) => candidateId === id)),
  ];
  const of = (id: string): number => given.get(id) ?? 0;
  const [least, atOpening] = one.quorum;
  const here = members(hall).filter((person) => isHere(hall, person)).length;
  const quorum = atOpening >= least && here >= least;
  const { rule, seats } = one.paper;
  const base =
    rule === 'plurality'
      ? marked
      : { eligible: one.eligible, present: one.electors.length, cast: marked + blank, valid: marked }[rule.base];
  const over = ids.filter((id) => {
    if (rule === 'plurality' || rule.threshold.kind === 'consensus') return quorum && of(id) > 0;
    return quorum && enough(rule.threshold.parts, rule.threshold.of, base, of(id), rule.threshold.kind === 'moreThan');
  });
  const outcome = (id: string): string => {
    if (!over.includes(id)) return 'notElected';
    const ahead = over.filter((rival) => of(rival) > of(id)).length;
    const level = over.filter((rival) => of(rival) === of(id)).length;
    return ahead + level <= seats ? 'elected' : ahead < seats ? 'tied' : 'notElected';
  };
  one.stood = ids.map((id): Stood => [id, of(id), outcome(id)]).sort((a, b) => b[1] - a[1]);
  one.phase = 'closed';
  const missing = one.electors.length - marked - blank - spoilt;
  one.results = [...one.results, [one.form, one.round, marked, blank, spoilt, missing, base, quorum, one.seated, one.stood]];
  return 'done';
}

/** E7, E18: who has not voted is held to what an officer entered. */
const standing = ({ ballots, entered }: Choosing): ReadonlyMap<string, readonly string[]> =>
  new Map([...[...entered].map(([voter, { marks }]): [string, readonly string[]] => [voter, marks]), ...ballots]);

function counted(one: Choosing): Counted {
  const given = [...standing(one).values()];
  const marks = given.flat();
  const blank = given.filter((one) => one.length === 0).length;
  const votes = sorted.names(marks).map((id) => [id, marks.filter((one) => one === id).length] as const);
  return { marked: given.length - blank, blank, spoilt: 0, votes };
}

const isSealed = ({ boxes }: Hall, { box }: Choosing): boolean => boxes.get(box ?? '')?.phase === 'sealed';

const electionsOn = ({ elections }: Hall, id: string): readonly Choosing[] =>
  [...elections.values()].filter((one) => isOpen(one) && one.box === id);

/** E16. */
export function countElectionsOf(hall: Hall, id: string, box: Box): void {
  const votes = box.items.map((item) => [item, votesFor(box, item, 'approve')] as const).filter(([, number]) => number > 0);
  const [spoilt, blank] = [spoiltIn(box), blankIn(box)];
  for (const one of electionsOn(hall, id)) close(hall, one, { marked: box.given.size - spoilt - blank, blank, spoilt, votes });
}

export function voidElectionsOf(hall: Hall, id: string): void {
  for (const one of electionsOn(hall, id)) Object.assign(one, { phase: 'voided', voids: one.voids + 1 });
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const paperIn = ({ title, seats, candidates, writeIns, rule }: ElectionPaper): unknown => [
  title,
  seats,
  candidates.map(({ candidateId, name, note, person }) => [candidateId, name, note, person]),
  writeIns,
  rule === 'plurality' ? rule : [rule.base, Object.entries(rule.threshold).sort()],
];

type Preparing = 'TableElection' | 'ReviseElection' | 'WithdrawElection';

const preparingRules: Rules<Preparing> = {
  TableElection: (hall, { electionId: id, paper }) => {
    if (hall.elections.has(id)) return 'ElectionIdTaken';
    if (unfit(hall, paper)) return 'InvalidElection';
    const none = { form: '', box: null, clock: false, eligible: 0, electors: [], due: 0, stood: [], seated: [], results: [] };
    const given = { ballots: new Map(), entered: new Map(), counts: new Map(), confirmed: new Set<string>() };
    hall.elections.set(id, { phase: 'tabled', paper, whole: paper, round: 0, voids: 0, quorum: [0, 0], ...none, ...given });
    return 'done';
  },
  ReviseElection: (hall, { electionId: id, paper }) => {
    const one = hall.elections.get(id);
    if (one?.phase !== 'tabled') return one ? 'ElectionAlreadyPut' : 'UnknownElection';
    if (unfit(hall, paper)) return 'InvalidElection';
    if (same(paperIn(one.paper), paperIn(paper))) return 'silent';
    Object.assign(one, { paper, whole: paper });
    return 'done';
  },
  WithdrawElection: ({ elections }, { electionId: id }) => {
    const one = elections.get(id);
    if (one?.phase !== 'tabled') return one ? 'ElectionAlreadyPut' : 'UnknownElection';
    elections.delete(id);
    return 'done';
  },
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
  CloseElection: (hall, { electionId: id }, by, at) => {
    const one = hall.elections.get(id);
    if (!one) return 'UnknownElection';
    if (by === 'clock' && !(isOpen(one) && one.clock && at >= one.due && !isSealed(hall, one))) return 'silent';
    if (!isOpen(one) || isSealed(hall, one)) return 'ElectionIsClosed';
    const box = hall.boxes.get(one.box ?? '');
    if (!box) return close(hall, one);
    if (end(box) === 'counted') countElectionsOf(hall, one.box ?? '', box);
    return 'done';
  },
  VoidElection: ({ elections, boxes }, { electionId: id }) => {
    const one = elections.get(id);
    if (!isOpen(one)) return one ? 'ElectionIsClosed' : 'UnknownElection';
    const box = boxes.get(one.box ?? '');
    if (box) spoil(box, 'byChair');
    Object.assign(one, { phase: 'voided', voids: one.voids + 1 });
    return 'done';
  },
  ConfirmElectionCount: ({ elections, scrutineers }, { electionId: id }, by) => {
    const one = elections.get(id);
    if (!one) return 'UnknownElection';
    if (!scrutineers.has(by)) return 'NotAScrutineer';
    if (!held(one)) return 'ElectionNotHeld';
    if (one.confirmed.has(by)) return 'silent';
    one.confirmed.add(by);
    return 'done';
  },
  AnnounceElection: ({ elections }, { electionId: id }) => {
    const one = elections.get(id);
    if (!held(one)) return one ? 'ElectionNotHeld' : 'UnknownElection';
    if (one.phase === 'announced') return 'silent';
    one.phase = 'announced';
    return 'done';
  },
};

export const electionRules: Rules<ElectionCommand['type']> = { ...preparingRules, ...holdingRules };

const enteredIn = ({ entered }: Choosing): unknown => sorted.byName([...entered].map(([voter, { marks, by }]) => [voter, marks, by]));

/** What is compared of elections. */
export const electionsIn = ({ elections }: Hall): readonly (readonly unknown[])[] =>
  sorted.byName(
    [...elections].map(([id, one]) => [
      id,
      one.phase,
      ...(one.phase === 'tabled' ? [paperIn(one.paper)] : [one.round, one.voids, one.results]),
      ...(isOpen(one)
        ? [one.form, [...one.electors], one.seated, sorted.byName([...one.ballots]), enteredIn(one), sorted.names(one.counts.keys())]
        : []),
      ...(held(one) ? [sorted.names(one.confirmed)] : []),
    ]),
  );
