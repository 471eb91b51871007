// Knows how a page looks out for a speech's cues by the server's time; not when one is due, nor what it looks or sounds like.
import type { Floor } from '@xieshang/meeting';
import { useEffect, useRef, useState } from 'react';
import { useServerClock } from '../../live/index.ts';
import { cueWatch, type Cue } from './cues.ts';

/** F11. Calls once for each cue of the floor that comes while this page is open. */
export function useCues(floor: Floor, warningsMs: readonly number[], onCue: (cue: Cue) => void): void {
  const now = useServerClock();
  const [watch] = useState(cueWatch);
  const call = useRef(onCue);
  useEffect(() => {
    call.current = onCue;
  });
  const warnings = warningsMs.join(' ');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const listed = warnings === '' ? [] : warnings.split(' ').map(Number);
    const look = (): void => {
      const { cue, again } = watch.look(floor, listed, now(), performance.now());
      if (again !== null) timer = setTimeout(look, again);
      if (cue) call.current(cue);
    };
    look();
    return () => clearTimeout(timer);
  }, [floor, warnings, now, watch]);
}
