// Knows why minutes begin a new generation after a restoration (Y2), and how: the same text under another name. Opens no file.
import { meetingId, type MeetingId } from '@xieshang/meeting';
import { documentId, factsIn, fragmentName, readDocumentId, schemaVersion, writeSkeleton } from '@xieshang/minutes';
import { emptyHistory, replay, type EventLog } from '@xieshang/room';
import * as Y from 'yjs';
import type { Committee, MinutesStore, MinutesUpdate } from '../ports.ts';
import type { Inventory } from './inventory.ts';

export interface NewGeneration {
  readonly document: string;
  readonly meeting: string;
  readonly facts: number;
  readonly clients: number;
}

/** The restored data as they are to be changed. */
export interface Reopened {
  readonly minutes: MinutesStore;
  readonly eventLog: Pick<EventLog, 'read'>;
  readonly committee: () => Promise<Committee>;
}

/**
 * Pages that are still open hold text from after the backup, perhaps facts of a log that is gone. The document they know is another one now:
 * they are sent away with 4404 and show what they had not saved. The old log stays as it is; the whole of it is the first update of the new one.
 * Minutes that nobody had opened yet get a new name too: pages may know the first one from after the backup.
 */
export async function beginGenerations(store: Reopened, inventory: Inventory, now: number): Promise<readonly NewGeneration[]> {
  const begun: NewGeneration[] = [];
  for (const meeting of unissued(inventory)) {
    const old = newestOf(meeting, inventory);
    // The second, not the next number: the same backup may be restored twice, and pages know the first of the two.
    const generation = Math.max((old?.generation ?? 1) + 1, Math.floor(now / 1000));
    const document = { id: documentId(meeting, generation), meeting, schema: schemaVersion, generation };
    const { bytes, facts, clients } = old ? await textOf(old.id, store) : await skeletonOf(meeting, store);
    const made = await store.minutes.create(document, { author: null, connection: null, at: now, bytes, facts, clients });
    if (!made) throw new Error(`${document.id} is there already`);
    begun.push({ document: document.id, meeting, facts: facts.length, clients: clients.length });
  }
  return begun;
}

/** Issued minutes take no more text from anybody (law 13). */
const unissued = ({ meetings }: Inventory): readonly MeetingId[] =>
  meetings.flatMap(({ meeting, issued }) => (issued === null ? [meetingId(meeting)] : []));

function newestOf(meeting: MeetingId, { minutes }: Inventory): { readonly id: string; readonly generation: number } | null {
  const named = minutes.flatMap(({ document }) => {
    const parts = readDocumentId(document);
    return parts?.meeting === meeting && parts.schema <= schemaVersion ? [{ id: document, ...parts }] : [];
  });
  // A text begun under an earlier schema goes on under today's; where both are there the later one has all of it.
  return named.toSorted((one, other) => one.schema - other.schema || one.generation - other.generation).at(-1) ?? null;
}

type Beginning = Pick<MinutesUpdate, 'bytes' | 'facts' | 'clients'>;

/** The whole text, also what was deleted in it; client ids stay whose they were, so that nobody else goes on under them (Y13). */
async function textOf(document: string, { minutes }: Reopened): Promise<Beginning> {
  const [before, after] = [new Y.Doc({ gc: false }), new Y.Doc({ gc: false })];
  try {
    for (const { bytes } of await minutes.updates(document, 0)) Y.applyUpdate(before, bytes);
    const bytes = Y.encodeStateAsUpdate(before);
    Y.applyUpdate(after, bytes);
    if (readable(before) !== readable(after)) throw new Error(`the text of ${document} did not survive`);
    const { facts, clients } = await minutes.load(document);
    return { bytes, facts, clients };
  } finally {
    before.destroy();
    after.destroy();
  }
}

async function skeletonOf(meeting: MeetingId, { eventLog, committee }: Reopened): Promise<Beginning> {
  const doc = new Y.Doc({ gc: false });
  try {
    writeSkeleton(doc, replay(emptyHistory(meeting), await eventLog.read(meeting, 0)).history.state, await committee());
    return { bytes: Y.encodeStateAsUpdate(doc), facts: factsIn(doc), clients: [{ client: doc.clientID, person: null }] };
  } finally {
    doc.destroy();
  }
}

const readable = (doc: Y.Doc): string => doc.getXmlFragment(fragmentName).toJSON();

/** What a restored database must hold: what the manifest says, what was begun, and that it was restored. */
export function withGenerations(manifest: Inventory, begun: readonly NewGeneration[], epochs: number): Inventory {
  const more: Readonly<Record<string, number>> = {
    epochs,
    minutes_documents: begun.length,
    minutes_updates: begun.length,
    minutes_facts: begun.reduce((sum, { facts }) => sum + facts, 0),
    minutes_clients: begun.reduce((sum, { clients }) => sum + clients, 0),
  };
  return {
    counts: Object.fromEntries(Object.entries(manifest.counts).map(([table, rows]) => [table, rows + (more[table] ?? 0)])),
    meetings: manifest.meetings,
    minutes: [...manifest.minutes, ...begun.map(({ document, meeting }) => ({ document, meeting, seq: 1 }))],
  };
}
