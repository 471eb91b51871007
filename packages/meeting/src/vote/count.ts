// Knows how votes are counted and judged, with exact whole numbers; not when.
import type { PersonId } from '../ids.ts';
import { needed, type VoteRule } from '../rules.ts';
import type { Choice, NamedVote, Tally } from './types.ts';
import { voteOf, type Votes } from './votes.ts';

/** V8. The four buckets; their sum is the length of the roll. */
export function tallyOf(voterRoll: readonly PersonId[], votes: Votes): Tally {
  const choices = voterRoll.map((voter) => voteOf(votes, voter));
  const count = (choice: Choice): number => choices.filter((one) => one === choice).length;
  const [approve, oppose, abstain] = [count('approve'), count('oppose'), count('abstain')];
  return { approve, oppose, abstain, notPressed: voterRoll.length - approve - oppose - abstain };
}

export const namedVotes = (voterRoll: readonly PersonId[], votes: Votes): readonly NamedVote[] =>
  voterRoll.map((voter) => ({ voter, choice: voteOf(votes, voter) ?? 'notPressed' }));

export interface Verdict {
  readonly base: number;
  readonly needed: number;
  readonly passed: boolean;
}

/** V9. A tie fails; so does a vote nobody took part in. `eligible` is 应到, `present` the frozen roll. */
export function verdict(
  rule: VoteRule,
  tally: Tally,
  { eligible, present }: { readonly eligible: number; readonly present: number },
): Verdict {
  const { approve, oppose, abstain } = tally;
  const bases = { eligible, present, cast: approve + oppose + abstain, valid: approve + oppose };
  const base = bases[rule.base];
  if (rule.threshold.kind === 'consensus') return { base, needed: base, passed: approve > 0 && oppose === 0 };
  const least = needed(rule.threshold, base);
  return { base, needed: least, passed: approve >= least };
}
