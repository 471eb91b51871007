// Paints stretches of the editor's text without touching it: the browser lays the colours over the page, so no caret and no composition moves.
import type { EditorView } from '@tiptap/pm/view';
import { personColors } from '@xieshang/minutes';
import type { Stretch } from './authors.ts';

/** Whether this browser can. */
export const paints = (): boolean => typeof CSS !== 'undefined' && 'highlights' in CSS && typeof Highlight === 'function';

/** As Highlights.css has them. */
const nameOf = (place: number): string => `minutes-writer-${place}`;

/** Blocks further from the window than that, in heights of it, are not painted. */
const beyond = 1;

/** From where to where the text is looked at, in positions of the editor. */
function lookedAt(view: EditorView): readonly [number, number] {
  const margin = innerHeight * beyond;
  let [from, to] = [Infinity, 0];
  view.state.doc.forEach((node, offset) => {
    const dom = view.nodeDOM(offset);
    if (!(dom instanceof HTMLElement)) return;
    const { top, bottom } = dom.getBoundingClientRect();
    if (bottom < -margin || top > innerHeight + margin) return;
    from = Math.min(from, offset);
    to = Math.max(to, offset + node.nodeSize);
  });
  return [from, to];
}

/** Paints each stretch in its writer's colour. `placeOf` answers undefined for whom nothing is painted. */
export function paint(view: EditorView, stretches: readonly Stretch[], placeOf: (stretch: Stretch) => number | undefined): void {
  const ranges = new Map<number, Range[]>();
  const [first, last] = lookedAt(view);
  for (const stretch of stretches) {
    const place = placeOf(stretch);
    if (place === undefined || stretch.to < first || stretch.from > last) continue;
    const range = document.createRange();
    const [start, end] = [view.domAtPos(stretch.from, 1), view.domAtPos(stretch.to, -1)];
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset);
    ranges.set(place, [...(ranges.get(place) ?? []), range]);
  }
  for (const place of personColors.keys()) {
    const own = ranges.get(place);
    if (own) CSS.highlights.set(nameOf(place), new Highlight(...own));
    else CSS.highlights.delete(nameOf(place));
  }
}

export function wipe(): void {
  if (!paints()) return;
  for (const place of personColors.keys()) CSS.highlights.delete(nameOf(place));
}
