// Knows where in the state of a meeting a fact's matter stands; neither its words nor its place in the minutes.
import type { Instant, Meeting, Motion, MotionId, PersonId, RequestId, Result, SpeechKind } from '@xieshang/meeting';

/** A meeting that has been convened. */
export type Held = Exclude<Meeting, { readonly phase: 'notConvened' }>;

/** What was said, or is being said. */
export interface Heard {
  readonly requestId: RequestId;
  readonly person: PersonId;
  readonly kind: SpeechKind;
  readonly topic: string;
  readonly from: Instant;
  /** Null while it goes on. */
  readonly to: Instant | null;
}

export function heard({ queue }: Held, requestId: RequestId): Heard | null {
  const { floor } = queue;
  if (floor.phase !== 'empty' && floor.request.requestId === requestId) return { ...floor.request, from: floor.from, to: null };
  return queue.speeches.find((speech) => speech.requestId === requestId) ?? null;
}

export interface Round {
  readonly round: number;
  readonly result: Result;
  /** Somebody objected when it was to pass by acclamation, so it was counted. */
  readonly afterObjection: boolean;
  /** Voted on again later. */
  readonly repeated: boolean;
}

/**
 * The rounds that have a result, in order. Rounds are numbered on without a gap, but for one: an acclamation that was objected to
 * counts as the first round and has no result, and none follows a result.
 */
export function roundsOf(motion: Motion): readonly Round[] {
  const { earlier } = motion;
  const results = motion.phase === 'closed' || motion.phase === 'announced' ? [...earlier, motion.result] : earlier;
  const first = motion.round - earlier.length;
  return results.map((result, place) => ({
    round: first + place,
    result,
    afterObjection: place === 0 && first > 1,
    repeated: place < results.length - 1,
  }));
}

export const motionsOf = ({ motions }: Held): readonly (readonly [MotionId, Motion])[] => Object.entries(motions) as [MotionId, Motion][];

export const motionOf = ({ motions }: Held, motionId: MotionId): Motion | undefined =>
  Object.hasOwn(motions, motionId) ? motions[motionId] : undefined;
