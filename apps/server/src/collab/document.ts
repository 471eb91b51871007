// One loaded document of minutes: what is admitted, written and told on, in this order (law 10). Knows no sockets and no SQL.
import { factsOf, insertFacts, readDocument, type DocumentJson, type FactId } from '@xieshang/minutes';
import { mayReadMinutes, mayWriteMinutes, type Meeting, type PersonId } from '@xieshang/meeting';
import type { Profile } from '../config.ts';
import type { Meters } from '../meters.ts';
import type { MinutesDocument, MinutesStore } from '../ports.ts';
import { clientIds, drawClientId } from './client-ids.ts';
import { closings, type Closing } from './closing.ts';
import type { Compactor } from './compactor.ts';
import { limits } from './limits.ts';
import { documentOf, type Loaded } from './loading.ts';
import { openLogWriter } from './log-writer.ts';
import { openOutbox, type Hearer } from './outbox.ts';
import { openPresence, type Presence, type Visitor } from './presence.ts';
import { readUpdate } from './reading.ts';
import { openShadow } from './shadow.ts';
import { openSnapshots } from './snapshots.ts';
import { stepOneFrame, updateFrame } from './wire.ts';

/** A meeting as far as its minutes look at it. */
export interface Watched {
  readonly state: () => Meeting;
  /** Calls after every change; answers with the way to stop. */
  watch(listener: () => void): () => void;
}

/** A connection that has the document open. */
export interface Member extends Visitor, Hearer {
  readonly person: PersonId;
  readonly connection: string;
  /** The client ids it writes and moves its cursor under. */
  readonly clients: Set<number>;
  close(closing: Closing): void;
  /** The disk fails, or works again. */
  storage(works: boolean): void;
  /** There are so many remarks on the text now. */
  remarked(newest: number): void;
  /** Law 13 is over: what waited may be judged. */
  released(): void;
}

export interface DocumentDeps {
  readonly row: MinutesDocument;
  readonly loaded: Loaded;
  readonly meeting: Watched;
  readonly store: MinutesStore;
  readonly clock: () => number;
  readonly random: (bytes: number) => Uint8Array;
  readonly report: (error: unknown) => void;
  readonly profile: Profile;
  readonly meters: Pick<Meters, 'sent'>;
  readonly compactor: Compactor;
}

export interface OpenDocument {
  readonly row: MinutesDocument;
  readonly presence: Presence<Member>;
  join(member: Member): void;
  leave(member: Member): void;
  stepOne(): Uint8Array;
  /** Null when the state vector is none; `ask` when the peer's answer to step 1 should be waited for. */
  stepTwo(vector: Uint8Array, answer?: Uint8Array): Uint8Array | 'ask' | null;
  /** Law 11. `early`, and nothing has happened, when it follows on something that has not come yet. */
  admit(member: Member, update: Uint8Array): Closing | 'early' | null;
  /** Calls when all that is admitted so far is on disk. */
  whenWritten(call: () => void): void;
  isSealed(): boolean;
  /** Law 13. Resolves when nothing is admitted any more and all that was is on disk; rejects, unsealed, when it cannot be written. */
  seal(): Promise<() => void>;
  read(): DocumentJson;
  fails(): boolean;
  unwrittenBytes(): number;
  /** Resolves when all that was admitted is on disk, however long that takes. */
  written(): Promise<void>;
  /** Tries for that long, ms; false when text is left that is not on disk. */
  farewell(ms: number): Promise<boolean>;
  members(): Iterable<Member>;
  /** Only for a document without members and unwritten text. */
  destroy(): Promise<void>;
}

export function openDocument(deps: DocumentDeps): OpenDocument {
  const { row, loaded, meeting, store, clock, random, report, profile, meters, compactor } = deps;
  const { shared } = loaded;
  let head = loaded.head;
  const members = new Set<Member>();
  const facts = new Set<FactId>(loaded.facts);
  const ids = clientIds(loaded.clients);
  const ownId = freshClientId(shared.reach, random);
  ids.bind(ownId, null);

  const outbox = openOutbox<Member>({ hearers: members, clock, sent: (frames, bytes) => meters.sent('minutes', bytes, frames) });
  /** Y16. The first cursor a connection shows by itself is its own; of others it may only repeat what it has heard. */
  const owns = ({ person, clients }: Member, client: number, alone: boolean): boolean => {
    if (!ids.isFor(client, person)) return false;
    if (clients.has(client)) return true;
    if (!alone || clients.size > 0) return false;
    ids.bind(client, person);
    clients.add(client);
    return true;
  };
  const presence = openPresence<Member>({ clock, owns, everybody: outbox.soon });
  const snapshots = openSnapshots({ document: row.id, since: loaded.snapshot, shared, store, compactor, report });
  const writer = openLogWriter({
    document: row.id,
    head,
    store,
    everyMs: () => (outbox.isBusy() ? limits.busyCommitEveryMs : limits.commitEveryMs),
    turned: (works, error) => {
      if (!works) report(error);
      for (const member of members) member.storage(works);
    },
  });
  const shadow = openShadow({ encoded: () => shared.whole().bytes, ahead: writer.unwritten, clientId: ownId, facts });

  /** Law 10. On disk first; then it is what who comes is told, and told to everybody. */
  const write = (bytes: Uint8Array, author: Member | null, using: Iterable<number>, newFacts: readonly FactId[] = []): void => {
    const { person = null, connection = null } = author ?? {};
    writer.add({
      update: { author: person, connection, at: clock(), bytes, facts: newFacts, clients: ids.name(using) },
      written: (seq) => {
        head = seq;
        shared.extend(seq, bytes);
        outbox.tell(updateFrame(bytes), author ?? undefined);
        snapshots.passed(seq);
      },
    });
  };

  const admit = (member: Member, update: Uint8Array): Closing | 'early' | null => {
    // The answer of nearly everybody who comes or comes back.
    if (shared.isKnown(update)) return null;
    if (profile === 'ungated') {
      write(update, member, []);
      return null;
    }
    const reading = readUpdate(update, shadow.doc());
    if (reading === 'undecodable') return closings.badFrame;
    if (reading === 'foreignContent' || reading === 'contradiction') return closings.invalidUpdate;
    const { clients, adds, isEarly } = reading;
    for (const client of clients) if (!ids.isFor(client, member.person)) return closings.invalidUpdate;
    const mayWrite = mayWriteMinutes(meeting.state(), member.person);
    if (adds === 'text' && !mayWrite) return closings.notWritable;
    if (isEarly) return 'early';
    if (adds !== 'nothing' && mayWrite) {
      if (writer.isFull()) return closings.busy;
      const trial = shadow.admit(update);
      if ('code' in trial) return trial;
      for (const client of clients) {
        ids.bind(client, member.person);
        member.clients.add(client);
      }
      const [own, ...after] = trial.updates;
      if (own) write(own, member, clients);
      for (const bytes of [...after, ...trial.mended]) write(bytes, null, [ownId]);
    }
    return null;
  };

  /** Law 9. Once each: the rows of the facts go to disk together with the update that inserts them. */
  const insertNewFacts = (): void => {
    if (sealed) return;
    const state = meeting.state();
    if (state.phase === 'notConvened' || state.minutes.phase === 'issued') return;
    const missing = factsOf(state).filter(({ fact }) => !facts.has(fact));
    if (missing.length === 0) return;
    const updates = shadow.edit((doc) => insertFacts(doc, missing));
    for (const { fact } of missing) facts.add(fact);
    const [first, ...others] = updates;
    if (first)
      write(
        first,
        null,
        [ownId],
        missing.map(({ fact }) => fact),
      );
    for (const bytes of others) write(bytes, null, [ownId]);
  };

  let sealed = false;
  let sealing: Promise<void> = Promise.resolve();

  const onChange = (): void => {
    try {
      const state = meeting.state();
      for (const member of members) if (!mayReadMinutes(state, member.person)) member.close(closings.notPermitted);
      insertNewFacts();
    } catch (error) {
      report(error);
    }
  };
  const stopWatching = meeting.watch(onChange);
  onChange();

  const seal = async (): Promise<() => void> => {
    const before = sealing;
    const { promise, resolve } = Promise.withResolvers<void>();
    sealing = promise;
    await before;
    let over = false;
    const release = (): void => {
      if (over) return;
      over = true;
      sealed = false;
      onChange();
      for (const member of members) member.released();
      resolve();
    };
    try {
      insertNewFacts();
      sealed = true;
      await writer.settled();
    } catch (error) {
      release();
      throw error;
    }
    return release;
  };

  /** What is on disk; the shadow holds more as soon as something waits. */
  const read = (): DocumentJson => {
    const same = shadow.written();
    if (same) return readDocument(same);
    const doc = documentOf([shared.whole().bytes]);
    try {
      return readDocument(doc);
    } finally {
      doc.destroy();
    }
  };

  return {
    row,
    presence,
    join: (member) => {
      members.add(member);
      if (writer.fails()) member.storage(false);
    },
    leave: (member) => {
      members.delete(member);
      presence.leave(member);
    },
    stepOne: () => stepOneFrame(shared.vector()),
    stepTwo: (vector, answer) => {
      try {
        return shared.stepTwo(vector, answer);
      } catch {
        return null;
      }
    },
    admit,
    whenWritten: (call) => writer.add({ update: null, written: call }),
    isSealed: () => sealed,
    seal,
    read,
    fails: writer.fails,
    unwrittenBytes: writer.unwrittenBytes,
    written: writer.ended,
    farewell: async (ms) => {
      const isWritten = await writer.farewell(ms);
      outbox.flush();
      return isWritten;
    },
    members: () => members,
    destroy: async () => {
      stopWatching();
      presence.close();
      outbox.flush();
      await snapshots.settled(head);
      shadow.destroy();
    },
  };
}

/** An id nobody has written under. */
function freshClientId(reach: (client: number) => number, random: DocumentDeps['random']): number {
  let id = drawClientId(random);
  while (reach(id) > 0) id = drawClientId(random);
  return id;
}
