// Knows what the shell stamps on a command and on a fact; not what either says.
import type { CommandId, PersonId, VoteId } from './ids.ts';
import type { SealedOutcome } from './vote/secret/types.ts';

/** Epoch milliseconds. */
export type Instant = number;

/** Who, when and under which command id: stamped by the server, never supplied by the browser. */
export interface Envelope {
  readonly command: CommandId;
  readonly by: PersonId;
  readonly at: Instant;
  /** On `IssueMinutes` only: SHA-256, lower-case hex, of the minutes as they stand now that nobody can write in them. */
  readonly seal?: string;
  /** On `IssueMinutes` only: the title of another meeting whose minutes bear this number already. */
  readonly taken?: string;
  /** On `CloseVoting` and `CloseElection` only: who on the roll of the meeting is not connected. */
  readonly unreachable?: readonly PersonId[];
  /** V40. On what opens a secret vote in the server's custody: the public key made for it. */
  readonly ballotKey?: string;
  /** V41. On what opens a secret vote or offers a key for one: what keeps choices from being secret on their way. */
  readonly secrecyFails?: 'plainHttp';
  /** V44, V45. On what ends secret votes only: what their ballots came to. */
  readonly counts?: Readonly<Record<VoteId, SealedOutcome>>;
  /** V45. On `HandInKey` only: whether it is the private half of the sender's key. */
  readonly handIn?: 'fits' | 'wrong';
}

export type Stamped<Body> = Body & Envelope;
