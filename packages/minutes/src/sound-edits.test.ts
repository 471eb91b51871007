// What an editor must not do by itself to a table that merging left with unequal rows. Law 11: the server mends it, once.
import { addRowAfter, fixTables } from '@tiptap/pm/tables';
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { describe, expect, test } from 'vitest';
import { schema } from './schema.ts';
import { soundEditsPlugin } from './sound-edits.ts';

const cell = (text: string) => ({ type: 'tableCell', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
const row = (...texts: readonly string[]) => ({ type: 'tableRow', content: texts.map(cell) });
const unequal = schema.nodeFromJSON({ type: 'doc', content: [{ type: 'table', content: [row('一', '二'), row('三')] }] });
const state = EditorState.create({ doc: unequal, plugins: [soundEditsPlugin()], selection: TextSelection.create(unequal, 4, 16) });
const isMade = (transaction: Transaction): boolean => state.applyTransaction(transaction).transactions.length > 0;

/** What the command for a further row makes of it: a row within a row. */
function broken(): Transaction {
  let made: Transaction | undefined;
  addRowAfter(state, (transaction) => (made = transaction));
  if (!made) throw new Error('does not apply');
  return made;
}

describe('an editor', () => {
  test('mends no table', () => {
    const mending = fixTables(state);
    expect(mending?.docChanged).toBe(true);
    expect(mending && isMade(mending)).toBe(false);
  });

  test('makes no change that leaves a table in no shape', () => {
    expect(() => broken().doc.check()).toThrow();
    expect(isMade(broken())).toBe(false);
  });

  test('takes over whatever comes from others, and writes what is sound', () => {
    expect(isMade(broken().setMeta(ySyncPluginKey, { isChangeOrigin: true }))).toBe(true);
    expect(isMade(state.tr.insertText('会议指出，', 4, 4))).toBe(true);
  });
});
