// Knows how fast one connection may send; not what it sends.

/** Commands a second in the long run, and at once after a pause. */
const perSecond = 10;
const burst = 40;

/** A token bucket: ms to wait before the next is taken, 0 when it was taken now. */
export function pace(clock: () => number): () => number {
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
