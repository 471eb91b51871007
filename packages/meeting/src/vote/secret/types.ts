// Knows what a secret vote is at each step and what may be asked of it; nothing of keys but their public halves, nothing of ballots but their number.
import type { Instant } from '../../envelope.ts';
import type { PersonId, VoteId } from '../../ids.ts';
import type { SecretTerms } from '../terms.ts';
import type { Choice } from '../types.ts';

/** What can be marked on one ballot of the vote: the same for everybody, fixed when the ballots are issued. */
export interface SealedPaper {
  /** Motions or candidates, and `person:<id>` for whoever may be written in (另选他人). */
  readonly items: readonly string[];
  readonly marks: readonly Choice[];
  /** The most items that one ballot may mark; more is 废票. */
  readonly most: number;
}

/** Public keys, X25519, lower-case hex. With three holders any two open the ballots. */
export type BallotKeys =
  | { readonly custody: 'server'; readonly publicKey: string }
  | { readonly custody: 'scrutineers'; readonly holders: readonly KeyHolder[] };

export interface KeyHolder {
  readonly person: PersonId;
  readonly publicKey: string;
}

/** Of the spelling, sealing and receipts of ballots; a later one gets a name of its own. */
export const ballotAlgorithm = 'xieshang/ballot/v1';

/** V40. As issued; none of it changes until the ballots are destroyed. */
export interface Issue extends Pick<SecretTerms, 'receipt' | 'change'> {
  readonly voteId: VoteId;
  readonly paper: SealedPaper;
  readonly keys: BallotKeys;
  readonly algorithm: string;
  /** Fewer ballots than this let a result be traced to persons. */
  readonly least: number;
  /** 发出: one ballot each. */
  readonly voterRoll: readonly PersonId[];
}

/** What is known of the ballots while nobody has opened them. */
export interface Returned {
  /** 收回 */
  readonly returned: number;
  /** Who gave a ballot, sorted by id. */
  readonly participants: readonly PersonId[];
  /** SHA-256 of each ballot, sorted; nothing says which is whose. */
  readonly hashes: readonly string[];
}

/** One mark, beside the tag its voter alone knows. */
export interface PublishedMark {
  readonly item: string;
  readonly mark: Choice;
  readonly tag: string;
}

export type SealedMarks = Readonly<Record<Choice, number>>;

/** What the count of a secret vote came to, and all that is ever published of it. */
export interface SealedCount extends Returned {
  readonly voteId: VoteId;
  /** 发出 */
  readonly issued: number;
  /** 废票 among those returned. */
  readonly spoilt: number;
  /** 弃权: valid, and without a mark. */
  readonly blank?: number;
  /** Every item of the paper; persons written in only where somebody did. */
  readonly tallies: Readonly<Record<string, SealedMarks>>;
  /** With receipts by tag: sorted by tag, so that its order says nothing. */
  readonly list?: readonly PublishedMark[];
}

/** What whoever keeps the ballots answers at the close. */
export type SealedOutcome =
  | { readonly as: 'counted'; readonly count: SealedCount }
  /** Two scrutineers' keys are awaited. */
  | ({ readonly as: 'returned' } & Returned)
  | { readonly as: 'keyLost' };

/** V44, V46. Why no result comes of it. */
export type VoidReason = 'keyLost' | 'moreThanIssued' | 'countsDisagree' | 'byChair';

interface Ended {
  readonly endedAt: Instant;
  /** V48. Null while ciphertexts and key may still be there. */
  readonly destroyedAt: Instant | null;
}

export type SecretVote = Issue &
  (
    | { readonly phase: 'open' }
    /** Ended, with so many members present; who handed in a key is said, the key is not. */
    | ({ readonly phase: 'sealed'; readonly present: number; readonly handedIn: readonly PersonId[] } & Returned)
    | ({ readonly phase: 'counted'; readonly count: SealedCount } & Ended)
    | ({ readonly phase: 'void'; readonly reason: VoidReason } & Ended)
  );

export type SecretVotes = Readonly<Record<VoteId, SecretVote>>;

/** Public keys of scrutineers for the next vote in their custody. */
export type ScrutineerKeys = Readonly<Record<PersonId, string>>;

export type SecretCommand =
  /** Goes to the ballot box in the same turn and commit; leaves no fact. `revision`: the voter's own count, from 1. */
  | { readonly type: 'CastSealedBallot'; readonly voteId: VoteId; readonly revision: number; readonly ciphertext: string }
  | { readonly type: 'OfferScrutineerKey'; readonly publicKey: string }
  /** The private key goes to whoever keeps the ballots, in memory only; never to log or table. */
  | { readonly type: 'HandInKey'; readonly voteId: VoteId; readonly privateKey: string }
  | { readonly type: 'VoidLostBallots'; readonly voteId: VoteId }
  | { readonly type: 'DestroyBallots'; readonly voteId: VoteId };

export type SecretEvent =
  | { readonly type: 'ScrutineerKeyOffered'; readonly payload: { readonly person: PersonId; readonly publicKey: string } }
  | { readonly type: 'BallotsIssued'; readonly payload: Issue }
  | { readonly type: 'BallotsSealed'; readonly payload: { readonly voteId: VoteId } & Returned }
  | { readonly type: 'KeyHandedIn'; readonly payload: { readonly voteId: VoteId; readonly person: PersonId } }
  | { readonly type: 'BallotsCounted'; readonly payload: { readonly voteId: VoteId; readonly count: SealedCount } }
  | { readonly type: 'BallotsVoided'; readonly payload: { readonly voteId: VoteId; readonly reason: VoidReason } }
  | { readonly type: 'BallotsDestroyed'; readonly payload: { readonly voteId: VoteId } };
