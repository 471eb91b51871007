// Knows how many measurements become a few figures; not what was measured.

/** In ms to a tenth. `p95`: 95 in 100 were no slower. */
export interface Spread {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** The figures of the samples by nearest rank, so that each is one that occurred; null without a sample. */
export function spreadOf(samples: readonly number[]): Spread | null {
  const ordered = samples.toSorted((a, b) => a - b);
  const rank = (hundredths: number): number => tenth(ordered[Math.max(Math.ceil((ordered.length * hundredths) / 100) - 1, 0)] ?? 0);
  return ordered.length === 0 ? null : { count: ordered.length, p50: rank(50), p95: rank(95), p99: rank(99), max: rank(100) };
}

export const tenth = (ms: number): number => Math.round(ms * 10) / 10;
