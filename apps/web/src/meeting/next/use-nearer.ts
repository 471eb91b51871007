// Knows how a page notices that a person's turn has come nearer; not how that is told.
import { cameNearer, upNextOf, type Nearness, type PersonId, type RequestId, type UpNext } from '@xieshang/meeting';
import { useEffect, useRef } from 'react';
import type { Held } from '../shared/held.ts';

/** Q21. Calls once for each step nearer that comes while this page is open; what stood when it was opened is told to nobody. */
export function useNearer({ queue, roll }: Pick<Held, 'queue' | 'roll'>, person: PersonId, onNearer: (nearness: Nearness) => void): void {
  const call = useRef(onNearer);
  useEffect(() => {
    call.current = onNearer;
  });
  const looked = useRef<{ readonly near: UpNext | null; readonly waited: ReadonlySet<RequestId> } | null>(null);
  useEffect(() => {
    const before = looked.current;
    const near = upNextOf(queue, roll, person);
    looked.current = { near, waited: new Set(queue.waiting.map(({ requestId }) => requestId)) };
    if (!before || !near) return;
    const told = cameNearer(before.near, near, person, before.waited.has(near.requestId));
    if (told) call.current(told);
  }, [queue, roll, person]);
}
