// Knows how fast one connection may send; not what it sends.

/** Commands a second in the long run, and at once after a pause. */
export interface Rates {
  readonly perSecond: number;
  readonly burst: number;
}

export const usualRates: Rates = { perSecond: 10, burst: 40 };
/** Of the declared bench profile: no client reaches them. */
export const benchRates: Rates = { perSecond: 1_000_000, burst: 1_000_000 };

/** A token bucket: ms to wait before the next is taken, 0 when it was taken now. */
export function pace(clock: () => number, { perSecond, burst }: Rates = usualRates): () => number {
  let tokens = burst;
  let last = clock();
  return () => {
    const now = clock();
    tokens = Math.min(burst, tokens + (Math.max(now - last, 0) * perSecond) / 1000);
    last = now;
    if (tokens < 1) return Math.ceil(((1 - tokens) * 1000) / perSecond);
    tokens -= 1;
    return 0;
  };
}
