// Knows what is asked of restorations and of what was signed; not how it is kept.
import type { MeetingId } from '@xieshang/meeting';
import type { SignedEpoch } from '@xieshang/protocol';

/** Law 5. What a restoration said of one meeting, or, with null, of all that had no log. */
export interface EpochRow {
  readonly restoredAt: number;
  readonly meeting: string | null;
  readonly signed: SignedEpoch;
}

export interface Epochs {
  /** Oldest first. */
  all(): Promise<readonly EpochRow[]>;
  add(rows: readonly EpochRow[]): Promise<void>;
}

/** What was signed of a meeting's log when it had `size` facts, and why then. */
export interface CheckpointRow {
  readonly meeting: MeetingId;
  readonly size: number;
  /** Lower-case hex. */
  readonly publicKey: string;
  readonly alg: string;
  readonly cause: string;
  readonly at: number;
  /** A C2SP signed note. */
  readonly note: string;
}

/** Append-only. */
export interface Checkpoints {
  /** Smallest first. */
  of(meeting: MeetingId): Promise<readonly CheckpointRow[]>;
  /** One that is there under that size and key stays as it is. */
  add(row: CheckpointRow): Promise<void>;
}
