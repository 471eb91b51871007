// Knows how an editor reads and writes a replica of the minutes, without a screen; not what it should write.
import type { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection, type Command } from '@tiptap/pm/state';
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { fragmentName } from '../document-id.ts';
import { schema as ownSchema } from '../schema.ts';
import { soundEditsPlugin } from '../sound-edits.ts';

export interface HeadlessEditor {
  /** As the binding shows the replica now. Like the real one it deletes from the replica what its schema does not accept. */
  read(): Node;
  /** Runs a command over a selection and writes the difference into the replica, as the binding does. False when it does not apply. */
  edit(command: Command, from?: number, to?: number): boolean;
}

/** Of the transactions that write what an editor did: what undo takes back. */
export const editorOrigin = 'editor';

/** `schema`: another one, for an editor of another version. */
export function openEditor(replica: Y.Doc, schema: typeof ownSchema = ownSchema): HeadlessEditor {
  const fragment = replica.getXmlFragment(fragmentName);
  const read = () => initProseMirrorDoc(fragment, schema);
  return {
    read: () => read().doc,
    edit: (command, from = 0, to = from) => {
      const { doc, meta } = read();
      const selection = TextSelection.between(doc.resolve(clamp(from, doc)), doc.resolve(clamp(to, doc)));
      let after: Node | undefined;
      const state = EditorState.create({ doc, selection, plugins: [soundEditsPlugin()] });
      const applies = command(state, (transaction) => {
        const applied = state.applyTransaction(transaction);
        if (applied.transactions.length > 0) after = applied.state.doc;
      });
      const written = after;
      if (written !== undefined) replica.transact(() => updateYFragment(replica, fragment, written, meta), editorOrigin);
      return applies;
    },
  };
}

/** A place in the document, and none between the two halves of a character: no cursor stands there. */
function clamp(place: number, doc: Node): number {
  const inside = Math.min(Math.max(place, 0), doc.content.size);
  return inside > 0 && /[\uD800-\uDBFF]$/.test(doc.textBetween(inside - 1, inside)) ? inside + 1 : inside;
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
