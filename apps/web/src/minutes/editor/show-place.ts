// Brings a place of the text into view, without moving anybody's caret; knows not why it is looked at.
import type { EditorView } from '@tiptap/pm/view';

/** The element that shows a position: of a fact as a whole its own, else the one around the text there. */
function elementAt(view: EditorView, position: number): Element | null {
  const whole = view.nodeDOM(position);
  if (whole instanceof HTMLElement) return whole;
  const { node } = view.domAtPos(position);
  return node instanceof Element ? node : node.parentElement;
}

export function showPlace(view: EditorView, position: number): void {
  const most = view.state.doc.content.size;
  elementAt(view, Math.min(Math.max(position, 0), most))?.scrollIntoView({ block: 'center' });
}
