// Knows how a page keeps the moments of a speech's cues by the server's time; not what a cue looks or sounds like.
import { spokenMs, type Floor, type RequestId } from '@xieshang/meeting';
import { useEffect, useRef } from 'react';
import { useServerClock } from '../../live/index.ts';
import { cueOwed, cuesOf, type Cue } from './cues.ts';

/** A long wait is looked at again so long before its end: a device's timers may run apart from the server's clock. */
const lookAgainMs = 2000;

/** F11. Calls once for each cue of the floor that comes while this page is open. */
export function useCues(floor: Floor, warningsMs: readonly number[], onCue: (cue: Cue) => void): void {
  const now = useServerClock();
  const call = useRef(onCue);
  useEffect(() => {
    call.current = onCue;
  });
  const warnings = warningsMs.join(' ');
  /** How much of which speech was left when it was last looked at: what has been called for lies above that. */
  const known = useRef<{ readonly requestId: RequestId; readonly leftMs: number } | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const listed = warnings === '' ? [] : warnings.split(' ').map(Number);
    if (floor.phase !== 'speaking') return undefined;
    const { requestId } = floor.request;
    const owed = known.current?.requestId === requestId ? cueOwed(floor, listed, known.current.leftMs, now()) : undefined;
    known.current = { requestId, leftMs: floor.limitMs - spokenMs(floor, now()) };
    if (owed) call.current(owed);
    const wait = (after: number): void => {
      const next = cuesOf(floor, listed, after)[0];
      if (!next) return;
      const left = next.at - now();
      if (left > 2 * lookAgainMs) timer = setTimeout(() => wait(after), left - lookAgainMs);
      else
        timer = setTimeout(
          () => {
            known.current = { requestId, leftMs: next.leftMs };
            call.current(next);
            wait(next.at);
          },
          Math.max(0, left),
        );
    };
    wait(now());
    return () => clearTimeout(timer);
  }, [floor, warnings, now]);
}
