// Law 9 in the editor: nobody deletes, copies or changes a fact; the text around it can be deleted.
import { schema } from '@xieshang/minutes';
import { Slice, type Node } from '@tiptap/pm/model';
import { AllSelection, EditorState, TextSelection } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { describe, expect, test } from 'vitest';
import { coversFact, deleteAroundFacts, leavesFacts, removeEmptyBeside } from './fact-guard.ts';

const paragraph = (text: string) => ({ type: 'paragraph', ...(text && { content: [{ type: 'text', text }] }) });
const fact = (id: string) => ({ type: 'fact', attrs: { fact: id } });
// The state's library is the page's copy, the schema's the package's: one and the same at run time.
const docOf = (...content: readonly object[]): Node => schema.nodeFromJSON({ type: 'doc', content }) as unknown as Node;
const stateOf = (doc: Node): EditorState => EditorState.create({ doc });
const read = (doc: Node): string[] =>
  doc.content.content.map((node) => (node.type.name === 'fact' ? `#${node.attrs['fact']}` : node.textContent));

const doc = docOf(paragraph('导语文字'), fact('roll'), paragraph('正文'), fact('names'), paragraph('结尾'));
const start = { opening: 1, roll: 6, body: 8 };

describe('law 9: a transaction of this person', () => {
  const state = stateOf(doc);
  test('may write beside facts', () => expect(leavesFacts(state.tr.insertText('字', start.opening), state)).toBe(true));
  test('may not delete one', () => expect(leavesFacts(state.tr.delete(start.roll, start.roll + 1), state)).toBe(false));
  test('may not copy one', () => expect(leavesFacts(state.tr.insert(0, doc.child(1)), state)).toBe(false));
  test('may not change one', () => expect(leavesFacts(state.tr.setNodeAttribute(start.roll, 'fact', 'vote.m1.1'), state)).toBe(false));
  test('may not move one', () => {
    const tr = state.tr.delete(start.roll, start.roll + 1);
    expect(leavesFacts(tr.insert(tr.doc.content.size, doc.child(1)), state)).toBe(false);
  });
  test('the server may do all that', () =>
    expect(leavesFacts(state.tr.delete(start.roll, start.roll + 1).setMeta(ySyncPluginKey, { isChangeOrigin: true }), state)).toBe(true));
});

test('law 9: a deletion across facts takes the text and leaves the facts', () => {
  const state = stateOf(doc);
  const from = start.opening + 2;
  const to = doc.content.size - 2;
  expect(coversFact(state, from, to)).toBe(true);
  const tr = deleteAroundFacts(state, from, to);
  if (!tr) throw new Error('nothing was deleted');
  expect(read(tr.doc)).toEqual(['导语', '#roll', '#names', '尾']);
  expect(leavesFacts(tr, state)).toBe(true);
  expect(tr.selection.head).toBe(from);
});

test('law 9: all selected and deleted leaves the facts and a place to write', () => {
  const state = stateOf(doc).apply(stateOf(doc).tr.setSelection(new AllSelection(doc)));
  const tr = deleteAroundFacts(state, 0, doc.content.size);
  if (!tr) throw new Error('nothing was deleted');
  expect(read(tr.doc).toSorted()).toEqual(['', '#names', '#roll']);
  expect(leavesFacts(tr, state)).toBe(true);
  expect(tr.selection.$head.parent.isTextblock).toBe(true);
});

test('an empty paragraph between facts can be removed, a written one cannot be joined into them', () => {
  const empty = docOf(fact('roll'), paragraph(''), fact('names'), paragraph('尾'));
  const at = (state: EditorState, place: number): EditorState => state.apply(state.tr.setSelection(TextSelection.create(state.doc, place)));
  expect(read(removeEmptyBeside(at(stateOf(empty), 2), -1)?.doc ?? empty)).toEqual(['#roll', '#names', '尾']);
  expect(removeEmptyBeside(at(stateOf(doc), start.body), -1)).toBeNull();
});

test('a slice over a fact is refused as a whole', () => {
  const state = stateOf(doc);
  expect(leavesFacts(state.tr.replace(1, start.body, Slice.empty), state)).toBe(false);
});
