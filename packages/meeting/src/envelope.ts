// Knows what the shell stamps on a command and on a fact; not what either says.
import type { CommandId, PersonId } from './ids.ts';

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
  /** On `CloseVoting` only: who on the roll of the meeting is not connected. */
  readonly unreachable?: readonly PersonId[];
}

export type Stamped<Body> = Body & Envelope;
