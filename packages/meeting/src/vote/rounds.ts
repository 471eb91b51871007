// Knows every round in which a motion was put: who presided, in which form, how it ended; not what was counted.
import type { Instant } from '../envelope.ts';
import type { MotionId, PersonId } from '../ids.ts';
import { lookUp } from '../record.ts';
import type { MotionsEvent } from './events.ts';
import type { VoidReason } from './secret/types.ts';
import type { VoteForm } from './terms.ts';
import type { Motions, Paper } from './types.ts';

/** How a round stands: open, counted or passed by acclamation, stopped by an objection, voided with what was put in it. */
export type RoundEnd =
  | { readonly as: 'open' }
  | { readonly as: 'decided'; readonly at: Instant }
  | { readonly as: 'objected'; readonly at: Instant; readonly objector: PersonId }
  | {
      readonly as: 'voided';
      readonly at: Instant;
      readonly by: PersonId;
      readonly reason: string;
      readonly rule: VoidReason | null;
      readonly paper: Paper;
    };

export interface Round {
  /** From 1, whatever form each had. */
  readonly round: number;
  readonly form: VoteForm | 'acclamation';
  /** Who presided. */
  readonly openedBy: PersonId;
  readonly openedAt: Instant;
  /** Why the vote was repeated; null of a first one. */
  readonly reason: string | null;
  /** V22. Who watched: while a vote is open nobody else may be named. */
  readonly scrutineers: readonly PersonId[];
  readonly end: RoundEnd;
  /** V22. Scrutineers and when each confirmed the count. */
  readonly confirmations: readonly { readonly person: PersonId; readonly at: Instant }[];
}

/** By motion, in order. The `decided` ones and the results of a motion are the same, one by one. */
export type Rounds = Readonly<Record<MotionId, readonly Round[]>>;

type Recorded = MotionsEvent & { readonly by: PersonId; readonly at: Instant };

interface Before {
  readonly motions: Motions;
  readonly scrutineers: readonly PersonId[];
}

/** V2, V21, V22. `motions` and `scrutineers` as they stood before the fact. */
export function evolveRounds(rounds: Rounds, event: Recorded, { motions, scrutineers }: Before): Rounds {
  const { by, at } = event;
  switch (event.type) {
    case 'VotingOpened': {
      const { motions, terms, reason = null } = event.payload;
      return begun(rounds, motions, { form: terms?.form ?? 'named', openedBy: by, openedAt: at, reason, scrutineers });
    }
    case 'AcclamationOpened':
      return begun(rounds, event.payload.motions, { form: 'acclamation', openedBy: by, openedAt: at, reason: null, scrutineers });
    case 'ObjectionRaised':
      return ended(rounds, [event.payload.motionId], () => ({ as: 'objected', at, objector: event.payload.objector }));
    case 'AcclamationClosed':
      return ended(rounds, event.payload.motionIds, () => ({ as: 'decided', at }));
    case 'VotingClosed': {
      const motionIds = event.payload.motions.map(({ motionId }) => motionId);
      return ended(rounds, motionIds, () => ({ as: 'decided', at }));
    }
    case 'VotingVoided': {
      const { motionIds, reason, rule = null } = event.payload;
      return ended(rounds, motionIds, (motionId) => {
        const motion = lookUp(motions, motionId);
        return motion && 'paper' in motion ? { as: 'voided', at, by, reason, rule, paper: motion.paper } : undefined;
      });
    }
    case 'CountConfirmed':
      return latest(rounds, event.payload.motionIds, (round) => ({
        ...round,
        confirmations: [...round.confirmations.filter(({ person }) => person !== by), { person: by, at }],
      }));
    default:
      return rounds;
  }
}

type Beginning = Pick<Round, 'form' | 'openedBy' | 'openedAt' | 'reason' | 'scrutineers'>;

const begun = (rounds: Rounds, motions: readonly { readonly motionId: MotionId; readonly round: number }[], how: Beginning): Rounds => ({
  ...rounds,
  ...Object.fromEntries(
    motions.map(({ motionId, round }): [MotionId, readonly Round[]] => [
      motionId,
      [...(lookUp(rounds, motionId) ?? []), { round, ...how, end: { as: 'open' }, confirmations: [] }],
    ]),
  ),
});

const ended = (rounds: Rounds, motionIds: readonly MotionId[], endOf: (motionId: MotionId) => RoundEnd | undefined): Rounds =>
  latest(rounds, motionIds, (round, motionId) => (round.end.as === 'open' ? { ...round, end: endOf(motionId) ?? round.end } : round));

function latest(rounds: Rounds, motionIds: readonly MotionId[], step: (round: Round, motionId: MotionId) => Round): Rounds {
  const stepped = motionIds.flatMap((motionId): [MotionId, readonly Round[]][] => {
    const own = lookUp(rounds, motionId) ?? [];
    const last = own.at(-1);
    return last ? [[motionId, [...own.slice(0, -1), step(last, motionId)]]] : [];
  });
  return { ...rounds, ...Object.fromEntries(stepped) };
}
