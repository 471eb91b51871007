// Knows what may be told of stances so that nobody's own can be worked out; not when it is told.
import type { Cells, PulseFigures, Stance } from './types.ts';

/** S4. No figure of fewer people than this is told, nor one that would follow from what is told. */
export const leastInCell = 5;

type Counts = Readonly<Record<Stance, number>>;

export interface Taker {
  readonly sector: string | null;
  readonly stance: Stance;
}

/** S4. `sectors`: in the order in which they are to stand. */
export function figuresOf(takers: readonly Taker[], sectors: readonly string[]): PulseFigures {
  const all = cellsOf(countsOf(takers));
  return { takers: takers.length, all, sectors: all.kind === 'none' ? [] : rowsOf(takers, sectors, all.kind) };
}

/**
 * The 界别 whose figures can be told as finely as the whole; all others together are one row. As the whole is told too, that row follows from
 * the rest: it has to bear being told, or another 界别, the smallest, goes into it.
 */
function rowsOf(takers: readonly Taker[], sectors: readonly string[], kind: 'three' | 'two'): PulseFigures['sectors'] {
  const of = (sector: string): readonly Taker[] => takers.filter((taker) => taker.sector === sector);
  const told = sectors.filter((sector) => cellsOf(countsOf(of(sector)), kind).kind === kind);
  for (let left: readonly string[] = told; left.length > 0; left = withoutSmallest(left, (sector) => of(sector).length)) {
    const rest = takers.filter(({ sector }) => sector === null || !left.includes(sector));
    const others = cellsOf(countsOf(rest), kind);
    if (rest.length > 0 && others.kind !== kind) continue;
    const named = left.map((sector) => ({ sector, cells: cellsOf(countsOf(of(sector)), kind) }));
    return rest.length > 0 ? [...named, { sector: null, cells: others }] : named;
  }
  return [];
}

function withoutSmallest(sectors: readonly string[], sizeOf: (sector: string) => number): readonly string[] {
  const least = Math.min(...sectors.map(sizeOf));
  const smallest = sectors.findLast((sector) => sizeOf(sector) === least);
  return sectors.filter((sector) => sector !== smallest);
}

function countsOf(takers: readonly Taker[]): Counts {
  const count = (stance: Stance): number => takers.filter((taker) => taker.stance === stance).length;
  return { support: count('support'), reserve: count('reserve'), against: count('against') };
}

/** As finely as may be, and no finer than `finest`. */
function cellsOf({ support, reserve, against }: Counts, finest: 'three' | 'two' = 'three'): Cells {
  const others = reserve + against;
  if (finest === 'three' && Math.min(support, reserve, against) >= leastInCell) return { kind: 'three', support, reserve, against };
  if (Math.min(support, others) >= leastInCell) return { kind: 'two', support, others };
  return { kind: 'none', takers: support + others };
}
