// Knows the facts of one meeting in memory, their state and their chain; not how they came to be decided.
import { evolve, initial, type Meeting, type MeetingId } from '@xieshang/meeting';
import { chain, firstHead, readRecord, type Chain, type Hash, type ReadRecord } from '@xieshang/protocol';
import type { StoredEvent } from './ports.ts';

export interface Fact {
  readonly stored: StoredEvent;
  readonly digest: Hash;
  readonly record: ReadRecord;
}

/** A meeting at one `seq`. Immutable: a turn works on copies and throws them away when the disk refuses. */
export interface History {
  readonly meeting: MeetingId;
  readonly seq: number;
  readonly head: Hash;
  readonly state: Meeting;
}

export const emptyHistory = (meeting: MeetingId): History => ({ meeting, seq: 0, head: firstHead(meeting), state: initial });

/** The history with one more fact, hashed here. */
export function add(
  history: History,
  command: StoredEvent['command'],
  bytes: string,
  { digestOf, nextHead }: Chain = chain,
): { readonly history: History; readonly fact: Fact } {
  const digest = digestOf(bytes);
  const head = nextHead(history.head, digest);
  const record = readRecord(bytes);
  const seq = history.seq + 1;
  const fact: Fact = { stored: { seq, command, bytes, hash: head }, digest, record };
  return { history: { meeting: history.meeting, seq, head, state: evolve(history.state, record) }, fact };
}

/** Folds what the log holds. Throws when the chain does not hold: a broken log is never served. */
export function replay(
  from: History,
  events: readonly StoredEvent[],
  by: Chain = chain,
): { readonly history: History; readonly facts: readonly Fact[] } {
  const facts: Fact[] = [];
  let history = from;
  for (const stored of events) {
    const next = add(history, stored.command, stored.bytes, by);
    if (stored.seq !== next.history.seq || stored.hash !== next.history.head) {
      throw new Error(`the log of ${from.meeting} breaks at seq ${stored.seq}`);
    }
    history = next.history;
    facts.push(next.fact);
  }
  return { history, facts };
}
