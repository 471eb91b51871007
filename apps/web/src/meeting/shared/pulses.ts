// Knows which pulse is looked at and how two of them compare; not how they are drawn.
import { attendance, openPulse, type Cells, type MotionId, type Pulse } from '@xieshang/meeting';
import type { Held } from './held.ts';

export type OpenPulse = Extract<Pulse, { phase: 'open' }>;
export type ClosedPulse = Extract<Pulse, { phase: 'closed' }>;

export const pulseOpen = ({ pulses }: Held): OpenPulse | undefined => openPulse(pulses);

export const closedPulses = ({ pulses }: Held): readonly ClosedPulse[] =>
  pulses.filter((pulse): pulse is ClosedPulse => pulse.phase === 'closed');

/** Of how many an answer is awaited. */
export const presentOf = ({ roll, rules }: Held): number => attendance(roll, rules.quorum).present;

/** What was taken of one recommendation. */
export interface PulsePair {
  readonly motionId: MotionId;
  readonly number: number;
  readonly before: ClosedPulse | undefined;
  readonly after: ClosedPulse | undefined;
  /** The newer of the two. */
  readonly newest: ClosedPulse;
}

/** By number. */
export function pulsePairs(meeting: Held): readonly PulsePair[] {
  const closed = closedPulses(meeting);
  const ids = [...new Set(closed.map(({ motionId }) => motionId))];
  return ids
    .flatMap((motionId): PulsePair[] => {
      const of = closed.filter((one) => one.motionId === motionId);
      const newest = of.at(-1);
      if (!newest) return [];
      const [before, after] = [of.find(({ turn }) => turn === 'before'), of.find(({ turn }) => turn === 'after')];
      return [{ motionId, number: newest.number, before, after, newest }];
    })
    .toSorted((one, other) => one.number - other.number);
}

/** Whole percent of those who took part that said 支持; null where that is not told. */
export function supportShare(cells: Cells): number | null {
  if (cells.kind === 'none') return null;
  const all = cells.kind === 'two' ? cells.support + cells.others : cells.support + cells.reserve + cells.against;
  return all === 0 ? null : Math.round((cells.support * 100) / all);
}

/** By how many points the share of 支持 has moved; null where either is not told. */
export function shiftOf(before: Cells | undefined, after: Cells | undefined): number | null {
  const [was, is] = [before, after].map((cells) => (cells ? supportShare(cells) : null));
  return typeof was === 'number' && typeof is === 'number' ? is - was : null;
}
