// Knows a half-filled ballot: what is chosen, what is on its way, what is counted, what came too late; not how it is drawn or sent.
import { standingVote, voteOf, type Choice, type MotionId, type Motions, type OpenVote, type PersonId } from '@xieshang/meeting';
import type { AnyRefusal } from '@xieshang/protocol';
import type { Answered, Pending } from '@xieshang/room';
import type { KeyVoting } from '../shared/votings.ts';

/** One choice of a ballot: a round of a motion, for oneself or for whom one holds the proxy of. */
export interface Place {
  readonly motionId: MotionId;
  readonly round: number;
  readonly voter: PersonId;
}

/** A choice belongs to a round: a repeated vote begins with an empty ballot. */
export const placeKey = ({ motionId, round, voter }: Place): string => `${motionId}#${round}#${voter}`;

/** Chosen here and not confirmed, by `placeKey`. */
export type Picks = Readonly<Record<string, Choice>>;

export type Line =
  | { readonly phase: 'empty' }
  /** `counted`: what stands at the server while another choice is being considered. */
  | { readonly phase: 'chosen'; readonly choice: Choice; readonly counted: Choice | null }
  | { readonly phase: 'sending'; readonly choice: Choice }
  | { readonly phase: 'counted'; readonly choice: Choice }
  | { readonly phase: 'refused'; readonly refusal: AnyRefusal; readonly counted: Choice | null };

/** What became of the votes sent for one place. */
export interface Sent {
  /** The newest that is not answered. */
  readonly underWay: Choice | undefined;
  /** Why the newest was not counted. */
  readonly refused: AnyRefusal | null;
}

export const nothingSent: Sent = { underWay: undefined, refused: null };

/** What one line of the ballot says. */
export function lineOf(motion: KeyVoting, voter: PersonId, pick: Choice | undefined, { underWay, refused }: Sent): Line {
  const counted = voteOf(motion.votes, voter) ?? null;
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

/** V19, V24. How many keys somebody still has to press: the own one, and one for each person whose proxy is held. */
export function owedVotes(motion: OpenVote, me: PersonId): number {
  if (!('votes' in motion)) return 0;
  const mine = (voter: PersonId): boolean => (motion.proxies[voter] ?? voter) === me;
  return motion.voterRoll.filter((voter) => mine(voter) && standingVote(motion, voter) === undefined).length;
}

interface Cast {
  readonly place: Place;
  readonly choice: Choice;
}

/** The vote that a command bears, with its place; null for what bears none. */
export function castOf({ body }: Pick<Pending, 'body'>, me: PersonId): Cast | null {
  if (body.type !== 'CastVote') return null;
  const { motionId, round = 0, choice, for: voter = me } = body;
  return { place: { motionId, round, voter }, choice };
}

/** What became of the newest vote sent for a place. */
export function sentFor(place: Place, me: PersonId, pending: readonly Pending[], answered: readonly Answered[]): Sent {
  const key = placeKey(place);
  const isOf = (one: Pick<Pending, 'body'>): boolean => {
    const cast = castOf(one, me);
    return cast !== null && placeKey(cast.place) === key;
  };
  const underWay = pending.findLast(isOf);
  const last = answered.findLast(isOf)?.answer;
  return {
    underWay: underWay && castOf(underWay, me)?.choice,
    refused: underWay === undefined && last && !last.ok ? last.refusal : null,
  };
}

type Became =
  | { readonly became: 'counted' }
  /** Whether it counted is known only to the server. */
  | { readonly became: 'asking' }
  | { readonly became: 'refused'; readonly refusal: AnyRefusal };
export type Outcome = Cast & Became;

/** What became of votes that were under way when their round ended: the newest for each place, in the order they were sent. */
export function outcomesOf(motions: Motions, me: PersonId, pending: readonly Pending[], answered: readonly Answered[]): readonly Outcome[] {
  const outcomes = new Map<string, Outcome>();
  const add = (one: Pick<Pending, 'body'>, became: Became): void => {
    const cast = castOf(one, me);
    if (!cast) return;
    const motion = motions[cast.place.motionId];
    const isOpen = motion?.phase === 'voting' && motion.round === cast.place.round;
    if (!isOpen) outcomes.set(placeKey(cast.place), { ...cast, ...became });
  };
  for (const one of answered) {
    const { answer } = one;
    add(one, answer.ok ? { became: 'counted' } : { became: 'refused', refusal: answer.refusal });
  }
  for (const one of pending) add(one, { became: 'asking' });
  return [...outcomes.values()];
}
