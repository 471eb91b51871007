// Knows whether this tab only reads a meeting's minutes, by its owner's own wish; not whether they may write.
import { useCallback, useState } from 'react';

const key = (meeting: string): string => `xieshang.minutes-reading-only ${meeting}`;

function read(meeting: string): boolean {
  try {
    return sessionStorage.getItem(key(meeting)) !== null;
  } catch {
    return false;
  }
}

/** Lasts as long as the tab. Where the browser keeps nothing, as long as the page. */
export function useReadingOnly(meeting: string): readonly [boolean, (only: boolean) => void] {
  const [only, setOnly] = useState(() => read(meeting));
  const set = useCallback(
    (next: boolean) => {
      setOnly(next);
      try {
        if (next) sessionStorage.setItem(key(meeting), '1');
        else sessionStorage.removeItem(key(meeting));
      } catch {
        // It holds for this page all the same.
      }
    },
    [meeting],
  );
  return [only, set];
}
