// Knows the goals C1–C11 and how rounds of measurements become figures; measures nothing.
import type { Figure, Limit } from '../figure.ts';
import type { TargetName } from './targets.ts';

/** What one measurement gave for each server in one round. */
export type Round<Row> = Partial<Record<TargetName, Row>>;

interface Asked<Row> {
  readonly goal: string;
  readonly measure: string;
  readonly unit: string;
  readonly of: (row: Row) => number;
  readonly limit: Limit;
  /** What `ours` is held against, round by round; `itself`: the value as it is. */
  readonly against: TargetName | 'itself';
  readonly peers: readonly TargetName[];
  readonly note?: string;
}

const median = (list: readonly number[]): number => {
  const sorted = list.filter(Number.isFinite).toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
};

const rounded = (value: number): number => (Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3)));

/** Null when ours was not measured. */
export function figureOf<Row>(rounds: readonly Round<Row>[], asked: Asked<Row>): Figure | null {
  const { goal, measure, unit, of, limit, against, peers, note } = asked;
  const values = (name: TargetName): readonly number[] => rounds.flatMap((round) => (round[name] ? [of(round[name])] : []));
  const ours = median(values('ours'));
  if (!Number.isFinite(ours)) return null;
  const ratios = rounds.flatMap(({ ours: own, ...others }) => {
    const other = against === 'itself' || against === 'ours' ? undefined : others[against];
    return own && other ? [of(own) / of(other)] : [];
  });
  const best = peers
    .map((name) => ({ name, value: median(values(name)) }))
    .filter(({ value }) => Number.isFinite(value))
    .toSorted((one, other) => ('atLeast' in limit && against !== 'itself' ? other.value - one.value : one.value - other.value))[0];
  const [floor, gateOff] = [median(values('relay')), median(values('ours-ungated'))];
  return {
    ...{ goal, measure, unit, limit, rounds: values('ours').length, ours: rounded(ours) },
    floor: Number.isFinite(floor) ? rounded(floor) : null,
    peer: best ? { name: best.name, value: rounded(best.value) } : null,
    judged: rounded(against === 'itself' ? ours : median(ratios)),
    ...(Number.isFinite(gateOff) ? { gateOff: rounded(gateOff) } : {}),
    ...(note === undefined ? {} : { note }),
  };
}
