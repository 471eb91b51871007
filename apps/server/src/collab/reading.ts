// Knows what an update would add to a document, without touching it; not whether it may.
import { fragmentName } from '@xieshang/minutes';
import * as Y from 'yjs';
import { contradicts } from './contradiction.ts';

export interface Reading {
  /** Whose new content it brings, as far as the document does not hold it yet. */
  readonly clients: ReadonlySet<number>;
  /** `marks`: it only takes formatting marks away, as each replica does by itself when two edits have made them superfluous. */
  readonly adds: 'nothing' | 'marks' | 'text';
  /** It follows on something that has not come yet. */
  readonly isEarly: boolean;
}

export type Unreadable = 'undecodable' | 'foreignContent' | 'contradiction';

/** Gate 1 (Y9, Y14): most of what is broken is refused before any document has seen it. */
export function readUpdate(update: Uint8Array, doc: Y.Doc): Reading | Unreadable {
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  try {
    decoded = Y.decodeUpdate(update);
  } catch {
    return 'undecodable';
  }
  const clients = new Set<number>();
  /** Up to where each client's content will be there. */
  const reached = new Map<number, number>();
  const reach = (client: number): number => reached.get(client) ?? Y.getState(doc.store, client);
  let isEarly = false;
  for (const struct of decoded.structs) {
    if (struct.length < 1) return 'undecodable';
    if (struct instanceof Y.Skip) continue;
    if (!isOurs(struct)) return 'foreignContent';
    const { client, clock } = struct.id;
    if (clock > reach(client)) isEarly = true;
    if (contradicts(struct, doc)) return 'contradiction';
    const end = clock + struct.length;
    if (end <= reach(client)) continue;
    clients.add(client);
    reached.set(client, end);
  }
  for (const [client, ranges] of decoded.ds.clients) {
    // Nothing deleted: no replica writes that, and Yjs breaks over it.
    if (ranges.some(({ len }) => len < 1)) return 'undecodable';
    if (ranges.some(({ clock, len }) => clock + len > reach(client))) isEarly = true;
  }
  return { clients, isEarly, adds: clients.size > 0 ? 'text' : deletes(decoded.ds, doc) };
}

/** Only the kinds of content an editor of minutes makes, under the one root there is. */
function isOurs(struct: Y.Item | Y.GC): boolean {
  if (!(struct instanceof Y.Item)) return struct instanceof Y.GC;
  const parent: unknown = struct.parent;
  if (typeof parent === 'string' && (parent !== fragmentName || struct.parentSub !== null)) return false;
  const { content } = struct;
  if (content instanceof Y.ContentType) return content.type instanceof Y.XmlElement || content.type instanceof Y.XmlText;
  return (
    content instanceof Y.ContentString ||
    content instanceof Y.ContentFormat ||
    content instanceof Y.ContentAny ||
    content instanceof Y.ContentDeleted
  );
}

function deletes(ds: ReturnType<typeof Y.decodeUpdate>['ds'], doc: Y.Doc): Reading['adds'] {
  let adds: Reading['adds'] = 'nothing';
  for (const [client, ranges] of ds.clients) {
    const structs = doc.store.clients.get(client) ?? [];
    for (const { clock, len } of ranges) {
      const end = clock + len;
      if (end > Y.getState(doc.store, client)) return 'text';
      for (let place = Y.findIndexSS(structs, clock); place < structs.length; place += 1) {
        const struct = structs[place];
        if (!struct || struct.id.clock >= end) break;
        if (struct.deleted) continue;
        if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentFormat)) return 'text';
        adds = 'marks';
      }
    }
  }
  return adds;
}
