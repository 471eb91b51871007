// Knows what every fault programme promises and answers; runs none of them.

export const programmeNames = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P8', 'P9', 'P10', 'P11', 'P12', 'P14', 'P15'] as const;
export type ProgrammeName = (typeof programmeNames)[number];

/** `short` fits into the unit tests; `full` is the size that figures are published for. */
export type Size = 'short' | 'full';

/** What went wrong, in one sentence, and the seed that shows it again; null where chance has no part in it. */
export interface Failure {
  readonly seed: number | null;
  readonly sentence: string;
}

export interface Outcome {
  /** Counts and milliseconds, flat, for one line of JSON: `lost`, `dup`, `gaps`, `forks`, `p95` where they apply. */
  readonly figures: Readonly<Record<string, number | string | boolean>>;
  /** Empty when the programme has passed. */
  readonly failures: readonly Failure[];
}

export interface Programme {
  readonly name: ProgrammeName;
  /** What is done to the product, in a few words. */
  readonly title: string;
  /** Begins with this seed and counts upwards, `seeds` times where chance is counted in seeds. Throws only for what is no finding: a machine that cannot run it at all. */
  run(size: Size, seed: number, seeds?: number): Promise<Outcome>;
  /** One seed once more, with more said about it; missing where chance has no part. */
  replay?(seed: number, say: (sentence: string) => void): Promise<Outcome>;
}

/** How a failing seed is named on the command line. */
export const seedName = (programme: ProgrammeName, seed: number): string => `${programme}:${seed}`;
