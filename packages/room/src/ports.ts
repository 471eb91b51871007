// All of the outside world a room knows, as promises it relies on; not who keeps them.
import type { SealedOutcome, CommandId, MeetingId, PersonId, SecretVote, VoteId } from '@xieshang/meeting';
import type { BallotReceipt, Chain, Hash } from '@xieshang/protocol';

/** A fact as it stands on disk. */
export interface StoredEvent {
  readonly seq: number;
  readonly command: CommandId;
  /** As hashed and sent. */
  readonly bytes: string;
  readonly hash: Hash;
}

/** What an accepted command was answered, so that its repeat gets the same. */
export interface StoredAnswer {
  readonly command: CommandId;
  readonly by: PersonId;
  /** Of the newest fact when it was accepted. */
  readonly seq: number;
}

/** Law 7. A sealed ballot until the count: whose it is and what it holds, but neither when it came nor after which other. */
export interface KeptBallot {
  readonly vote: VoteId;
  readonly voter: PersonId;
  /** The voter's own count of what they have sealed, from 1. */
  readonly revision: number;
  readonly ciphertext: string;
  /** SHA-256, lower-case hex. */
  readonly hash: string;
}

export interface Append {
  readonly meeting: MeetingId;
  /** The newest `seq` the writer knew of; 0 before the first fact. */
  readonly after: number;
  /** Gap-free from `after` + 1. */
  readonly events: readonly StoredEvent[];
  readonly answers: readonly StoredAnswer[];
  /** Law 7. Each takes the place of what its voter gave before; in the same commit as the facts. */
  readonly ballots?: readonly KeptBallot[];
}

/** Laws 2, 4, 5. The append-only truth; sealed ballots lie beside it until they are counted. */
export interface EventLog {
  /**
   * All or nothing, and durable before it says `appended`; `conflict` when somebody else has appended since, or has kept the same or a later
   * revision of a ballot. Rejects when it cannot tell.
   */
  append(append: Append): Promise<'appended' | 'conflict'>;
  /** In order, from `after` + 1. */
  read(meeting: MeetingId, after: number): Promise<readonly StoredEvent[]>;
  answers(meeting: MeetingId): Promise<readonly StoredAnswer[]>;
  /** Law 7. Those of a meeting that are not destroyed, by vote and voter. */
  ballots(meeting: MeetingId): Promise<readonly KeptBallot[]>;
  /** Law 7. Takes all of one vote out so that none of their bytes is left; rejects, and may be asked again, when some may be. */
  destroyBallots(meeting: MeetingId, vote: VoteId): Promise<void>;
}

/** Law 7. Whoever has the keys of secret votes: nothing of a choice comes out of here but a count. */
export interface BallotBox {
  /** SHA-256 of a ciphertext, lower-case hex. */
  hashOf(ciphertext: string): string;
  /** The word of the server that a ballot is on disk; the same for the same ballot. */
  receipt(ballot: { readonly meeting: MeetingId; readonly vote: VoteId; readonly hash: string }): BallotReceipt;
  /** Opens all of them in memory, if it has the keys. */
  count(meeting: MeetingId, vote: SecretVote, ballots: readonly KeptBallot[]): SealedOutcome;
  /** Keeps a scrutineer's private key in memory for the count. */
  handIn(meeting: MeetingId, vote: SecretVote, person: PersonId, privateKey: string): 'fits' | 'wrong';
  /** After it no private key of the vote is left here; rejects, and may be asked again, when one may be. */
  destroyKeys(meeting: MeetingId, vote: VoteId): Promise<void>;
}

export interface Surroundings {
  /** Epoch ms. */
  now(): number;
  /** 128 random bits in hex. */
  salt(): string;
  /** The chain's two steps, where there is a faster way than the usual. */
  readonly chain?: Chain;
  /** Runs a turn soon, after whatever else has arrived by then. */
  soon(turn: () => void): void;
  /** Runs once at an epoch ms, or as soon as possible after it; the answer calls it off. */
  wake(at: number, ring: () => void): () => void;
  /** Left out: nobody here keeps keys, and no secret vote can be opened. */
  readonly ballotBox?: BallotBox;
  /** A bug or a failing disk, for the operator: never with names or text. */
  report(trouble: Trouble): void;
}

export type Trouble =
  | { readonly kind: 'storageFails'; readonly meeting: MeetingId; readonly error: unknown }
  /** Ballots or keys of a vote that has ended are still there; it is tried again. */
  | { readonly kind: 'notDestroyed'; readonly meeting: MeetingId; readonly error: unknown }
  | { readonly kind: 'bug'; readonly meeting: MeetingId; readonly seq: number; readonly commandType: string; readonly error: unknown };
