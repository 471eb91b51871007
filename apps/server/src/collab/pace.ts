// Knows how fast something may come; not what it is.

export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** A token bucket: false when `amount` is more than is left now. */
export function pace(clock: () => number, { burst, perSecond }: Rate): (amount?: number) => boolean {
  let left = burst;
  let last = clock();
  return (amount = 1) => {
    const now = clock();
    left = Math.min(burst, left + (Math.max(now - last, 0) * perSecond) / 1000);
    last = now;
    if (left < amount) return false;
    left -= amount;
    return true;
  };
}

export interface Teller {
  /** There is something new to tell: told now when nothing was lately, otherwise together with what comes until its time. */
  due(): void;
  stop(): void;
}

/** Tells at most once in `everyMs`, the first at once, and always the newest. */
export function teller(everyMs: number, clock: () => number, tell: () => void): Teller {
  let last = -Infinity;
  let timer: NodeJS.Timeout | undefined;
  const now = (): void => {
    timer = undefined;
    last = clock();
    tell();
  };
  return {
    due: () => {
      if (timer) return;
      const wait = last + everyMs - clock();
      if (wait <= 0) now();
      // A clock that was set back must not hold anything up.
      else timer = setTimeout(now, Math.min(wait, everyMs));
    },
    stop: () => clearTimeout(timer),
  };
}
