// Knows how a document comes out of its log, or into being (Y1); never answers with less than the log holds.
import { documentId, factsIn, fragmentName, schemaVersion, writeSkeleton, type FactId, factId } from '@xieshang/minutes';
import type { Meeting, MeetingId } from '@xieshang/meeting';
import * as Y from 'yjs';
import type { Committee, MinutesClient, MinutesDocument, MinutesStore, StoredMinutes } from '../ports.ts';
import { drawClientId } from './client-ids.ts';
import { openSharedState, type SharedState } from './shared-state.ts';

export interface Loaded {
  /** All that is on disk. */
  readonly live: Y.Doc;
  /** The same, encoded. */
  readonly shared: SharedState;
  /** `seq` of the last update in it. */
  readonly head: number;
  readonly snapshotSeq: number;
  readonly facts: readonly FactId[];
  readonly clients: readonly MinutesClient[];
}

export interface LoadingDeps {
  readonly store: MinutesStore;
  readonly committee: () => Promise<Committee>;
  readonly clock: () => number;
  readonly random: (bytes: number) => Uint8Array;
  readonly report: (error: unknown) => void;
}

/** The document of a meeting in today's schema; made, with its skeleton in the same transaction, when there is none. */
export async function findOrCreate(meeting: MeetingId, state: () => Meeting, deps: LoadingDeps): Promise<MinutesDocument> {
  const { store, committee, clock, random } = deps;
  const known = await store.find(meeting, schemaVersion);
  if (known) return known;
  const { name, zone } = await committee();
  const doc = new Y.Doc({ gc: false });
  doc.clientID = drawClientId(random);
  writeSkeleton(doc, state(), { name, zone });
  const generation = await store.firstGeneration();
  const row: MinutesDocument = { id: documentId(meeting, generation), meeting, schema: schemaVersion, generation };
  const bytes = Y.encodeStateAsUpdate(doc);
  const facts = factsIn(doc);
  const clients = [{ client: doc.clientID, person: null }];
  doc.destroy();
  await store.create(row, { author: null, connection: null, at: clock(), bytes, facts, clients });
  // Whoever was first, what is stored is the one there is.
  const made = await store.find(meeting, schemaVersion);
  if (!made) throw new Error('the minutes were not created');
  return made;
}

/** Rejects when the log cannot be read or is not whole. */
export async function load(row: MinutesDocument, { store, report }: Pick<LoadingDeps, 'store' | 'report'>): Promise<Loaded> {
  const stored = await store.load(row.id);
  const started = fromSnapshot(stored, report);
  const { live, seq: snapshotSeq, bytes: snapshot } = started;
  const shared = openSharedState(live, snapshot);
  let head = snapshotSeq;
  for (const { seq, bytes } of await store.updates(row.id, head)) {
    if (seq !== head + 1) throw new Error(`the log of the minutes has a gap after ${head}`);
    Y.applyUpdate(live, bytes);
    head = seq;
  }
  if (head === 0) throw new Error('the log of the minutes is empty');
  if (live.store.pendingStructs !== null || live.store.pendingDs !== null) throw new Error('the log of the minutes is not whole');
  live.getXmlFragment(fragmentName);
  return { live, shared, head, snapshotSeq, facts: stored.facts.map(factId), clients: stored.clients };
}

interface Started {
  readonly live: Y.Doc;
  readonly seq: number;
  /** The snapshot the document was made from. */
  readonly bytes: Uint8Array | null;
}

/** A snapshot that cannot be read is as good as none. */
function fromSnapshot({ snapshot }: StoredMinutes, report: (error: unknown) => void): Started {
  const live = new Y.Doc({ gc: false });
  if (!snapshot) return { live, seq: 0, bytes: null };
  try {
    Y.applyUpdate(live, snapshot.bytes);
    if (live.store.pendingStructs === null && live.store.pendingDs === null) return { live, ...snapshot };
    report(new Error('a snapshot of the minutes is not whole'));
  } catch (error) {
    report(error);
  }
  live.destroy();
  return { live: new Y.Doc({ gc: false }), seq: 0, bytes: null };
}
