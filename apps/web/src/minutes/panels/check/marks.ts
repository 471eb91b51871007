// Knows how findings are marked in the open text without a change to it: by the browser's highlights; not what was found.
import type { OpenText } from '../panel.ts';
import type { Placed } from './checker.ts';

const name = 'minutes-mismatch';
/** Older browsers show the list alone. */
const known = typeof CSS !== 'undefined' && 'highlights' in CSS;

/** Instead of all marks before. Nothing is drawn into the text, so that no composition is disturbed. */
export function markFindings(open: OpenText | null, findings: readonly Placed[]): void {
  if (!known) return;
  CSS.highlights.delete(name);
  if (!open || open.editor.isDestroyed || findings.length === 0) return;
  const { view } = open.editor;
  const end = view.state.doc.content.size;
  const ranges = findings.flatMap(({ place }): Range[] => {
    if (!place || place.to > end) return [];
    const range = document.createRange();
    const [from, to] = [view.domAtPos(place.from, 1), view.domAtPos(place.to, -1)];
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return [range];
  });
  CSS.highlights.set(name, new Highlight(...ranges));
}
