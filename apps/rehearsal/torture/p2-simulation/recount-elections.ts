// Follows every election through the bytes of a log alone, as what was given and told; takes nothing from the core.
import { apart, givenOn, type ClosedElection, type Given, type OpenedElection, type Paper, type Stood } from './count-election-again.ts';
import type { RollAgain } from './roll-again.ts';
import type { SealedAgain } from './recount-sealed.ts';

type Count = Omit<Given, 'votes'> & { readonly electionId: string; readonly votes: Readonly<Record<string, number>> };

type Fact = { readonly by: string; readonly at: number } & (
  | { readonly type: 'ElectionTabled' | 'ElectionRevised'; readonly payload: { readonly electionId: string; readonly paper: Paper } }
  | { readonly type: 'ElectionOpened'; readonly payload: OpenedElection }
  | { readonly type: 'ElectionCast'; readonly payload: { electionId: string; voter: string; marks: readonly string[] } }
  | {
      readonly type: 'ElectionEntered';
      readonly payload: { electionId: string; voter: string; marks: readonly string[] | null; reason: string };
    }
  | { readonly type: 'ElectionCountEntered'; readonly payload: Count }
  | { readonly type: 'ElectionClosed'; readonly payload: ClosedElection }
  | { readonly type: 'ElectionVoided'; readonly payload: { readonly electionId: string } }
);

interface Holding {
  readonly opened: OpenedElection;
  readonly at: number;
  /** Who could not be written in when it was opened. */
  readonly judges: readonly string[];
  readonly cast: Map<string, readonly string[]>;
  readonly entered: Map<string, { readonly marks: readonly string[]; readonly by: string }>;
  readonly counts: Map<string, Count>;
}

/** One election, with all its rounds. */
interface Course {
  paper: Paper;
  rounds: number;
  /** Of the counted rounds, in order. */
  readonly counted: {
    readonly round: number;
    readonly seats: number;
    readonly standings: readonly Stood[];
    readonly seated: readonly string[];
  }[];
  open: Holding | null;
}

export interface ElectionsAgain {
  take(fact: { readonly type: string }): void;
  /** What stands for that voter in the round that is open now. */
  readonly castBy: (electionId: string, voter: string) => readonly string[] | undefined;
  readonly isOpen: () => boolean;
  /** The counted rounds of each, oldest first, as numbers and standings. */
  readonly rounds: () => ReadonlyMap<string, readonly { readonly round: number; readonly standings: readonly Stood[] }[]>;
  readonly figures: { counted: number; secret: number; paper: number; runOffs: number; repeated: number; voided: number };
}

/** E3–E9, E12–E16, E18. `othersOpen`: whether a vote is open. */
export function electionsAgain(
  roll: RollAgain,
  sealed: SealedAgain,
  othersOpen: () => boolean,
  wrong: (sentence: string) => void,
): ElectionsAgain {
  const records = new Map<string, Course>();
  const figures = { counted: 0, secret: 0, paper: 0, runOffs: 0, repeated: 0, voided: 0 };
  const holding = (id: string): Holding | null => records.get(id)?.open ?? null;
  const isOpen = (): boolean => [...records.values()].some(({ open }) => open !== null);
  const formOf = ({ opened }: Holding): string => opened.terms?.form ?? 'named';

  const opens = (opened: OpenedElection, at: number): void => {
    const { electionId: id, round, paper, voterRoll, eligible, quorum, seated = [] } = opened;
    const record = records.get(id);
    if (!record) return wrong(`${id} 没有列入就开始了`);
    if (isOpen() || othersOpen()) wrong(`${id} 开始时另有一项没有结束`);
    if (round !== record.rounds + 1) wrong(`${id} 第 ${record.rounds} 轮之后是第 ${round} 轮`);
    if (voterRoll.join() !== roll.present().join()) wrong(`${id} 的选举人名册不是此刻在场的委员`);
    if (eligible !== roll.members().length || quorum.needed !== roll.least() || quorum.present !== voterRoll.length)
      wrong(`${id} 的应到或法定人数不符`);
    if (JSON.stringify(paper) !== JSON.stringify(record.paper))
      runsOff(
        record,
        paper,
        seated.map(({ candidateId }) => candidateId),
        id,
      );
    else if (seated.length > 0) wrong(`${id} 整项选举，却有人已经当选`);
    else if (record.counted.length > 0) figures.repeated += 1;
    record.rounds = round;
    const judges = roll.scrutineers();
    record.open = { opened, at, judges, cast: new Map(), entered: new Map(), counts: new Map() };
  };

  /** E12: only the seats still free, among those who are not elected, and the elected keep theirs. */
  const runsOff = ({ counted }: Course, { seats, candidates, writeIns }: Paper, seated: readonly string[], id: string): void => {
    figures.runOffs += 1;
    const last = counted.at(-1);
    if (!last) return wrong(`${id} 没有计过票就另行选举`);
    const elected = last.standings.filter(({ outcome }) => outcome === 'elected').map(({ candidateId }) => candidateId);
    const left = last.standings.filter(({ outcome }) => outcome !== 'elected').map(({ candidateId }) => candidateId);
    const fits = candidates.every(({ candidateId }) => left.includes(candidateId)) && seats === last.seats - elected.length;
    if (!fits || writeIns !== 'none' || candidates.length < seats) wrong(`${id} 另行选举的名单或名额不符`);
    if (seated.join() !== [...last.seated, ...elected].join()) wrong(`${id} 已经当选的人不符`);
  };

  const mayBear = ({ opened: { paper }, judges }: Holding, marks: readonly string[]): boolean =>
    marks.length <= paper.seats &&
    new Set(marks).size === marks.length &&
    marks.every((mark) => {
      if (paper.candidates.some(({ candidateId }) => candidateId === mark)) return true;
      const person = mark.startsWith('person:') ? mark.slice('person:'.length) : null;
      if (person === null || paper.writeIns === 'none' || judges.includes(person)) return false;
      return roll.roleOf(person) === 'member' && !paper.candidates.some((one) => one.person === person);
    });

  const isOffice = (person: string): boolean => ['moderator', 'secretary'].includes(roll.roleOf(person) ?? '');

  const closes = (closed: ClosedElection, by: string, at: number): void => {
    const { electionId: id } = closed;
    const record = records.get(id);
    const held = record?.open;
    if (!held) return wrong(`${id} 没有开始就结束了`);
    const { opened } = held;
    const { ms, graceMs = 0, closing, round, paper, seated = [] } = opened;
    if (by === 'clock' && (closing !== 'clock' || at < held.at + ms + graceMs)) wrong(`${id} 由钟结束得太早`);
    const given = givenIn(held);
    const sentence = given ? (apart(opened, given, closed, here(held)) ?? named(held, closed)) : '没有可以计的票';
    if (sentence !== null) wrong(`${id} 第 ${round} 轮：${sentence}`);
    record.counted.push({ round, seats: paper.seats, standings: closed.standings, seated: seated.map(({ candidateId }) => candidateId) });
    record.open = null;
    figures.counted += 1;
    if (formOf(held) === 'secret') figures.secret += 1;
    if (formOf(held) === 'paper') figures.paper += 1;
  };

  /** Where keys were awaited, those who were here when the ballots were sealed. */
  const here = ({ opened: { terms } }: Holding): number => sealed.presentAtClose(terms?.voteId) ?? roll.present().length;

  const givenIn = (held: Holding): Given | null => {
    if (formOf(held) === 'secret') return sealed.givenTo(held.opened.terms?.voteId);
    if (formOf(held) === 'named') return givenOn([...standing(held).values()]);
    const [first, ...others] = [...held.counts.values()].map(({ marked, blank, spoilt, votes }) => ({
      marked,
      blank,
      spoilt,
      votes: sorted(votes),
    }));
    if (!first || others.length === 0 || others.some((other) => JSON.stringify(other) !== JSON.stringify(first))) return null;
    return { ...first, votes: new Map(first.votes) };
  };

  const sorted = (votes: Readonly<{ [id: string]: number }>): readonly (readonly [string, number])[] =>
    Object.entries(votes).toSorted(([one], [other]) => (one < other ? -1 : 1));

  /** E18: who has not voted is held to what an officer entered. */
  const standing = ({ cast, entered }: Holding): ReadonlyMap<string, readonly string[]> =>
    new Map([...[...entered].map(([voter, { marks }]) => [voter, marks] as const), ...cast]);

  const named = (held: Holding, { votes, countedBy = [], form = 'named' }: ClosedElection): string | null => {
    const { cast, entered, counts, opened } = held;
    if (form !== formOf(held)) return '选票种类不符';
    if (countedBy.toSorted().join() !== [...counts.keys()].toSorted().join()) return '录入票数的人不符';
    const expected = opened.voterRoll.map((voter) => {
      const [own, other] = [cast.get(voter), entered.get(voter)];
      return JSON.stringify(own ? [voter, own] : [voter, other?.marks ?? null, other?.by]);
    });
    const said = votes.map(({ voter, marks, enteredBy }) =>
      JSON.stringify(enteredBy === undefined && marks ? [voter, marks] : [voter, marks, enteredBy]),
    );
    return said.join() === (form === 'named' ? expected.join() : '') ? null : '逐人的选票不符';
  };

  const take = (fact: Fact): void => {
    switch (fact.type) {
      case 'ElectionTabled':
      case 'ElectionRevised': {
        const { electionId: id, paper } = fact.payload;
        if (records.get(id)?.rounds) return wrong(`${id} 开始之后改了选票`);
        return void records.set(id, { paper, rounds: 0, counted: [], open: null });
      }
      case 'ElectionOpened':
        return opens(fact.payload, fact.at);
      case 'ElectionCast': {
        const { electionId: id, voter, marks } = fact.payload;
        const held = holding(id);
        if (!held || formOf(held) !== 'named' || !held.opened.voterRoll.includes(voter)) return wrong('选举之外的一张选票');
        if (fact.by !== voter) wrong(`${fact.by} 无权替 ${voter} 投`);
        if (!mayBear(held, marks)) wrong(`${voter} 的选票选了不能选的`);
        if (held.cast.get(voter)?.join() === marks.join()) wrong('同一张选票记了两次');
        return void held.cast.set(voter, marks);
      }
      case 'ElectionEntered': {
        const { electionId: id, voter, marks, reason } = fact.payload;
        const held = holding(id);
        if (!held || formOf(held) !== 'named' || !held.opened.voterRoll.includes(voter)) return wrong('选举之外的录入');
        if (!isOffice(fact.by) || reason.trim() === '') wrong(`${fact.by} 替 ${voter} 录入，没有职务或没有理由`);
        if (marks && !mayBear(held, marks)) wrong(`替 ${voter} 录入的选票选了不能选的`);
        if (marks) held.entered.set(voter, { marks, by: fact.by });
        else if (!held.entered.delete(voter)) wrong('收回了没有的录入');
        return;
      }
      case 'ElectionCountEntered': {
        const held = holding(fact.payload.electionId);
        if (!held || formOf(held) !== 'paper' || !isOffice(fact.by)) return wrong('选举之外的点票');
        return void held.counts.set(fact.by, fact.payload);
      }
      case 'ElectionClosed':
        return closes(fact.payload, fact.by, fact.at);
      case 'ElectionVoided': {
        const record = records.get(fact.payload.electionId);
        if (!record?.open) return wrong(`${fact.payload.electionId} 没有开着就作废了`);
        figures.voided += 1;
        record.open = null;
      }
    }
  };

  return {
    // Facts of other kinds pass by.
    take: (fact) => take(fact as Fact),
    castBy: (id, voter) => holding(id)?.cast.get(voter),
    isOpen,
    rounds: () => new Map([...records].map(([id, { counted }]) => [id, counted.map(({ round, standings }) => ({ round, standings }))])),
    figures,
  };
}
