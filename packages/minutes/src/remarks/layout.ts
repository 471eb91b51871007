// Knows where in the editor's count each piece of the Yjs document stands, read off the document alone; draws nothing.
import type * as Y from 'yjs';
import { XmlElement, XmlText } from 'yjs';
import { schema } from '../schema.ts';

type Parent = Y.XmlFragment | Y.XmlElement;
type Piece = Y.XmlElement | Y.XmlText;

interface Laid {
  readonly begin: number;
  readonly end: number;
}

/** A text and the number of letters before the place, or what else it stands in and the number of children before it. */
interface Place {
  readonly type: Y.XmlText | Parent;
  readonly index: number;
}

/** The document as ProseMirror counts it. */
export interface Layout {
  /** What may stand around a place; texts begin where their first letter does, elements before their opening. */
  spanOf(piece: Piece | Y.XmlFragment): Laid | null;
  placeAt(position: number): Place;
}

const isLeaf = ({ nodeName }: Y.XmlElement): boolean => schema.nodes[nodeName]?.isLeaf === true;

const childrenOf = (parent: Parent): readonly Piece[] =>
  parent.toArray().filter((child): child is Piece => child instanceof XmlElement || child instanceof XmlText);

/** Good until the document changes. */
export function layoutOf(fragment: Y.XmlFragment): Layout {
  const spans = new Map<Piece | Y.XmlFragment, Laid>();
  const lay = (parent: Parent, from: number): number => {
    let at = from;
    for (const child of childrenOf(parent)) {
      const begin = at;
      if (child instanceof XmlText) at += child.length;
      else at = isLeaf(child) ? at + 1 : lay(child, at + 1) + 1;
      spans.set(child, { begin, end: at });
    }
    return at;
  };
  spans.set(fragment, { begin: 0, end: lay(fragment, 0) });

  const placeIn = (parent: Parent, position: number): Place => {
    const children = childrenOf(parent);
    for (const [index, child] of children.entries()) {
      const span = spans.get(child);
      if (!span || position > span.end) continue;
      if (child instanceof XmlText) return { type: child, index: position - span.begin };
      if (position <= span.begin) return { type: parent, index };
      if (position < span.end) return placeIn(child, position);
      const next = children[index + 1];
      return next instanceof XmlText ? { type: next, index: 0 } : { type: parent, index: index + 1 };
    }
    return { type: parent, index: children.length };
  };

  return { spanOf: (piece) => spans.get(piece) ?? null, placeAt: (position) => placeIn(fragment, position) };
}

/** Where a place of that type and index stands; null when it is not in the document any more. */
export function positionIn(layout: Layout, type: unknown, index: number): number | null {
  if (type instanceof XmlText) {
    const span = layout.spanOf(type);
    return span && Math.min(span.begin + index, span.end);
  }
  const parent = type as Parent;
  const span = layout.spanOf(parent);
  if (!span) return null;
  const children = childrenOf(parent);
  const [before, after] = [children[index - 1], children[index]];
  if (after) return layout.spanOf(after)?.begin ?? null;
  if (before) return layout.spanOf(before)?.end ?? null;
  return parent instanceof XmlElement ? span.begin + 1 : span.begin;
}
