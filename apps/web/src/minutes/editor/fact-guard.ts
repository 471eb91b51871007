// Law 9 in the editor: facts stay where they are, as they are; text around them can be deleted. Knows not what facts say.
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

/** The facts of a document with their depth: only top-level ones count as being where they are. */
function factsIn(doc: Node): string {
  const facts: unknown[] = [];
  doc.forEach(({ type, attrs }) => {
    if (type.name === 'fact') facts.push(attrs['fact']);
  });
  return facts.join('\n');
}

const fromDocument = (transaction: Transaction): boolean => transaction.getMeta(ySyncPluginKey) !== undefined;

/** Law 9. True when a transaction of this person leaves every fact in its place. */
export const leavesFacts = (transaction: Transaction, { doc }: EditorState): boolean =>
  !transaction.docChanged || fromDocument(transaction) || factsIn(doc) === factsIn(transaction.doc);

/** Whether a range covers a fact. */
export function coversFact({ doc }: EditorState, from: number, to: number): boolean {
  let found = false;
  doc.nodesBetween(from, to, ({ type }) => {
    if (type.name === 'fact') found = true;
    return !found;
  });
  return found;
}

function hasText(doc: Node): boolean {
  let found = false;
  doc.descendants(({ isTextblock }) => {
    found ||= isTextblock;
    return !found;
  });
  return found;
}

/** Deletes the text of a range and leaves the facts in it standing; the caret comes to its beginning. Null when there is nothing to delete. */
export function deleteAroundFacts(state: EditorState, from: number, to: number): Transaction | null {
  const { tr, doc } = state;
  const ranges: (readonly [number, number])[] = [];
  let start = from;
  doc.nodesBetween(from, to, (node, at, parent) => {
    if (parent !== doc) return false;
    if (node.type.name === 'fact') {
      if (at > start) ranges.push([start, at]);
      start = at + node.nodeSize;
    }
    return false;
  });
  if (start < to) ranges.push([start, to]);
  for (const [first, last] of ranges.reverse()) tr.deleteRange(first, last);
  // Facts alone would leave no place to write in.
  const paragraph = state.schema.nodes['paragraph']?.createAndFill();
  if (paragraph && !hasText(tr.doc)) tr.insert(Math.min(tr.mapping.map(from, -1), tr.doc.content.size), paragraph);
  if (!tr.docChanged && from === state.selection.head && to === from) return null;
  return tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(tr.mapping.map(from, -1), tr.doc.content.size)), 1)).scrollIntoView();
}

/** Backspace or Delete beside a fact, in an empty paragraph: the paragraph goes, not the fact. Null when it is another case. */
export function removeEmptyBeside(state: EditorState, direction: -1 | 1): Transaction | null {
  const { $from, empty } = state.selection;
  if (!empty || $from.depth !== 1 || !$from.parent.isTextblock) return null;
  const index = $from.index(0);
  const beside = state.doc.maybeChild(index + direction);
  if (beside?.type.name !== 'fact' || $from.parent.content.size > 0 || state.doc.childCount < 2) return null;
  const at = $from.before(1);
  const tr = state.tr.delete(at, at + $from.parent.nodeSize);
  return tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(at, tr.doc.content.size)), direction)).scrollIntoView();
}

const keysThatDelete: Readonly<Record<string, -1 | 1>> = { Backspace: -1, Delete: 1 };

export const factGuard = Extension.create({
  name: 'factGuard',
  priority: 1_500,
  addProseMirrorPlugins: () => [
    new Plugin({
      filterTransaction: leavesFacts,
      props: {
        handleKeyDown: (view, event) => {
          const direction = keysThatDelete[event.key];
          if (!direction || view.composing) return false;
          const { from, to, empty } = view.state.selection;
          const covers = !empty && coversFact(view.state, from, to);
          const tr = covers ? deleteAroundFacts(view.state, from, to) : removeEmptyBeside(view.state, direction);
          if (tr) view.dispatch(tr);
          return covers || tr !== null;
        },
        handleTextInput: (view, from, to, text) => {
          if (from === to || !coversFact(view.state, from, to)) return false;
          const tr = deleteAroundFacts(view.state, from, to);
          if (tr) view.dispatch(tr.insertText(text));
          return true;
        },
        handlePaste: (view) => {
          const { from, to, empty } = view.state.selection;
          if (!empty && coversFact(view.state, from, to)) {
            const tr = deleteAroundFacts(view.state, from, to);
            if (tr) view.dispatch(tr);
          }
          return false;
        },
        handleDOMEvents: {
          // Keyboards without keys: phones, dictation, symbol panels. The browser itself would take the fact with the text.
          beforeinput: (view, event) => {
            const { from, to, empty } = view.state.selection;
            if (!event.cancelable || event.isComposing || empty || !coversFact(view.state, from, to)) return false;
            if (!/^(insert(Text|ReplacementText|LineBreak|Paragraph)|delete)/.test(event.inputType)) return false;
            event.preventDefault();
            const tr = deleteAroundFacts(view.state, from, to);
            if (tr) view.dispatch(event.data === null ? tr : tr.insertText(event.data));
            return true;
          },
          cut: (view) => {
            // After the browser's copy: the editor's own deletion is refused when it covers a fact.
            const { from, to, empty } = view.state.selection;
            if (empty || !view.editable || !coversFact(view.state, from, to)) return false;
            queueMicrotask(() => {
              const tr = deleteAroundFacts(view.state, from, to);
              if (tr) view.dispatch(tr);
            });
            return false;
          },
          compositionstart: (view) => {
            const { from, to, empty } = view.state.selection;
            if (empty || !coversFact(view.state, from, to)) return false;
            const tr = deleteAroundFacts(view.state, from, to);
            if (tr) view.dispatch(tr);
            return false;
          },
        },
      },
    }),
  ],
});
