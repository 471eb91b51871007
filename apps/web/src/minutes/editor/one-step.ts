// Knows how an act becomes one step of undoing, apart from what was typed just before and after; not what the act is.
import type { EditorView } from '@tiptap/pm/view';
import { yUndoPluginKey } from '@tiptap/y-tiptap';

interface History {
  readonly undoManager: { stopCapturing(): void };
}

/** What `act` changes is taken back by one undo, and nothing else with it. */
export function stepOfItsOwn(view: EditorView, act: () => void): void {
  const close = (): void => (yUndoPluginKey.getState(view.state) as History | undefined)?.undoManager.stopCapturing();
  close();
  act();
  close();
}
