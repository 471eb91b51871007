// Knows when a meeting's log is signed and that nothing is signed which contradicts an earlier signature; not who reads what was signed.
import type { MeetingId } from '@xieshang/meeting';
import { firstHead, type Chain, type Hash } from '@xieshang/protocol';
import { emptyTree, grown, leafOfFact, originOf, readCheckpoint, rootOf, signatureOn, signCheckpoint } from '@xieshang/record/evidence';
import type { Check, Checkpoint, NoteSigner, Tree } from '@xieshang/record/evidence';
import type { EventLog, StoredEvent } from '@xieshang/room';
import type { CheckpointRow, Checkpoints, Clock } from '../ports.ts';

/** `asked`: somebody wants to check all there is. */
export type Cause = 'result' | 'minutes' | 'end' | 'activity' | 'asked';

export interface CheckpointDeps {
  readonly log: Pick<EventLog, 'read'>;
  readonly store: Checkpoints;
  readonly signer: NoteSigner;
  readonly check: Check;
  readonly chain: Chain;
  readonly clock: Clock;
  /** A log that does not chain, contradicts what was signed, or cannot be read. */
  readonly report: (meeting: MeetingId, error: unknown) => void;
}

export interface Checkpointing {
  /** Told after the disk has them. */
  noticed(meeting: MeetingId, events: readonly StoredEvent[]): void;
  /** All that was ever signed, smallest first, after signing the log as it is now. Rejects when that would contradict it. */
  all(meeting: MeetingId): Promise<readonly CheckpointRow[]>;
  /** Whether this log was refused a signature since the start. */
  isContradicted(meeting: MeetingId): boolean;
  /** Ends what has begun; whatever is not signed yet is signed when it is asked for. */
  close(): Promise<void>;
}

export class Contradiction extends Error {}

/** No fact stays unsigned for longer, ms. */
const signedWithinMs = 5 * 60_000;
/** Facts hashed in one go: others have their turn between. */
const factsAtOnce = 500;

const causes: Readonly<Record<string, Cause>> = {
  ResultAnnounced: 'result',
  AcclamationClosed: 'result',
  MinutesIssued: 'minutes',
  MinutesCorrected: 'minutes',
  MeetingConcluded: 'end',
};

/** The type of a fact, which stands before the version at the end of its bytes. */
const typeOf = (bytes: string): string => /"type":"(\w+)","v":\d+\}$/.exec(bytes)?.[1] ?? '';

interface Followed {
  readonly tree: Tree;
  readonly head: Hash;
}

export function openCheckpoints({ log, store, signer, check, chain, clock, report }: CheckpointDeps): Checkpointing {
  const followed = new Map<MeetingId, Followed>();
  /** What this process signed last: it need not be checked again. */
  const own = new Map<MeetingId, string>();
  const turns = new Map<MeetingId, Promise<unknown>>();
  const timers = new Map<MeetingId, NodeJS.Timeout>();
  const contradicted = new Set<MeetingId>();
  let closed = false;

  /** The log up to now; on the way past its size the last signature must be what is found there. */
  const follow = async (meeting: MeetingId, last: Checkpoint | null): Promise<Followed> => {
    let { tree, head } = followed.get(meeting) ?? { tree: emptyTree, head: firstHead(meeting) };
    const agrees = (): boolean => last === null || tree.size !== last.size || (rootOf(tree) === last.root && head === last.head);
    for (const { seq, bytes, hash } of await log.read(meeting, tree.size)) {
      head = chain.nextHead(head, chain.digestOf(bytes));
      if (seq !== tree.size + 1 || hash !== head) throw new Contradiction(`the log of ${meeting} breaks at ${seq}`);
      tree = grown(tree, leafOfFact(head));
      if (!agrees()) throw new Contradiction(`the log of ${meeting} is not what was signed at ${seq}`);
      if (tree.size % factsAtOnce === 0) await new Promise(setImmediate);
    }
    if (last !== null && tree.size < last.size) throw new Contradiction(`the log of ${meeting} is shorter than what was signed`);
    if (!agrees()) throw new Contradiction(`the log of ${meeting} is not what was signed`);
    const now = { tree, head };
    followed.set(meeting, now);
    return now;
  };

  const sign = async (meeting: MeetingId, cause: Cause): Promise<readonly CheckpointRow[]> => {
    const rows = await store.of(meeting);
    const newest = rows.at(-1);
    const last = newest ? readCheckpoint(newest.note) : null;
    if (newest && last?.size !== newest.size) throw new Contradiction(`a checkpoint of ${meeting} is not what it was`);
    if (newest && newest.note !== own.get(meeting) && signatureOn(newest.note, signer.publicKey, check) === 'forged')
      throw new Contradiction(`a checkpoint of ${meeting} is forged`);
    const { tree, head } = await follow(meeting, last);
    const isSigned = rows.some(({ size, publicKey }) => size === tree.size && publicKey === signer.publicKey);
    if (isSigned || tree.size === 0) return rows;
    const origin = originOf(signer.publicKey, meeting);
    const note = signCheckpoint({ origin, size: tree.size, root: rootOf(tree), head }, signer);
    const row = { meeting, size: tree.size, publicKey: signer.publicKey, alg: 'ed25519', cause, at: clock(), note };
    await store.add(row);
    own.set(meeting, note);
    return [...rows, row];
  };

  /** One at a time for each meeting. */
  const inTurn = (meeting: MeetingId, cause: Cause): Promise<readonly CheckpointRow[]> => {
    clearTimeout(timers.get(meeting));
    timers.delete(meeting);
    const turn = (turns.get(meeting) ?? Promise.resolve()).catch(() => undefined).then(() => sign(meeting, cause));
    turns.set(meeting, turn);
    turn.catch((error: unknown) => {
      followed.delete(meeting);
      if (error instanceof Contradiction) contradicted.add(meeting);
    });
    return turn;
  };

  const inBackground = (meeting: MeetingId, cause: Cause): void =>
    void setImmediate(() => {
      if (!closed) inTurn(meeting, cause).catch((error: unknown) => report(meeting, error));
    });

  return {
    noticed: (meeting, events) => {
      const cause = events.map(({ bytes }) => causes[typeOf(bytes)]).find((one) => one !== undefined);
      if (cause) return inBackground(meeting, cause);
      if (closed || timers.has(meeting)) return;
      timers.set(meeting, setTimeout(() => inBackground(meeting, 'activity'), signedWithinMs).unref());
    },
    all: (meeting) => inTurn(meeting, 'asked'),
    isContradicted: (meeting) => contradicted.has(meeting),
    close: async () => {
      closed = true;
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.allSettled(turns.values());
    },
  };
}
