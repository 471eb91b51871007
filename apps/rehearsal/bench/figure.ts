// Knows how one measured line of a goal is told, by every benchmark alike; measures nothing.

/** `atMost`/`atLeast`: what the goal of reference/performance.md §4 (or the issue) asks of `judged`. */
export type Limit = { readonly atMost: number } | { readonly atLeast: number };

export interface Figure {
  /** `R1` … `R7`, `C1` … `C11`, `B1` … for the browser. */
  readonly goal: string;
  /** What was measured and at which size, in Chinese: it stands in docs/figures.md. */
  readonly measure: string;
  readonly unit: string;
  /** Medians over the rounds; null where a goal has no floor or no peer. */
  readonly floor: number | null;
  readonly peer: { readonly name: string; readonly value: number } | null;
  readonly ours: number;
  /** With the admission gate off, where it was measured: the price of the gate. */
  readonly gateOff?: number;
  /** What is held against the limit: the median of the rounds' ratios to the floor, or `ours` itself. */
  readonly judged: number;
  readonly limit: Limit;
  readonly rounds: number;
  /** Why it falls short, or what must be known to read it. */
  readonly note?: string;
}

export const isMet = ({ judged, limit }: Figure): boolean => ('atMost' in limit ? judged <= limit.atMost : judged >= limit.atLeast);

/** The one line by which a benchmark ends on standard output. */
export const writeFigures = (bench: string, figures: readonly Figure[]): void =>
  void process.stdout.write(`${JSON.stringify({ bench, figures: figures.map((figure) => ({ ...figure, met: isMet(figure) })) })}\n`);
