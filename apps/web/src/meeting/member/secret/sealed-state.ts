// Knows what became of a sealed ballot from what was kept, sent and answered; sees no mark, seals nothing and sends nothing.
import type { PersonId, SecretVote } from '@xieshang/meeting';
import type { AnyRefusal } from '@xieshang/protocol';
import { ballotHash, receiptFailure, type ReceiptFailure, type SealedVote } from '@xieshang/protocol/sealed';
import type { Answered, Pending } from '@xieshang/room';
import type { GivenBallot } from '../../../live/kept-receipts.ts';

export type Standing =
  | { readonly phase: 'none' }
  | { readonly phase: 'sending'; readonly given: GivenBallot }
  /** On the server's disk, by its signature. */
  | { readonly phase: 'counted'; readonly given: Receipted }
  /** `before`: an earlier ballot of this device that stands. */
  | { readonly phase: 'refused'; readonly refusal: AnyRefusal; readonly given: GivenBallot; readonly before: Receipted | null }
  /** The server took it, but what it signed does not hold. */
  | { readonly phase: 'forged'; readonly failure: ReceiptFailure; readonly given: GivenBallot };

export interface Receipted extends GivenBallot {
  readonly receipt: NonNullable<GivenBallot['receipt']>;
}

export interface Known {
  readonly meeting: string;
  /** The server's key, or null until it was named. */
  readonly key: string | null;
  readonly given: readonly GivenBallot[];
  readonly pending: readonly Pending[];
  readonly answered: readonly Answered[];
}

export const hasReceipt = (given: GivenBallot): given is Receipted => given.receipt !== null;

/** How the newest ballot given here for a vote stands. */
export function standingOf(vote: string, { meeting, key, given, pending, answered }: Known): Standing {
  const own = given.filter((one) => one.vote === vote);
  const counted = own.find(hasReceipt) ?? null;
  const newest = own.find(({ receipt }) => receipt === null);
  if (!newest) return counted ? { phase: 'counted', given: counted } : { phase: 'none' };
  const isIt = ({ body }: Pick<Pending, 'body'>): boolean => sealedIn(body)?.hash === newest.hash && sealedIn(body)?.vote === vote;
  const answer = pending.some(isIt) ? undefined : answered.findLast(isIt)?.answer;
  if (!answer) return { phase: 'sending', given: newest };
  if (!answer.ok) return { phase: 'refused', refusal: answer.refusal, given: newest, before: counted };
  const receipt = answer.receipt;
  const failure = receipt ? receiptFailure({ meeting, vote, hash: newest.hash }, receipt, key) : 'NotSigned';
  return failure || !receipt
    ? { phase: 'forged', failure: failure ?? 'NotSigned', given: newest }
    : { phase: 'counted', given: { ...newest, receipt } };
}

/** The sealed ballot a command bears. */
export function sealedIn(body: Pending['body']): { readonly vote: string; readonly hash: string; readonly ciphertext: string } | null {
  return body.type === 'CastSealedBallot' ? { vote: body.voteId, hash: ballotHash(body.ciphertext), ciphertext: body.ciphertext } : null;
}

/** Above every revision that was given here, and above the one the server says it has. */
export function nextRevision(vote: string, given: readonly GivenBallot[], refusal: AnyRefusal | null): number {
  const known = given.filter((one) => one.vote === vote).map(({ revision }) => revision);
  const told = refusal?.type === 'BallotOutdated' && 'revision' in refusal ? refusal.revision : 0;
  return Math.max(0, told, ...known) + 1;
}

/** What is needed to seal; null for keys of a shape that this page does not know. */
export function sealedVoteOf({ voteId, keys, receipt, paper }: SecretVote): SealedVote | null {
  const { items, marks, most } = paper;
  if (keys.custody === 'server') return { voteId, keys, receipt, items, marks, most };
  const [first, second, third, ...more] = keys.holders.map(({ publicKey }) => publicKey);
  if (!first || !second || !third || more.length > 0) return null;
  return { voteId, keys: { custody: 'scrutineers', publicKeys: [first, second, third] }, receipt, items, marks, most };
}

export const isIssued = ({ voterRoll }: SecretVote, person: PersonId): boolean => voterRoll.includes(person);
