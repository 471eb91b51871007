// Knows how a document comes out of its log, or into being (Y1); never answers with less than the log holds.
import { documentId, factId, factsIn, schemaVersion, writeSkeleton, type FactId } from '@xieshang/minutes';
import type { Meeting, MeetingId } from '@xieshang/meeting';
import * as Y from 'yjs';
import type { Committee, MinutesClient, MinutesDocument, MinutesSnapshot, MinutesStore } from '../ports.ts';
import { drawClientId } from './client-ids.ts';
import { partsOf } from './outline.ts';
import { sectionsOf } from './sections.ts';
import { openSharedState, type Encoded, type SharedState } from './shared-state.ts';

export interface Loaded {
  /** All that is on disk. */
  readonly shared: SharedState;
  /** `seq` of the last update in it. */
  readonly head: number;
  /** The snapshot it was made from: up to where, and how long; 0 for none. */
  readonly snapshot: { readonly seq: number; readonly bytes: number };
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

/** The document of a meeting in today's schema; made, with its skeleton in the same transaction, when there is none in any. */
export async function findOrCreate(meeting: MeetingId, state: () => Meeting, deps: LoadingDeps): Promise<MinutesDocument> {
  const { store, committee, clock, random } = deps;
  const known = (await store.find(meeting, schemaVersion)) ?? (await carriedOver(meeting, deps));
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

/**
 * P1. A text begun under an earlier schema goes on under today's: all of it, also what was deleted, is the first update of the new document.
 * Client ids stay whose they were. The earlier log stays as it is; pages that know its name are sent away.
 */
async function carriedOver(meeting: MeetingId, { store, clock }: LoadingDeps): Promise<MinutesDocument | null> {
  const earlier = await store.findEarlier(meeting, schemaVersion);
  if (!earlier) return null;
  const { generation } = earlier;
  const row: MinutesDocument = { id: documentId(meeting, generation), meeting, schema: schemaVersion, generation };
  const { facts, clients } = await store.load(earlier.id);
  const doc = documentOf((await store.updates(earlier.id, 0)).map(({ bytes }) => bytes));
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) throw new Error('the earlier log of the minutes is not whole');
  const bytes = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  await store.create(row, { author: null, connection: null, at: clock(), bytes, facts, clients });
  return store.find(meeting, schemaVersion);
}

type Update = Awaited<ReturnType<MinutesStore['updates']>>[number];

/** Rejects when the log cannot be read or is not whole. What was written after the snapshot is not decoded, nor is a snapshot with its outline. */
export async function load(row: MinutesDocument, { store, report }: Pick<LoadingDeps, 'store' | 'report'>): Promise<Loaded> {
  const { snapshot, facts, clients } = await store.load(row.id);
  const started = snapshot && fromSnapshot(snapshot, report);
  const snapshotSeq = started ? snapshot.seq : 0;
  const rows = await store.updates(row.id, snapshotSeq);
  for (const [place, { seq }] of rows.entries()) {
    if (seq !== snapshotSeq + place + 1) throw new Error(`the log of the minutes has a gap after ${snapshotSeq + place}`);
  }
  const head = snapshotSeq + rows.length;
  if (head === 0) throw new Error('the log of the minutes is empty');
  const shared = openSharedState(started ?? fromLog(rows));
  if (started) for (const { seq, bytes } of rows) shared.extend(seq, bytes);
  return { shared, head, snapshot: { seq: snapshotSeq, bytes: started?.bytes.length ?? 0 }, facts: facts.map(factId), clients };
}

/** A snapshot that cannot be read is as good as none. */
function fromSnapshot({ seq, bytes, outline }: MinutesSnapshot, report: (error: unknown) => void): Encoded | null {
  const parts = outline === null ? null : partsOf(seq, bytes, outline);
  if (parts) return { bytes, sections: parts };
  if (outline !== null) {
    report(new Error('a snapshot of the minutes is not what was written'));
    return null;
  }
  try {
    if (isWhole([bytes])) return { bytes, sections: sectionsOf(bytes) };
    report(new Error('a snapshot of the minutes is not whole'));
  } catch (error) {
    report(error);
  }
  return null;
}

function isWhole(updates: readonly Uint8Array[]): boolean {
  const doc = documentOf(updates);
  const { pendingStructs, pendingDs } = doc.store;
  doc.destroy();
  return pendingStructs === null && pendingDs === null;
}

/** Decoded once, so that it is as small as it gets. */
function fromLog(rows: readonly Update[]): Encoded {
  const doc = documentOf(rows.map(({ bytes }) => bytes));
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) throw new Error('the log of the minutes is not whole');
  const bytes = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return { bytes, sections: sectionsOf(bytes) };
}

/** A document that is nobody's. */
export function documentOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc({ gc: false });
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}
