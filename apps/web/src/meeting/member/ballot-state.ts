// Knows a half-filled ballot: what is chosen, what is on its way, what is counted; not how it is drawn or sent.
import { voteOf, type Choice, type PersonId } from '@xieshang/meeting';
import type { MotionAt } from '../shared/scene.ts';

type Voting = MotionAt<'voting'>;

/** A choice belongs to a round: a repeated vote begins with an empty ballot. */
export const ballotKey = ({ motionId, round }: Pick<Voting, 'motionId' | 'round'>): string => `${motionId}#${round}`;

/** Chosen here and not confirmed, by `ballotKey`. */
export type Picks = Readonly<Record<string, Choice>>;

export type Line =
  | { readonly phase: 'empty' }
  | { readonly phase: 'chosen'; readonly choice: Choice; readonly counted: Choice | null }
  | { readonly phase: 'sending'; readonly choice: Choice }
  | { readonly phase: 'counted'; readonly choice: Choice };

/** What one line of the ballot says; `underWay` is the newest vote sent for it and not yet answered. */
export function lineOf(motion: Voting, me: PersonId, pick: Choice | undefined, underWay: Choice | undefined): Line {
  const counted = voteOf(motion.votes, me) ?? null;
  const given = underWay ?? counted;
  if (pick !== undefined && pick !== given) return { phase: 'chosen', choice: pick, counted };
  if (underWay !== undefined) return { phase: 'sending', choice: underWay };
  return counted ? { phase: 'counted', choice: counted } : { phase: 'empty' };
}

/** The choice that is marked on a line, if any. */
export const markedOn = (line: Line): Choice | undefined => (line.phase === 'empty' ? undefined : line.choice);
