// Knows how a passage of the open text is shown and selected; not why.
import { TextSelection } from '@tiptap/pm/state';
import type { OpenText } from './panel.ts';

/** Selects it and brings it into view, also where nothing may be written. A word that is being composed is finished first. */
export function showPassage({ editor, desk }: OpenText, from: number, to: number): void {
  desk.gate.whenOpen(() => {
    if (editor.isDestroyed) return;
    const { view } = editor;
    const end = view.state.doc.content.size;
    const [start, stop] = [Math.min(from, end), Math.min(to, end)];
    view.dispatch(view.state.tr.setSelection(TextSelection.between(view.state.doc.resolve(start), view.state.doc.resolve(stop))));
    view.focus();
    const [first, last] = [view.domAtPos(start), view.domAtPos(stop)];
    const element = first.node instanceof Element ? first.node : first.node.parentElement;
    element?.scrollIntoView({ block: 'center' });
    // A text that nobody may write in takes no selection of the editor's.
    if (editor.isEditable) return;
    window.getSelection()?.setBaseAndExtent(first.node, first.offset, last.node, last.offset);
  });
}
