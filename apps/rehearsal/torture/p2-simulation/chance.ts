// All chance of a simulation, from one seed; knows nothing of what it decides.

export interface Chance {
  /** A whole number from 0, below `count`. */
  below(count: number): number;
  /** Whether something happens that happens `part` times in `of`. */
  happens(part: number, of: number): boolean;
  pick<One>(ones: readonly One[]): One | undefined;
}

/** Each seed its own sequence: a 32-bit counter, well mixed (a Weyl step and a finaliser of two multiplications). */
export function chanceFrom(seed: number): Chance {
  let counter = Math.imul(seed, 0x9e3779b9) ^ 0x5bd1e995;
  const next = (): number => {
    counter = (counter + 0x6d2b79f5) | 0;
    let mixed = Math.imul(counter ^ (counter >>> 15), 0x2c1b3c6d);
    mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  const below = (count: number): number => Math.floor((next() / 0x1_0000_0000) * count);
  return { below, happens: (part, of) => below(of) < part, pick: (ones) => ones[below(ones.length)] };
}
