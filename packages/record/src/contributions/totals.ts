// Knows what contributions come to, by person and by 界别; not which ones they are.
import { isOwnSpeech } from '@xieshang/meeting';
import type { Contribution } from './contribution.ts';

export interface Total {
  readonly id: string;
  /** Of a person; of a 界别 without 界; null: of all others together, who stand in none. */
  readonly name: string | null;
  readonly sector: string | null;
  /** Q11. Speeches of one's own; questions, interjections and points of order are counted beside them. */
  readonly speeches: number;
  readonly asides: number;
  readonly written: number;
  readonly netMs: number;
  readonly stoppedMs: number;
  readonly overMs: number;
}

export interface Totals {
  /** Most time first. */
  readonly persons: readonly Total[];
  readonly sectors: readonly Total[];
  readonly all: Total;
}

const nothing = { speeches: 0, asides: 0, written: 0, netMs: 0, stoppedMs: 0, overMs: 0 };

function sum(some: readonly Contribution[]): typeof nothing {
  return some.reduce((so, { kind, netMs, stoppedMs, overMs }) => {
    const written = kind === 'writtenSpeech';
    const own = isOwnSpeech(kind);
    return {
      speeches: so.speeches + Number(own),
      asides: so.asides + Number(!own && !written),
      written: so.written + Number(written),
      netMs: so.netMs + netMs,
      stoppedMs: so.stoppedMs + stoppedMs,
      overMs: so.overMs + overMs,
    };
  }, nothing);
}

const mostFirst = (one: Total, other: Total): number => other.netMs - one.netMs || other.speeches - one.speeches;

export function totalsOf(some: readonly Contribution[]): Totals {
  const persons = [...Map.groupBy(some, ({ person }) => person)].map(([person, own]): Total => {
    const [first] = own;
    return { id: person, name: first?.name ?? '', sector: first?.sector ?? null, ...sum(own) };
  });
  const sectors = [...Map.groupBy(some, ({ sector }) => sector)].map(([sector, own]): Total => ({
    id: sector ?? '',
    name: sector,
    sector,
    ...sum(own),
  }));
  return {
    persons: persons.toSorted(mostFirst),
    // Who stands in no 界别 comes below all that are one.
    sectors: sectors.toSorted((one, other) => Number(one.name === null) - Number(other.name === null) || mostFirst(one, other)),
    all: { id: '', name: null, sector: null, ...sum(some) },
  };
}
