// Knows how much of a stage's planned time is used and what those who wait would need; not what is done about it.
import { stageSpentMs } from '../agenda.ts';
import type { Instant } from '../envelope.ts';
import type { InSession } from '../meeting.ts';
import { spokenMs } from './floor.ts';
import { begun } from './on-floor.ts';
import { turnOrder } from './turn-order.ts';
import type { Floor } from './types.ts';

export interface StageBudget {
  /** As planned, or as revised since (G9), ms. */
  readonly plannedMs: number;
  /** Since the stage was entered, each time it was, without breaks of the meeting, ms. */
  readonly usedMs: number;
  /** Below zero: so much over. */
  readonly leftMs: number;
  /** How many wait who can be called, and what they and the running speech would need to their limits. */
  readonly waiting: number;
  readonly neededMs: number;
}

/** What those who have begun may still speak, what was interrupted too, ms. */
export const leftOf = (floor: Floor, now: Instant): number =>
  begun(floor).reduce((sum, one) => sum + Math.max(0, one.limitMs - spokenMs(one, now)), 0);

/** Q18. At `now`; null for a stage that is not in the agenda. */
export function stageBudget({ agenda, stageId, queue, roll }: InSession, now: Instant): StageBudget | null {
  const stage = agenda.stages.find((one) => one.stageId === stageId);
  if (!stage) return null;
  const usedMs = stageSpentMs(agenda, stageId, now);
  const plannedMs = stage.minutes * 60_000;
  const callable = turnOrder(queue, roll).filter(({ group }) => group !== 'awaited' && group !== 'passedOver');
  const running = leftOf(queue.floor, now);
  const neededMs = callable.reduce((sum, { request }) => sum + request.limitMs, running);
  return { plannedMs, usedMs, leftMs: plannedMs - usedMs, waiting: callable.length, neededMs };
}
