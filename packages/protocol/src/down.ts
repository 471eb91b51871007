// Knows everything the server says to a browser; not when.
import type { Refusal } from '@xieshang/meeting';
import type { Hash } from './chain.ts';
import type { Receipt } from './sealed/receipt.ts';

/** A fact one may read, or the proof that there is one. */
export type Delivery = { readonly seq: number; readonly bytes: string } | { readonly seq: number; readonly digest: Hash };

/** Said by the door rather than by a meeting. */
export type DoorRefusal =
  | { readonly type: 'Malformed'; readonly problem?: string }
  | { readonly type: 'ProtocolMismatch'; readonly protocol: number }
  | { readonly type: 'UnknownMeeting' }
  | { readonly type: 'SignInRequired' }
  | { readonly type: 'OtherMeetingOnly' }
  | { readonly type: 'CommandIdTaken' }
  | { readonly type: 'TooManyCommands'; readonly retryAfterMs: number }
  /** The disk did not take it, or nobody can tell: the same id may be sent again. */
  | { readonly type: 'NotStored' }
  /** A fault of ours in deciding it; nothing has changed. */
  | { readonly type: 'Unforeseen' };

export type AnyRefusal = Refusal | DoorRefusal;

/** Law 7. The server's signed word that a sealed ballot is on disk; it names neither voter nor time. */
export type BallotReceipt = Receipt;

/** The answer to a command; after `ok` the fact is on disk (law 2). To a sealed ballot also its receipt, and the newest `seq`. */
export type Answer =
  | { readonly ok: true; readonly seq: number; readonly receipt?: BallotReceipt }
  | { readonly ok: false; readonly refusal: AnyRefusal };

export interface Snapshot {
  /** JSON of the state as the viewer's circle sees it; the same text for all of a circle. */
  readonly shared: string;
  /** JSON of what the viewer sees beyond that. */
  readonly own: string;
}

/** Law 5. A restoration, as the restored server says it of a meeting; checked by `@xieshang/protocol/epoch`. */
export interface SignedEpoch {
  /** Canonical JSON of an `EpochStatement`. */
  readonly statement: string;
  /** Ed25519, lower-case hex. */
  readonly signature: string;
}

/** What a server can be held to: its key, and every restoration there has been. */
export interface Standing {
  /** Public key, lower-case hex. */
  readonly key: string;
  /** Oldest first. */
  readonly epochs: readonly SignedEpoch[];
}

export type Welcome =
  | {
      readonly ok: true;
      readonly you: string;
      readonly seq: number;
      readonly head: Hash;
      readonly standing?: Standing;
      readonly snapshot: Snapshot;
    }
  | {
      readonly ok: true;
      readonly you: string;
      readonly seq: number;
      readonly head: Hash;
      readonly standing?: Standing;
      readonly events: readonly Delivery[];
    }
  | { readonly ok: false; readonly refusal: AnyRefusal };

/** K6. A screen of the house: `behind` shows what is from `at`, `gone` has no line since about then, `never` has had none since the server began. */
export type ScreenNote = { readonly name: string; readonly connected: number } & (
  | { readonly standing: 'current' | 'never' }
  | { readonly standing: 'behind' | 'gone'; readonly at: number }
);

/** What need not last: at most once a second. */
export interface Note {
  /** Server time, epoch ms. */
  readonly at: number;
  readonly seq: number;
  /** How many persons are connected. */
  readonly online: number;
  /** How many have voted on each open motion, or taken the open pulse. */
  readonly turnout: Readonly<Record<string, number>>;
  readonly alarms: readonly Alarm[];
  /** Office only. */
  readonly onlinePersons?: readonly string[];
  /** Office only: who stands on an open motion's roll and has not answered; never how anyone did. */
  readonly notAnswered?: Readonly<Record<string, readonly string[]>>;
  /** Office only: how many entries the remarks on the minutes have; a hint to ask for them anew. */
  readonly remarks?: number;
  /** Office only: the screens of the house, the registered ones first. */
  readonly screens?: readonly ScreenNote[];
  /** Office only: how often its jottings have changed; a hint to ask for them anew. */
  readonly jottings?: number;
}

/**
 * `storageFails`: writes are refused; nothing new is kept until it is mended. `busy`: what can wait is put off for a moment. `forked`, to the
 * office: the log is not what some page saw, or not what the server has signed of it.
 */
export type Alarm = 'storageFails' | 'busy' | 'forked';

export type ByeReason = 'signedOut' | 'stopping' | 'badFrames' | 'tooMany';
