// Runs some seeds one after the other; knows no threads.
import { runSeed } from './run.ts';
import { add, noSum, sumOf, type Sum } from './sum.ts';

export interface Stretch {
  readonly from: number;
  readonly count: number;
  /** Every how manyth seed is taken. */
  readonly stride: number;
  readonly steps: number;
}

export async function runSeeds({ from, count, stride, steps }: Stretch): Promise<Sum> {
  let sum = noSum;
  for (let place = 0; place < count; place += 1) sum = add(sum, sumOf(await runSeed(from + place * stride, steps)));
  return sum;
}
