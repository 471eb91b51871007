// Knows how votes are counted and judged, with exact whole numbers; not when.
import type { PersonId } from '../ids.ts';
import { lookUp } from '../record.ts';
import type { Refusal } from '../refusal.ts';
import { needed, type VoteRule } from '../rules.ts';
import type { SealedCount } from './secret/types.ts';
import type { Choice, Count, Counts, NamedVote, OpenVote, SealedMotion, Tally, Weights } from './types.ts';
import { enteredFor, standingVote, voteOf } from './votes.ts';
import type { MotionId } from '../ids.ts';

/** V8, V23. The votes of those persons, one each where nothing else is said. */
export const votesHeld = (persons: readonly PersonId[], weights: Weights): number =>
  persons.reduce((sum, person) => sum + (lookUp(weights, person) ?? 1), 0);

/** V8. The four buckets; their sum is the votes of the roll. */
export function tallyOf(voterRoll: readonly PersonId[], choiceOf: (voter: PersonId) => Choice | undefined, weights: Weights = {}): Tally {
  const tally = { approve: 0, oppose: 0, abstain: 0, notPressed: 0 };
  for (const voter of voterRoll) tally[choiceOf(voter) ?? 'notPressed'] += lookUp(weights, voter) ?? 1;
  return tally;
}

export interface Counted {
  readonly tally: Tally;
  readonly spoilt: number;
  /** Empty unless the vote is by name. */
  readonly votes: readonly NamedVote[];
  readonly countedBy: readonly PersonId[];
}

/** V8, V15, V18, V44. What an open vote comes to, by its form; no when it cannot be counted yet. `sealed`: what was in the ballots of a secret one. */
export function countOf(
  motion: OpenVote | SealedMotion,
  motionId: MotionId,
  sealed?: SealedCount,
): { readonly ok: true; readonly counted: Counted } | { readonly ok: false; readonly refusal: Refusal } {
  const { voterRoll, weights } = motion;
  switch (motion.form) {
    case 'named':
    case 'unnamed':
      return { ok: true, counted: ofKeys(motion, motion.form === 'named') };
    case 'showOfHands':
      return motion.counting === 'byName'
        ? { ok: true, counted: ofKeys(motion, true) }
        : ofCounts(motion.counts, motionId, voterRoll, weights);
    case 'paper':
      return ofCounts(motion.counts, motionId, voterRoll, weights);
    case 'secret':
      return sealed
        ? { ok: true, counted: ofSealed(sealed, motionId, voterRoll) }
        : { ok: false, refusal: { type: 'BallotsNotCounted', voteId: motion.voteId } };
  }
}

/** V44. One vote each: where ballots are sealed there are neither weights nor proxies. */
function ofSealed({ tallies, spoilt }: SealedCount, motionId: MotionId, voterRoll: readonly PersonId[]): Counted {
  const { approve, oppose, abstain } = lookUp(tallies, motionId) ?? { approve: 0, oppose: 0, abstain: 0 };
  const notPressed = voterRoll.length - approve - oppose - abstain;
  return { tally: { approve, oppose, abstain, notPressed }, spoilt, votes: [], countedBy: [] };
}

function ofKeys(motion: OpenVote, byName: boolean): Counted {
  const { voterRoll, weights } = motion;
  const tally = tallyOf(voterRoll, (voter) => standingVote(motion, voter), weights);
  return { tally, spoilt: 0, votes: byName ? voterRoll.map((voter) => namedVote(motion, voter)) : [], countedBy: [] };
}

function namedVote(motion: OpenVote, voter: PersonId): NamedVote {
  const choice = standingVote(motion, voter) ?? 'notPressed';
  const pressed = 'votes' in motion && voteOf(motion.votes, voter) !== undefined;
  const entered = !pressed && 'entered' in motion ? enteredFor(motion.entered, voter) : undefined;
  const holder = lookUp(motion.proxies, voter);
  return { voter, choice, ...(entered && { enteredBy: entered.by }), ...(holder !== undefined && { holder }) };
}

/** V18. Two officers at least, and what they entered last agrees. */
function ofCounts(counts: Counts, motionId: MotionId, voterRoll: readonly PersonId[], weights: Weights): ReturnType<typeof countOf> {
  const entries = Object.entries(counts) as [PersonId, Count][];
  const [first, ...others] = entries;
  if (!first || others.length === 0) return { ok: false, refusal: { type: 'CountNotConfirmed', motionId } };
  if (others.some(([, count]) => !sameCount(count, first[1]))) return { ok: false, refusal: { type: 'CountsDiffer', motionId } };
  const { approve, oppose, abstain, spoilt } = first[1];
  const notPressed = votesHeld(voterRoll, weights) - approve - oppose - abstain;
  return {
    ok: true,
    counted: { tally: { approve, oppose, abstain, notPressed }, spoilt, votes: [], countedBy: entries.map(([officer]) => officer) },
  };
}

export const sameCount = (one: Count, other: Count): boolean =>
  one.approve === other.approve && one.oppose === other.oppose && one.abstain === other.abstain && one.spoilt === other.spoilt;

export interface Verdict {
  readonly base: number;
  readonly needed: number;
  readonly passed: boolean;
}

/** V9. Whether the threshold is reached. A tie fails; so does a vote nobody took part in. `eligible` is 应到, `present` the frozen roll. */
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
