// Law 12 at the binding: while the gate is closed the view's text reaches the document neither as content nor as deleted content.
import { fragmentName, schema } from '@xieshang/minutes';
import type { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { holdBinding } from './hold-composition.ts';

const docOf = (text: string): Node =>
  schema.nodeFromJSON({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }) as unknown as Node;

/** The binding with a view that has a state and no page. */
function desk() {
  const doc = new Y.Doc({ gc: false });
  const binding = new ProsemirrorBinding(doc.getXmlFragment(fragmentName));
  const view = { state: EditorState.create({ doc: docOf('会议') }) };
  binding.prosemirrorView = view;
  const gate = { closed: false };
  const hold = holdBinding(view as unknown as EditorView, binding, gate);
  const show = (text: string): void => {
    view.state = EditorState.create({ doc: docOf(text) });
    binding._prosemirrorChanged(view.state.doc);
  };
  return { doc, binding, gate, hold, show };
}

test('law 12: nothing of a composition enters the document before its end, and nothing but its outcome ever does', () => {
  const { doc, gate, hold, show } = desk();
  show('会议');
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  gate.closed = true;
  for (const text of ['会议z', '会议zh', '会议zhong']) show(text);
  expect(hold.holds()).toBe(true);
  expect(updates).toEqual([]);
  show('会议中');
  gate.closed = false;
  hold.flush();
  expect(hold.holds()).toBe(false);
  expect(doc.getXmlFragment(fragmentName).toJSON()).toContain('会议中');
  expect(updates).toHaveLength(1);
  expect(new TextDecoder().decode(Y.encodeStateAsUpdate(doc))).not.toMatch(/zh|ong/);
});

test('law 12: the outcome of a composition is one step that its writer can take back', () => {
  const { doc, binding, gate, hold, show } = desk();
  show('会议');
  const undo = new Y.UndoManager(binding.type, { captureTimeout: 0, trackedOrigins: new Set([ySyncPluginKey]) });
  gate.closed = true;
  show('会议中国');
  gate.closed = false;
  hold.flush();
  undo.undo();
  expect(doc.getXmlFragment(fragmentName).toJSON()).toContain('>会议<');
});
