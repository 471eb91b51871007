// Knows how much the minutes' endpoint takes from one connection and holds for all; not what is done beyond it.
import type { Profile } from '../config.ts';
import type { Rate } from './pace.ts';

const KiB = 1024;
const MiB = 1024 * KiB;

export const limits = {
  /** One frame. A paste of 200 KB of text makes an update of 230 to 400 KB, by the length of its paragraphs. */
  frameBytes: 512 * KiB,
  /** What the transport reads at most, so that a frame that is too big can be refused by name (4413) instead of being cut off. */
  transportBytes: 2 * MiB,
  /** A document with all that was ever deleted in it. */
  stateBytes: 4 * MiB,
  /** Frames and bytes that wait for a document to load or to be released from its seal, of one connection. */
  waitingFrames: 1000,
  waitingBytes: 2 * MiB,
  /** How long a peer that comes back may take to answer our step 1; until then an update may come before what it follows on, ms. */
  answerMs: 15_000,
  /** Who comes back is asked what they know to be deleted when all that is takes more, and told all of it when they do not say so soon, ms. */
  deletionsToAskFor: KiB,
  askedMs: 1000,
  /** Updates that are admitted and not yet on disk, of one document. */
  unwrittenBytes: 2 * MiB,
  unwrittenUpdates: 10_000,
  /** What a peer may leave unread beyond what it asked for. */
  unreadBytes: MiB,
  /** One cursor. */
  cursorBytes: 2 * KiB,
  cursorClockStep: 1000,
  cursorsOfOne: 4,
  /** Cursors of one connection are told at most this often, ms. */
  cursorEveryMs: 100,
  /** Deliveries a second out of one document that are more than a turn is good for. */
  busyDeliveries: 16_000,
  /** A cursor waits so long for an update it can go with, ms. */
  companyMs: 10,
  /** Receipts are told at most this often, ms. */
  receiptEveryMs: 200,
  /** Connections of one person over all documents; the oldest goes first. Eight devices, and as many lines that are dead and not yet known to be. */
  connectionsOfOne: 16,
  /** Upgrades whose session is being looked for, of all together. */
  arrivals: 500,
  /** Nobody is left without a message for longer, ms: y-websocket hangs up after 30 s of silence. */
  silenceMs: 15_000,
  /** A document that nobody has open stays loaded that long, ms. */
  idleMs: 30_000,
  /** A snapshot is due after so many updates: the more, the longer the document is. */
  snapshotEvery: { least: 500, most: 4000 },
  snapshotBytesOfUpdate: KiB / 2,
  /** It is made small by Yjs when it has grown to so many times what it was, and so much. */
  compactAt: 2,
  compactFrom: 256 * KiB,
  /** What is kept in memory of the latest updates of a loaded document, beside its encoded state. More than a snapshot may be behind. */
  recentBytes: 512 * KiB,
  recentUpdates: 1000,
  updatesOfOneCommit: 500,
  /** A commit does not follow on another sooner, ms: what comes meanwhile shares it, and is told in one write. Longer when there is much to tell. */
  commitEveryMs: 5,
  busyCommitEveryMs: 33,
  /** A failed write is tried again after the first of these, later after the last, ms. */
  retryMs: { first: 100, last: 5000 },
  /** How long a stop goes on trying to write before and after everybody is sent away, ms. */
  farewellMs: 1500,
  lastWordMs: 200,
} as const;

export type Rates = Readonly<Record<'updates' | 'updateBytes' | 'stateVectors' | 'cursors', Rate>>;

/** What a connection may send: so many at once, and so many a second in the long run. A composition or an offline hour is one update. */
export const rates: Rates = {
  updates: { burst: 600, perSecond: 30 },
  updateBytes: { burst: 2 * MiB, perSecond: 256 * KiB },
  /** Each answer is a whole document. */
  stateVectors: { burst: 10, perSecond: 1 },
  /** y-websocket repeats the cursors of everybody to the server. */
  cursors: { burst: 3000, perSecond: 1000 },
};

/** What a person may send over all connections, whatever kind of frame it is. */
export const personRates = {
  frames: { burst: 9000, perSecond: 2000 },
  bytes: { burst: 8 * MiB, perSecond: MiB },
} as const satisfies Readonly<Record<string, Rate>>;

const unbounded: Rate = { burst: Number.MAX_SAFE_INTEGER, perSecond: Number.MAX_SAFE_INTEGER };

/** Of a server that is being measured. */
export const ratesOf = (profile: Profile): Rates =>
  profile !== 'usual' ? { updates: unbounded, updateBytes: unbounded, stateVectors: unbounded, cursors: unbounded } : rates;
