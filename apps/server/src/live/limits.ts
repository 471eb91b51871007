// Knows how much the live door takes from one connection, one person and all together; not what is done beyond it.
import type { Rate } from '../doors/pace.ts';

export interface Rates {
  /** Commands of one connection, and of one person over all of theirs. */
  readonly commands: Rate;
  readonly personCommands: Rate;
  /** Each answer may be the whole meeting. */
  readonly hellos: Rate;
  /** Everything together, also what is none of our events. */
  readonly frames: Rate;
}

export const usualRates: Rates = {
  commands: { perSecond: 10, burst: 40 },
  personCommands: { perSecond: 20, burst: 80 },
  hellos: { perSecond: 2, burst: 20 },
  frames: { perSecond: 50, burst: 200 },
};

const unpaced: Rate = { perSecond: 1_000_000, burst: 1_000_000 };
/** Of the declared bench profile: no client reaches them. */
export const benchRates: Rates = { commands: unpaced, personCommands: unpaced, hellos: unpaced, frames: unpaced };

const KiB = 1024;

export const limits = {
  /** Sockets one person may hold; the oldest goes first. */
  socketsOfOne: 8,
  /** One frame of a meeting. */
  frameBytes: 256 * KiB,
  /** What is read at all: the minutes share the connection, and refuse what is too big for them by name. */
  transportBytes: 2 * 1024 * KiB,
  /** Packets in one request of somebody who polls: they are read in one go. */
  packetsOfOneRequest: 256,
  /** Malformed frames after which a connection is closed. */
  badFrames: 20,
  /** Frames beyond the pace after which it is closed, and how many of them a second are forgotten. */
  overPace: { burst: 500, perSecond: 1 },
  /** What a peer may leave unread beside what it asked for; looked at so often, ms. */
  unreadBytes: 1024 * KiB,
  unreadEveryMs: 500,
  /** Connections that have not yet said who they are; the oldest goes first. */
  strangers: 500,
  /** The longest a connection is not read at a time, ms: pings must still get through. */
  holdMs: 1000,
} as const;
