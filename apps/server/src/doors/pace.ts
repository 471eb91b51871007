// Knows how fast something may come, from one connection or from one person over all of theirs; not what it is.

export interface Rate {
  /** At once, after a pause. */
  readonly burst: number;
  /** In the long run. */
  readonly perSecond: number;
}

/** ms to wait before it is taken, 0 when it was taken now. */
export type Pace = (amount?: number) => number;

/** A token bucket. */
export function pace(clock: () => number, { burst, perSecond }: Rate): Pace {
  let tokens = burst;
  let last = clock();
  return (amount = 1) => {
    const now = clock();
    tokens = Math.min(burst, tokens + (Math.max(now - last, 0) * perSecond) / 1000);
    last = now;
    if (tokens < amount) return Math.ceil(((amount - tokens) * 1000) / perSecond);
    tokens -= amount;
    return 0;
  };
}

/** Names remembered at once; of those beyond, the one that came first begins anew. */
const mostNames = 10_000;

/** A bucket for each name; it outlives the name's connections, so that coming again wins nothing. */
export function paceOfEach(clock: () => number, rate: Rate): (name: string) => Pace {
  const known = new Map<string, Pace>();
  return (name) => {
    const found = known.get(name);
    if (found) return found;
    const made = pace(clock, rate);
    known.set(name, made);
    if (known.size > mostNames) known.delete(known.keys().next().value ?? '');
    return made;
  };
}
