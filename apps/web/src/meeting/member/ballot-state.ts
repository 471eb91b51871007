// Knows a half-filled ballot: what is chosen, what is on its way, what is counted; not how it is drawn or sent.
import { standingVote, type Choice, type PersonId } from '@xieshang/meeting';
import type { AnyRefusal } from '@xieshang/protocol';
import type { MotionAt } from '../shared/scene.ts';

type Voting = MotionAt<'voting'>;

/** A choice belongs to a round: a repeated vote begins with an empty ballot. */
export const ballotKey = ({ motionId, round }: Pick<Voting, 'motionId' | 'round'>): string => `${motionId}#${round}`;

/** Chosen here and not confirmed, by `ballotKey`. */
export type Picks = Readonly<Record<string, Choice>>;

export type Line =
  | { readonly phase: 'empty' }
  /** `counted`: what stands at the server while another choice is being considered. */
  | { readonly phase: 'chosen'; readonly choice: Choice; readonly counted: Choice | null }
  | { readonly phase: 'sending'; readonly choice: Choice }
  | { readonly phase: 'counted'; readonly choice: Choice }
  | { readonly phase: 'refused'; readonly refusal: AnyRefusal; readonly counted: Choice | null };

/** What became of the votes sent for one line. */
export interface Sent {
  /** The newest that is not answered. */
  readonly underWay: Choice | undefined;
  /** Why the newest was not counted. */
  readonly refused: AnyRefusal | null;
}

export const nothingSent: Sent = { underWay: undefined, refused: null };

/** What one line of the ballot says. */
export function lineOf(motion: Voting, me: PersonId, pick: Choice | undefined, { underWay, refused }: Sent): Line {
  const counted = standingVote(motion, me) ?? null;
  const given = underWay ?? counted;
  if (pick !== undefined && pick !== given) return { phase: 'chosen', choice: pick, counted };
  if (underWay !== undefined) return { phase: 'sending', choice: underWay };
  if (refused) return { phase: 'refused', refusal: refused, counted };
  return counted ? { phase: 'counted', choice: counted } : { phase: 'empty' };
}

/** The choice that is marked on a line, if any. */
export function markedOn(line: Line): Choice | undefined {
  if (line.phase === 'empty') return undefined;
  return line.phase === 'refused' ? (line.counted ?? undefined) : line.choice;
}
