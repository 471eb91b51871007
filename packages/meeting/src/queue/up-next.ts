// Knows who comes next and who right after; not how they are told.
import type { PersonId, RequestId } from '../ids.ts';
import type { Roll } from '../roll.ts';
import { onFloor } from './on-floor.ts';
import { canBeCalled, turnOrder, type Turn } from './turn-order.ts';
import type { Queue } from './types.ts';

/** 下一位 · 再下一位 */
export type Nearness = 'next' | 'afterNext';

export interface UpNext {
  readonly requestId: RequestId;
  readonly nearness: Nearness;
  /** Who put the entry on the list: the person, or the office. */
  readonly enteredBy: PersonId;
}

/** Q10. All who can be given the floor, in the order they are suggested in. */
export const callableTurns = (queue: Queue, roll: Roll): readonly Turn[] =>
  turnOrder(queue, roll).filter(({ request }) => canBeCalled(roll, request.person));

/** Q21. How near to the floor a person stands; null for all who come later, do not wait or have begun to speak. */
export function upNextOf(queue: Queue, roll: Roll, person: PersonId): UpNext | null {
  if (onFloor(queue.floor).some((request) => request.person === person)) return null;
  const near = callableTurns(queue, roll).slice(0, 2);
  const place = near.findIndex(({ request }) => request.person === person);
  const turn = near[place];
  if (!turn) return null;
  const { requestId, enteredBy } = turn.request;
  return { requestId, nearness: place === 0 ? 'next' : 'afterNext', enteredBy };
}

/**
 * Q21. What a person is told when they stand otherwise than when last looked at: that they have come nearer; null where they have
 * not, or know it because they have just asked themselves.
 */
export function cameNearer(before: UpNext | null, now: UpNext | null, person: PersonId, waitedBefore: boolean): Nearness | null {
  if (!now || before?.nearness === 'next' || before?.nearness === now.nearness) return null;
  return !waitedBefore && now.enteredBy === person ? null : now.nearness;
}
