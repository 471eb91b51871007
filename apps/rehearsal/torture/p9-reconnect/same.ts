// Judges whether a replica is what the server has: nothing left out, nothing applied twice, one state. Opens no line.
import { createHash } from 'node:crypto';

/** What came over the lines of one client, as far as the judgement needs it. */
export interface Lines {
  readonly delivered: ReadonlyMap<number, number>;
  /** Up to where the first snapshot reached. */
  readonly from: number;
  readonly to: number;
}

/** Numbers between the first snapshot and the end that never came. */
export function gapsOf({ delivered, from, to }: Lines): number {
  let gaps = 0;
  for (let seq = from + 1; seq <= to; seq += 1) if (!delivered.has(seq)) gaps += 1;
  return gaps;
}

/** Deliveries beyond the first of each number. Harmless, since a replica drops them; counted, since they are work for nothing. */
export const repeatsOf = ({ delivered }: Lines): number => [...delivered.values()].reduce((sum, times) => sum + times - 1, 0);

/** Equal for equal states, however their keys are ordered. */
export const hashOf = (state: unknown): string => createHash('sha256').update(JSON.stringify(state, ordered)).digest('hex');

function ordered(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
