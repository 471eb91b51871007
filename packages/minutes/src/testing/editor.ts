// Knows how an editor reads and writes a replica of the minutes, without a screen; not what it should write.
import type { Node } from '@tiptap/pm/model';
import { EditorState, type Transaction } from '@tiptap/pm/state';
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { fragmentName } from '../document-id.ts';
import { schema as ownSchema } from '../schema.ts';

export interface HeadlessEditor {
  /** As the binding shows the replica now. Like the real one it deletes from the replica what its schema does not accept. */
  read(): Node;
  /** Changes what is read through a ProseMirror transaction and writes the difference into the replica, as the binding does. */
  edit(change: (transaction: Transaction, doc: Node) => void): void;
}

/** `schema`: another one, for an editor of another version. */
export function openEditor(replica: Y.Doc, schema: typeof ownSchema = ownSchema): HeadlessEditor {
  const fragment = replica.getXmlFragment(fragmentName);
  const read = () => initProseMirrorDoc(fragment, schema);
  return {
    read: () => read().doc,
    edit: (change) => {
      const { doc, meta } = read();
      const state = EditorState.create({ doc });
      const transaction = state.tr;
      change(transaction, doc);
      replica.transact(() => updateYFragment(replica, fragment, transaction.doc, meta));
    },
  };
}

/** Another replica of the same document. */
export function replicaOf(doc: Y.Doc, clientId?: number): Y.Doc {
  const replica = new Y.Doc({ gc: false });
  if (clientId !== undefined) replica.clientID = clientId;
  Y.applyUpdate(replica, Y.encodeStateAsUpdate(doc));
  return replica;
}

/** Both hold afterwards what either held before. */
export function exchange(one: Y.Doc, other: Y.Doc): void {
  const [fromOne, fromOther] = [Y.encodeStateAsUpdate(one), Y.encodeStateAsUpdate(other)];
  Y.applyUpdate(one, fromOther);
  Y.applyUpdate(other, fromOne);
}
