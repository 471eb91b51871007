// Knows what the disk holds of the minutes and of the meetings beside the server's back; not how it came there.
import * as Y from 'yjs';
import { bystanders, stateHash, type Arena } from './arena.ts';
import { updateIn } from './yjs-frames.ts';

export function hashOf(arena: Arena): string {
  const database = arena.database();
  try {
    return stateHash(database);
  } finally {
    database.close();
  }
}

function updatesOf(arena: Arena): readonly { readonly author: string | null; readonly bytes: Uint8Array }[] {
  const database = arena.database();
  try {
    const rows = database.prepare('select author, bytes from minutes_updates where document = ? order by seq').all(arena.document);
    return rows.flatMap(({ author, bytes }) =>
      bytes instanceof Uint8Array ? [{ author: author === null ? null : String(author), bytes }] : [],
    );
  } finally {
    database.close();
  }
}

/** The text as it stands in the log. */
export function textOf(arena: Arena): Y.Doc {
  const doc = new Y.Doc({ gc: false });
  for (const { bytes } of updatesOf(arena)) Y.applyUpdate(doc, bytes);
  return doc;
}

/** Every try has a client id of its own: what stands in the log under that of a refused frame, or beyond those taken, should not be there. */
export function smuggled(arena: Arena, taken: readonly Uint8Array[]): number {
  const mayBe = new Set(taken.flatMap((frame) => clientsIn(updateIn(frame))));
  const rows = updatesOf(arena).filter(({ author }) => author !== null && !(bystanders as readonly string[]).includes(author));
  const strange = rows.filter(({ bytes }) => clientsIn(bytes).some((client) => !mayBe.has(client))).length;
  return strange + Math.max(rows.length - taken.length, 0);
}

const clientsIn = (update: Uint8Array | null): readonly number[] =>
  update === null ? [] : Y.decodeUpdate(update).structs.map(({ id }) => id.client);
