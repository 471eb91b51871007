// Knows a few acts on the text that the editor has no command for; not the buttons that ask for them.
import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';

/** The commands that the minutes' own nodes and marks bring along. */
declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    minutesTools: {
      setHeading(attributes: { readonly level: 1 | 2 | 3 | 4 }): ReturnType;
      setParagraph(): ReturnType;
      toggleBold(): ReturnType;
      toggleOrderedList(): ReturnType;
      toggleBulletList(): ReturnType;
      insertTable(size: { readonly rows: number; readonly cols: number; readonly withHeaderRow: boolean }): ReturnType;
      addRowAfter(): ReturnType;
      deleteRow(): ReturnType;
      addColumnAfter(): ReturnType;
      deleteColumn(): ReturnType;
      deleteTable(): ReturnType;
      toggleHeaderRow(): ReturnType;
      mergeCells(): ReturnType;
      splitCell(): ReturnType;
    };
  }
}

/** The innermost list around the caret. */
export function listAround({ state }: Editor): 'orderedList' | 'bulletList' | null {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const { name } = $from.node(depth).type;
    if (name === 'orderedList' || name === 'bulletList') return name;
  }
  return null;
}

/** A paragraph of its own below the block in which the caret stands: the only way to write between two facts on a phone. */
export function paragraphBelow({ view, state }: Editor): void {
  const { $to, to } = state.selection;
  const paragraph = state.schema.nodes['paragraph']?.create();
  if (!paragraph) return;
  const at = $to.depth === 0 ? to : $to.after(1);
  const tr = state.tr.insert(at, paragraph);
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView());
  view.focus();
}
