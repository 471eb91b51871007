// Knows how the numbers of the practice are written down (law 8); holds none of them itself.

/** A share of a base: `moreThan 1 of 2`, `atLeast 2 of 3`; `consensus` is nobody opposed and somebody in favour. */
export type Threshold =
  | { readonly kind: 'moreThan' | 'atLeast'; readonly parts: number; readonly of: number }
  | { readonly kind: 'consensus' };

/** What the share is taken of: 应到, 实到, 投票 (three keys), 有效 (for and against). */
export type VoteBase = 'eligible' | 'present' | 'cast' | 'valid';

/** V1. The base and the threshold a motion is decided by. */
export interface VoteRule {
  readonly base: VoteBase;
  readonly threshold: Threshold;
}

export const speechKinds = [
  'briefing',
  'keynoteSpeech',
  'openFloorSpeech',
  'followUpQuestion',
  'interjection',
  'departmentResponse',
] as const;
export type SpeechKind = (typeof speechKinds)[number];

/** Defaults of the committee, frozen when the meeting is convened. All times in ms. */
export interface Rules {
  readonly quorum: Threshold;
  readonly vote: VoteRule;
  readonly votingMs: number;
  readonly objectionMs: number;
  readonly speechMs: Readonly<Record<SpeechKind, number>>;
  /** Before the limit, in ms, longest first: when a speaker is warned. */
  readonly warningsMs: readonly number[];
}

/** V1. The least whole number of votes (or people) that reaches the threshold of `base`; exact integers only. */
export function needed(threshold: Threshold, base: number): number {
  if (threshold.kind === 'consensus') return Math.max(base, 1);
  const { kind, parts, of } = threshold;
  const whole = Math.floor((base * parts) / of);
  if (kind === 'moreThan') return whole + 1;
  return Math.max(Math.ceil((base * parts) / of), 1);
}
