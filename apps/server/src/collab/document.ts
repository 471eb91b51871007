// One loaded document of minutes: what is admitted, written and told on, in this order (law 10). Knows no sockets and no SQL.
import { factsOf, insertFacts, readDocument, type DocumentJson, type FactId } from '@xieshang/minutes';
import { mayReadMinutes, mayWriteMinutes, type Meeting, type PersonId } from '@xieshang/meeting';
import * as Y from 'yjs';
import type { Profile } from '../config.ts';
import type { MinutesDocument, MinutesStore } from '../ports.ts';
import { clientIds, drawClientId } from './client-ids.ts';
import { closings, type Closing } from './closing.ts';
import type { Loaded } from './loading.ts';
import { openLogWriter } from './log-writer.ts';
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
export interface Member extends Visitor {
  readonly person: PersonId;
  readonly connection: string;
  /** The client ids it writes and moves its cursor under. */
  readonly clients: Set<number>;
  close(closing: Closing): void;
  /** The disk fails, or works again. */
  storage(works: boolean): void;
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
}

export interface OpenDocument {
  readonly row: MinutesDocument;
  readonly presence: Presence<Member>;
  join(member: Member): void;
  leave(member: Member): void;
  stepOne(): Uint8Array;
  /** Null when the state vector is none. */
  stepTwo(vector: Uint8Array): Uint8Array | null;
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

export function openDocument({ row, loaded, meeting, store, clock, random, report, profile }: DocumentDeps): OpenDocument {
  const { live, shared, head } = loaded;
  const members = new Set<Member>();
  const facts = new Set<FactId>(loaded.facts);
  const ids = clientIds(loaded.clients);
  const ownId = freshClientId(live, random);
  ids.bind(ownId, null);

  const tell = (frame: Uint8Array, except?: Member): void => {
    for (const member of members) if (member !== except) member.send(frame);
  };
  /** Y16. The first cursor a connection shows by itself is its own; of others it may only repeat what it has heard. */
  const owns = ({ person, clients }: Member, client: number, alone: boolean): boolean => {
    if (!ids.isFor(client, person)) return false;
    if (clients.has(client)) return true;
    if (!alone || clients.size > 0) return false;
    ids.bind(client, person);
    clients.add(client);
    return true;
  };
  const presence = openPresence<Member>({ clock, owns, everybody: tell });
  const snapshots = openSnapshots({ document: row.id, since: loaded.snapshotSeq, store, report });
  const writer = openLogWriter({
    document: row.id,
    head,
    store,
    turned: (works, error) => {
      if (!works) report(error);
      for (const member of members) member.storage(works);
    },
  });
  const shadow = openShadow({ live, encoded: shared.whole, ahead: writer.unwritten, clientId: ownId, facts });

  /** Law 10. On disk first; then in the document, then to everybody. */
  const write = (bytes: Uint8Array, author: Member | null, using: Iterable<number>, newFacts: readonly FactId[] = []): void => {
    const { person = null, connection = null } = author ?? {};
    writer.add({
      update: { author: person, connection, at: clock(), bytes, facts: newFacts, clients: ids.name(using) },
      written: (seq) => {
        Y.applyUpdate(live, bytes);
        tell(updateFrame(bytes), author ?? undefined);
        snapshots.passed(seq, shared.renew);
      },
    });
  };

  const admit = (member: Member, update: Uint8Array): Closing | 'early' | null => {
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
    stepOne: () => stepOneFrame(Y.encodeStateVector(live)),
    stepTwo: (vector) => {
      try {
        return shared.stepTwo(vector);
      } catch {
        return null;
      }
    },
    admit,
    whenWritten: (call) => writer.add({ update: null, written: call }),
    isSealed: () => sealed,
    seal,
    read: () => readDocument(live),
    fails: writer.fails,
    unwrittenBytes: writer.unwrittenBytes,
    written: writer.ended,
    farewell: writer.farewell,
    members: () => members,
    destroy: async () => {
      stopWatching();
      presence.close();
      await snapshots.settled();
      shadow.destroy();
      live.destroy();
    },
  };
}

/** An id nobody has written under; not the document's own, which Yjs would change as soon as the text comes back from the log. */
function freshClientId(doc: Y.Doc, random: DocumentDeps['random']): number {
  let id = doc.clientID;
  while (id === doc.clientID || doc.store.clients.has(id)) id = drawClientId(random);
  return id;
}
