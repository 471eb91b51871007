// Knows where in the state of a meeting a fact's matter stands; neither its words nor its place in the minutes.
import { begun, resultsOf } from '@xieshang/meeting';
import type {
  Instant,
  Meeting,
  Motion,
  MotionId,
  PersonId,
  Round as PutRound,
  RequestId,
  Reservation,
  Result,
  SpeechKind,
} from '@xieshang/meeting';

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
  const running = begun(queue.floor).find(({ request }) => request.requestId === requestId);
  if (running) return { ...running.request, from: running.from, to: null };
  return queue.speeches.find((speech) => speech.requestId === requestId) ?? null;
}

/** A round that has a result. */
export interface Round extends Pick<PutRound, 'openedBy' | 'openedAt' | 'scrutineers' | 'confirmations'> {
  readonly round: number;
  readonly result: Result;
  /** Why it was a repeat; null of a first one. */
  readonly reason: string | null;
  /** Somebody objected when it was to pass by acclamation, so it was counted. */
  readonly afterObjection: boolean;
  /** Voted on again later. */
  readonly repeated: boolean;
  /** 声明保留, in the order they were declared. */
  readonly reservations: readonly Reservation[];
}

/** The rounds that have a result, in order: neither those objected to nor those voided. */
export function roundsOf({ motions, rounds, reservations }: Held, motionId: MotionId): readonly Round[] {
  const put = (Object.hasOwn(rounds, motionId) ? rounds[motionId] : undefined) ?? [];
  const decided = put.filter(({ end }) => end.as === 'decided');
  const results = resultsOf(Object.hasOwn(motions, motionId) ? motions[motionId] : undefined);
  const declared = (Object.hasOwn(reservations, motionId) ? reservations[motionId] : undefined) ?? [];
  return results.flatMap((result, place): Round[] => {
    const one = decided[place];
    if (!one) return [];
    const { round, openedBy, openedAt, scrutineers, reason, confirmations } = one;
    const before = put.filter((other) => other.round < round && other.end.as !== 'voided').at(-1);
    return [
      {
        ...{ round, result, openedBy, openedAt, scrutineers, reason, confirmations },
        afterObjection: before?.end.as === 'objected',
        repeated: place < results.length - 1,
        reservations: declared.filter((each) => each.round === round),
      },
    ];
  });
}

export interface VoidedRound extends Pick<PutRound, 'round' | 'form' | 'openedBy' | 'openedAt'> {
  readonly end: Extract<PutRound['end'], { readonly as: 'voided' }>;
}

/** V21. Rounds in which nothing was counted. */
export const voidedRoundsOf = ({ rounds }: Held, motionId: MotionId): readonly VoidedRound[] =>
  ((Object.hasOwn(rounds, motionId) ? rounds[motionId] : undefined) ?? []).flatMap(({ end, ...round }) =>
    end.as === 'voided' ? [{ ...round, end }] : [],
  );

export const motionsOf = ({ motions }: Held): readonly (readonly [MotionId, Motion])[] => Object.entries(motions) as [MotionId, Motion][];
