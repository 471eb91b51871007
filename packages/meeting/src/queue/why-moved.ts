// Knows how an entry came to stand elsewhere between two orders, as what can be told to whoever waits; not the sentence.
import type { PersonId, RequestId } from '../ids.ts';
import type { Roll } from '../roll.ts';
import { setsBefore, turnOrder, type Criterion, type Turn, type TurnGroup } from './turn-order.ts';
import type { Queue } from './types.ts';

export type MoveCause =
  /** Those before have the floor, or left the list. */
  | { readonly type: 'aheadGone'; readonly count: number }
  /** The moderator placed it. */
  | { readonly type: 'placed' }
  /** The moderator skipped it. */
  | { readonly type: 'skipped' }
  /** Somebody stands before it now who did not; `ahead` where the fair order did it. */
  | { readonly type: 'overtaken'; readonly by: PersonId; readonly group: TurnGroup; readonly ahead: Criterion | null }
  /** It passed somebody in its turn. */
  | { readonly type: 'passed'; readonly person: PersonId };

export interface Moved {
  /** From 1. */
  readonly from: number;
  readonly to: number;
  readonly cause: MoveCause;
}

/** Q13. Why an entry stands elsewhere than before; null while it stands where it stood, or did not wait both times. */
export function whyMoved(before: readonly Turn[], queue: Queue, roll: Roll, requestId: RequestId): Moved | null {
  const after = turnOrder(queue, roll);
  const [from, to] = [before, after].map((turns) => turns.findIndex(({ request }) => request.requestId === requestId));
  const [was, is] = [before[from ?? -1], after[to ?? -1]];
  if (from === undefined || to === undefined || !was || !is || from === to) return null;
  const moved = { from: from + 1, to: to + 1 };
  const isPlaced = is.request.moved?.nth !== was.request.moved?.nth;
  if (isPlaced) return { ...moved, cause: { type: is.request.behind ? 'skipped' : 'placed' } };
  const aheadBefore = new Set(before.slice(0, from).map(({ request }) => request.requestId));
  if (to > from) {
    const passer = after.slice(0, to).findLast(({ request }) => !aheadBefore.has(request.requestId));
    if (!passer) return null;
    const ahead = setsBefore(queue, roll, passer, is);
    return { ...moved, cause: { type: 'overtaken', by: passer.request.person, group: passer.group, ahead } };
  }
  const waiting = new Set(after.map(({ request }) => request.requestId));
  const count = [...aheadBefore].filter((id) => !waiting.has(id)).length;
  if (count > 0) return { ...moved, cause: { type: 'aheadGone', count } };
  const passed = after.slice(to).find(({ request }) => aheadBefore.has(request.requestId));
  return passed ? { ...moved, cause: { type: 'passed', person: passed.request.person } } : null;
}
