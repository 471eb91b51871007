// Knows what the shell stamps on a command and on a fact; not what either says.
import type { CommandId, PersonId } from './ids.ts';

/** Epoch milliseconds. */
export type Instant = number;

/** Who, when and under which command id: stamped by the server, never supplied by the browser. */
export interface Envelope {
  readonly command: CommandId;
  readonly by: PersonId;
  readonly at: Instant;
}

export type Stamped<Body> = Body & Envelope;
