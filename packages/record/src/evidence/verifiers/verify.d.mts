// The shapes of verify.mjs, which is written without types because it has to run by itself.

export interface Tools {
  /** Lower-case hex. */
  sha256(bytes: Uint8Array): string;
  /** Ed25519. */
  isSigned(message: Uint8Array, signature: Uint8Array, key: Uint8Array): boolean;
}

export type Reason = 'archive' | 'key' | 'manifest' | 'format' | 'files' | 'chain' | 'head' | 'checkpoint' | 'votes' | 'minutes' | 'epochs';

export interface VoteOutcome {
  readonly motionId: string;
  readonly round: number;
  /** Of the recommendation, as it was put. */
  readonly number: number | null;
  /** The clause whose amendment was put. */
  readonly amends: string | null;
  readonly outcome: 'passed' | 'failed' | 'voided';
  /** With the counts, unless it was voided. */
  readonly form?: 'named' | 'unnamed' | 'showOfHands' | 'paper' | 'secret';
  readonly tally?: { readonly approve: number; readonly oppose: number; readonly abstain: number; readonly notPressed: number };
  readonly spoilt?: number;
}

export interface Accepted {
  readonly ok: true;
  readonly meeting: string;
  readonly circle: string;
  readonly seq: number;
  readonly head: string;
  readonly root: string;
  /** 32 hex digits. */
  readonly fingerprint: string;
  /** Facts of which the receiver has the digest only. */
  readonly sealed: number;
  readonly checkpoints: number;
  readonly votes: number;
  readonly elections: number;
  /** Of each of them, in the order they ended. */
  readonly outcomes: readonly VoteOutcome[];
  /** The hash of the issued text, or null before it is issued. */
  readonly minutes: string | null;
  readonly epochs: number;
  /** Signed under a key that this server no longer has, and left out. */
  readonly former: { readonly checkpoints: number; readonly epochs: number };
  /** The chain's hash after each fact. */
  readonly heads: readonly string[];
}

export type Verified = Accepted | { readonly ok: false; readonly reason: Reason; readonly detail: string };

export function verifyBundle(
  bytes: Uint8Array,
  tools: Tools,
  wanted?: { readonly key?: string | null; readonly head?: string | null },
): Verified;
export function nodeTools(): Promise<Tools>;
/** Each reason in one Chinese sentence. */
export const reasons: Readonly<Record<Reason, string>>;
