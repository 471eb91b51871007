// Knows what a vote still to be counted needs in order to pass; the meeting's own arithmetic, nothing of its own.
import { needed, type VoteRule } from '@xieshang/meeting';

/** The least number of 赞成, or null while it depends on how many press. */
export function requiredApprovals(
  { base, threshold }: VoteRule,
  { eligible, present }: { readonly eligible: number; readonly present: number },
): number | null {
  if (threshold.kind === 'consensus' || base === 'cast' || base === 'valid') return null;
  return needed(threshold, base === 'eligible' ? eligible : present);
}
