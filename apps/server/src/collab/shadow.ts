// The document one step ahead: everything admitted, also what is not on disk yet. Tries updates out (law 11); knows no rights and no disk.
import { factsIn, faultOf, faultOfPiece, fragmentName, repair, type FactId } from '@xieshang/minutes';
import * as Y from 'yjs';
import { closings, type Closing } from './closing.ts';
import { limits } from './limits.ts';

export interface ShadowDeps {
  /** The document as it is on disk, encoded. */
  readonly encoded: () => Uint8Array;
  /** What is admitted and not on disk yet, in order. */
  readonly ahead: () => readonly Uint8Array[];
  /** What the server writes under in this document; the same as long as it is loaded. */
  readonly clientId: number;
  /** The facts that must stand in it. */
  readonly facts: ReadonlySet<FactId>;
}

export interface Trial {
  /** What it adds, as it is to be stored; empty when that is nothing. */
  readonly updates: readonly Uint8Array[];
  /** What the server had to mend after it. */
  readonly mended: readonly Uint8Array[];
}

export interface Shadow {
  /** To be read only. Made when it is needed for the first time: those who only read never need it. */
  doc(): Y.Doc;
  /** The same when it is there and holds nothing that is not on disk. */
  written(): Y.Doc | null;
  /** Y9, Y12, Y14. Takes an update in, or refuses it and is as if it had never come. */
  admit(update: Uint8Array): Trial | Closing;
  /** A change by the server itself; answers with what it adds. */
  edit(change: (doc: Y.Doc) => void): readonly Uint8Array[];
  destroy(): void;
}

const isText = (type: unknown): boolean => type instanceof Y.XmlText;

export function openShadow({ encoded, ahead, clientId, facts }: ShadowDeps): Shadow {
  let current: Y.Doc | null = null;
  let transactions: Y.Transaction[] = [];
  let updates: Uint8Array[] = [];
  /** Never less than the document's size. */
  let size = 0;

  const rebuilt = (): Y.Doc => {
    const doc = new Y.Doc({ gc: false });
    const state = encoded();
    size = state.byteLength;
    Y.applyUpdate(doc, state);
    for (const update of ahead()) {
      Y.applyUpdate(doc, update);
      size += update.byteLength;
    }
    // Only now: Yjs changes the id of a document to which its own content comes from outside.
    doc.clientID = clientId;
    doc.getXmlFragment(fragmentName);
    doc.on('afterTransaction', (transaction: Y.Transaction) => transactions.push(transaction));
    doc.on('update', (update: Uint8Array) => updates.push(update));
    return doc;
  };

  const own = (): Y.Doc => (current ??= rebuilt());

  const forget = (): void => {
    current?.destroy();
    current = null;
  };

  /** What a change of the shadow adds. */
  const during = (change: (doc: Y.Doc) => void): readonly Uint8Array[] => {
    const changing = own();
    transactions = [];
    updates = [];
    change(changing);
    for (const update of updates) size += update.byteLength;
    return updates;
  };

  const edit = (change: (doc: Y.Doc) => void): readonly Uint8Array[] => {
    try {
      return during((changing) => changing.transact(() => change(changing), 'server'));
    } catch (error) {
      forget();
      throw error;
    }
  };

  return {
    doc: own,
    written: () => (ahead().length > 0 ? null : current),
    edit,
    destroy: forget,
    admit: (update) => {
      try {
        const added = during((changing) => Y.applyUpdate(changing, update, 'editor'));
        const trying = own();
        const pieces = newPieces(trying, transactions);
        const structural =
          transactions.some(({ changed }) => [...changed.keys()].some((type) => !isText(type))) ||
          pieces.some(({ parent }) => !isText(parent));
        const refusal = (structural ? faultOfBlocks(trying, transactions, facts) : faultOfPieces(trying, pieces)) ?? sizeFault(trying);
        if (refusal) {
          forget();
          return refusal;
        }
        return { updates: added, mended: structural ? edit((mending) => void repair(mending, [...facts])) : [] };
      } catch {
        forget();
        return closings.invalidUpdate;
      }
    },
  };

  function sizeFault(trying: Y.Doc): Closing | null {
    if (size <= limits.stateBytes) return null;
    size = Y.encodeStateAsUpdate(trying).byteLength;
    return size <= limits.stateBytes ? null : closings.tooLarge;
  }
}

const isWaiting = ({ store }: Y.Doc): boolean => store.pendingStructs !== null || store.pendingDs !== null;

/** Only texts have changed, and those were sound: what is new in them decides, however long they are. */
function faultOfPieces(doc: Y.Doc, pieces: readonly Y.Item[]): Closing | null {
  return isWaiting(doc) || pieces.some((piece) => faultOfPiece(piece)) ? closings.invalidUpdate : null;
}

function faultOfBlocks(doc: Y.Doc, transactions: readonly Y.Transaction[], facts: ReadonlySet<FactId>): Closing | null {
  if (isWaiting(doc) || !holdsBlocksOnly(doc.getXmlFragment(fragmentName))) return closings.invalidUpdate;
  for (const block of changedBlocks(doc, transactions)) if (faultOf(block)) return closings.invalidUpdate;
  const there = new Set(factsIn(doc));
  return [...facts].every((fact) => there.has(fact)) ? null : closings.invalidUpdate;
}

/** What has come in and is not deleted. */
function newPieces({ store }: Y.Doc, transactions: readonly Y.Transaction[]): readonly Y.Item[] {
  const pieces: Y.Item[] = [];
  for (const { beforeState, afterState } of transactions) {
    for (const [client, end] of afterState) {
      const start = beforeState.get(client) ?? 0;
      const structs = start < end ? (store.clients.get(client) ?? []) : [];
      if (structs.length === 0) continue;
      for (let place = Y.findIndexSS(structs, start); place < structs.length; place += 1) {
        const struct = structs[place];
        if (!struct || struct.id.clock >= end) break;
        if (struct instanceof Y.Item && !struct.deleted) pieces.push(struct);
      }
    }
  }
  return pieces;
}

/** Letters or values at the top belong to no block, so no screen would show them. */
function holdsBlocksOnly(fragment: Y.XmlFragment): boolean {
  for (let item = fragment._start; item; item = item.right) {
    if (!item.deleted && !(item.content instanceof Y.ContentType)) return false;
  }
  return true;
}

/** The top-level blocks that are new or in which something has changed. */
function changedBlocks(doc: Y.Doc, transactions: readonly Y.Transaction[]): ReadonlySet<Y.XmlElement | Y.XmlText> {
  const fragment = doc.getXmlFragment(fragmentName);
  const blocks = new Set<Y.XmlElement | Y.XmlText>();
  const add = (block: unknown): void => {
    if (block instanceof Y.XmlElement || block instanceof Y.XmlText) blocks.add(block);
  };
  for (const { changed, beforeState } of transactions) {
    for (const type of changed.keys()) {
      if (type !== (fragment as unknown)) {
        let block = type;
        while (block.parent && block.parent !== (fragment as unknown)) block = block.parent;
        if (block._item && !block._item.deleted) add(block);
        continue;
      }
      for (const child of fragment.toArray()) {
        const id = child._item?.id;
        if (id && id.clock >= (beforeState.get(id.client) ?? 0)) add(child);
      }
    }
  }
  return blocks;
}
