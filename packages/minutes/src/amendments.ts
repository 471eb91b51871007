// Knows what became of the amendments that the minutes tell: those voted on, and those merged into what was voted on; not how it reads.
import type { Amendment, MotionId } from '@xieshang/meeting';
import type { Outcome } from './figures.ts';
import { motionsOf, roundsOf, type Held } from './sources.ts';

/** An amendment that was voted on, with the clause it amends. Its number is the clause's. */
export interface AmendmentOutcome extends Outcome {
  readonly clause: MotionId;
  readonly original: string;
}

/** In the order of the clauses, then of the votes. */
export function amendmentOutcomesOf(meeting: Held): readonly AmendmentOutcome[] {
  return motionsOf(meeting)
    .flatMap(([motionId]): AmendmentOutcome[] => {
      const rounds = roundsOf(meeting, motionId);
      const last = rounds.at(-1) ?? null;
      if (last?.result.paper.amends === undefined) return [];
      const { number, text, amends, original = '' } = last.result.paper;
      return [{ motionId, number, text, recommendation: undefined, rounds, last, clause: amends, original }];
    })
    .toSorted((one, other) => one.number - other.number || (one.last?.result.closedAt ?? 0) - (other.last?.result.closedAt ?? 0));
}

/** Those taken into a clause by the office, in the order they were proposed. */
export const mergedInto = ({ amendments }: Held, clause: MotionId): readonly Amendment[] =>
  Object.values(amendments)
    .filter(({ motionId, standing }) => motionId === clause && standing.phase === 'merged')
    .toSorted((one, other) => one.at - other.at);
