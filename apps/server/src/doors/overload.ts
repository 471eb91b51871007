// Knows whether the server is behind with its work, by its event loop and by what waits for the disk; not what is put off for it.

export interface Overload {
  /** ms after which new work that can wait may come again; 0 when it may come now. */
  readonly wait: () => number;
  /** Whether so much is under way that nothing more is taken, however urgent. */
  readonly isFull: () => boolean;
  /** Work that counts as under way until it is done. */
  follow<Result>(work: Promise<Result>): Promise<Result>;
  stop(): void;
}

export interface OverloadLimits {
  /** So late may a turn of the event loop be, ms. */
  readonly lagMs: number;
  /** So long may a command wait for its answer, ms: a disk that stalls shows here. */
  readonly ageMs: number;
  /** Commands under way at once, of all meetings. */
  readonly most: number;
}

export const overloadLimits: OverloadLimits = { lagMs: 200, ageMs: 1500, most: 5000 };

const lookEveryMs = 100;
/** What is put off comes again after this, ms. */
const comeAgainMs = 1000;

export function watchOverload(
  { lagMs, ageMs, most }: OverloadLimits = overloadLimits,
  steady: () => number = () => performance.now(),
): Overload {
  const began = new Map<symbol, number>();
  let looked = steady();
  let lag = 0;
  const timer = setInterval(() => {
    const now = steady();
    // One late turn is forgotten within a second.
    lag = Math.max(now - looked - lookEveryMs, lag / 2);
    looked = now;
  }, lookEveryMs);
  timer.unref();

  const oldest = (): number => {
    const [first] = began.values();
    return first === undefined ? 0 : steady() - first;
  };
  /** A turn that is still running is late already. */
  const isLate = (): boolean => Math.max(lag, steady() - looked - lookEveryMs) > lagMs;

  return {
    wait: () => (isLate() || oldest() > ageMs || began.size >= most ? comeAgainMs : 0),
    isFull: () => began.size >= most,
    follow: async (work) => {
      const key = Symbol('work');
      began.set(key, steady());
      try {
        return await work;
      } finally {
        began.delete(key);
      }
    },
    stop: () => clearInterval(timer),
  };
}

/** Never behind: for whoever has no use for it. */
export const noOverload: Overload = { wait: () => 0, isFull: () => false, follow: (work) => work, stop: () => undefined };
