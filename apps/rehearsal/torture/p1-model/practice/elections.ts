// Knows what an election consists of in the simple idea the core is compared with, and what is compared of it; not how it changes.
import type { ElectionPaper } from '@xieshang/meeting';
import { sorted } from '../picture.ts';
import type { Hall } from './hall.ts';

export type Counted = { marked: number; blank: number; spoilt: number; votes: readonly (readonly [string, number])[] };
/** Somebody who stood, with votes and `elected`, `tied` or `notElected`. */
export type Stood = readonly [id: string, votes: number, outcome: string];

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

export const isOpen = (one: Choosing | undefined): one is Choosing & { phase: 'open' } => one?.phase === 'open';
export const isHeld = (one: Choosing | undefined): one is Choosing & { phase: 'closed' | 'announced' } =>
  one?.phase === 'closed' || one?.phase === 'announced';
export const electionIsOpen = ({ elections }: Hall): boolean => [...elections.values()].some(isOpen);

export const paperIn = ({ title, seats, candidates, writeIns, rule }: ElectionPaper): unknown => [
  title,
  seats,
  candidates.map(({ candidateId, name, note, person }) => [candidateId, name, note, person]),
  writeIns,
  rule === 'plurality' ? rule : [rule.base, Object.entries(rule.threshold).sort()],
];

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
      ...(isHeld(one) ? [sorted.names(one.confirmed)] : []),
    ]),
  );
