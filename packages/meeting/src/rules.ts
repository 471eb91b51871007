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

/** What the floor is given for. 情况通报 · 重点发言 · 自由发言 · 追问 · 插话 · 部门回应 · 程序性发言 */
export const floorKinds = [
  'briefing',
  'keynoteSpeech',
  'openFloorSpeech',
  'followUpQuestion',
  'interjection',
  'departmentResponse',
  'pointOfOrder',
] as const;
export type FloorKind = (typeof floorKinds)[number];

/** What stands in the record as said: 书面发言 too, which is handed in without the floor. */
export const speechKinds = [...floorKinds, 'writtenSpeech'] as const;
export type SpeechKind = (typeof speechKinds)[number];

/** What a point of order is about. 会议程序 · 表决程序 · 发言时间 · 会场秩序 */
export const orderMatters = ['proceedings', 'voting', 'time', 'conduct'] as const;
export type OrderMatter = (typeof orderMatters)[number];

/** Defaults of the committee, frozen when the meeting is convened. All times in ms. */
export interface Rules {
  readonly quorum: Threshold;
  readonly vote: VoteRule;
  readonly votingMs: number;
  readonly objectionMs: number;
  /** A point of order may go unnamed, as in older meetings: then it has the time of an interjection. */
  readonly speechMs: Readonly<Record<Exclude<FloorKind, 'pointOfOrder'>, number>> & { readonly pointOfOrder?: number | undefined };
  /** Before the limit, in ms, longest first: when a speaker is warned. */
  readonly warningsMs: readonly number[];
  /** M12. How long an issue waits for a speaker who does not answer; in older meetings nobody has set it. */
  readonly confirmationMs?: number | undefined;
  /** F11. How a speaker is warned, beside word and colour; where nobody says so, both. */
  readonly cues?: { readonly sound: 'on' | 'off'; readonly vibration: 'on' | 'off' } | undefined;
  /** F12. How long a speaker online may be without a line before the clock stands for them, ms; left out: it never does. */
  readonly lease?: { readonly graceMs: number } | undefined;
  /** Q3. How many requests one may have on the list; in older meetings, and where nobody says so, one. */
  readonly waitingEntries?: 'one' | 'several' | undefined;
  /** 二次确认: whether a ballot asks once more before it is sent; left out: once. */
  readonly ballotConfirm?: 'once' | 'twice' | undefined;
  /** V17. How long after the countdown a vote closed by the clock waits for those who reconnect; left out: not at all. */
  readonly graceMs?: number | undefined;
  /** V41. With fewer voters than this a secret vote has to be accepted by the moderator. */
  readonly leastBallots?: number | undefined;
  /** V23. Left out: everybody has one vote. */
  readonly weights?: 'equal' | 'weighted' | undefined;
  /** V24. How many proxies one member may hold; left out: nobody votes for another. */
  readonly proxies?: { readonly most: number } | undefined;
}

/** The time a kind has where its stage says nothing, ms. */
export const speechMsOf = ({ speechMs }: Rules, kind: FloorKind): number =>
  kind === 'pointOfOrder' ? (speechMs.pointOfOrder ?? speechMs.interjection) : speechMs[kind];

/** V1. The least whole number of votes (or people) that reaches the threshold of `base`; exact integers only. */
export function needed(threshold: Threshold, base: number): number {
  if (threshold.kind === 'consensus') return Math.max(base, 1);
  const { kind, parts, of } = threshold;
  const rest = (base * parts) % of;
  const whole = (base * parts - rest) / of;
  if (kind === 'moreThan') return whole + 1;
  return Math.max(rest > 0 ? whole + 1 : whole, 1);
}

/** C2, V14. Whether anything could reach the threshold, and not everything does. */
export const isPossible = (threshold: Threshold): boolean => {
  if (threshold.kind === 'consensus') return true;
  const { kind, parts, of } = threshold;
  return parts > 0 && of > 0 && (kind === 'moreThan' ? parts < of : parts <= of);
};

/** Whether two rules judge every vote alike. */
export const sameRule = (one: VoteRule, other: VoteRule): boolean =>
  one.base === other.base && sameThreshold(one.threshold, other.threshold);

const sameThreshold = (one: Threshold, other: Threshold): boolean =>
  one.kind === 'consensus' || other.kind === 'consensus'
    ? one.kind === other.kind
    : one.kind === other.kind && one.parts === other.parts && one.of === other.of;
