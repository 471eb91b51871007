// Brings the text of an earlier version back through the open editor, as any other edit of this person; knows not which version.
import type { Meeting } from '@xieshang/meeting';
import { factsOf, type DocumentJson } from '@xieshang/minutes';
import { restoring } from '@xieshang/minutes/history';
import { Fragment, Slice } from '@tiptap/pm/model';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import type { OpenText } from '../panel.ts';

export type Restored =
  | { readonly outcome: 'composing' }
  | { readonly outcome: 'same' }
  /** `undo` is false once this person has changed something else since. `partly`: not every place could be brought back. */
  | { readonly outcome: 'whole' | 'partly'; readonly undo: () => boolean };

interface UndoStack {
  readonly undoManager: { readonly undoStack: readonly unknown[]; stopCapturing(): void };
}

/** The document of the view belongs to the page's copy of the library; at run time it is the package's. */
type Now = Parameters<typeof restoring>[0];

export function bringBack({ editor, desk }: OpenText, past: DocumentJson, meeting: Meeting): Restored {
  if (desk.gate.closed) return { outcome: 'composing' };
  const edits = restoring(editor.state.doc as unknown as Now, past, factsOf(meeting));
  if (edits.length === 0) return { outcome: 'same' };
  const stack = (yUndoPluginKey.getState(editor.state) as UndoStack | undefined)?.undoManager;
  stack?.stopCapturing();
  let whole = true;
  for (const { from, to, content } of edits) {
    const { doc, tr } = editor.state;
    editor.view.dispatch(tr.replaceWith(from, to, content as unknown as Fragment));
    if (editor.state.doc.eq(doc)) whole = false;
  }
  stack?.stopCapturing();
  const step = stack?.undoStack.at(-1);
  return {
    outcome: whole ? 'whole' : 'partly',
    undo: () => {
      if (desk.gate.closed || editor.isDestroyed || step === undefined || stack?.undoStack.at(-1) !== step) return false;
      return editor.commands.undo();
    },
  };
}

/** Puts words at the caret, a paragraph for each line, and shows them. False while a word is composed. */
export function putAtCaret({ editor, desk }: OpenText, text: string): boolean {
  if (desk.gate.closed) return false;
  const { state } = editor;
  const { paragraph } = state.schema.nodes;
  if (!paragraph) return false;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const blocks = lines.map((line) => paragraph.create(null, state.schema.text(line)));
  const { $to } = state.selection;
  const inText = $to.parent.isTextblock;
  const at = inText ? $to.pos : $to.depth === 0 ? $to.pos : $to.after(1);
  const { tr } = state;
  if (inText && lines.length === 1) tr.insertText(lines[0] ?? '', at);
  else if (inText && $to.depth === 1 && $to.parent.content.size > 0) tr.replace(at, at, new Slice(Fragment.fromArray(blocks), 1, 1));
  else tr.insert(inText && $to.depth > 0 ? $to.after(1) : at, blocks);
  if (!tr.docChanged) return false;
  editor.view.dispatch(tr.scrollIntoView());
  editor.view.focus();
  return true;
}
