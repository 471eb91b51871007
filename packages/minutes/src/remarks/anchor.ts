// Knows how a passage of the text is taken down and found again while people write (B2); not what is said of it.
import type { Node } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { remarkLimits } from './decide.ts';
import { layoutOf, positionIn, type Layout } from './layout.ts';
import { readPlace, spellPlace } from './place.ts';
import type { Anchor } from './remark.ts';

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** How a node without text of its own reads; a line break when left out. */
export type LeafText = (leaf: Node) => string;

const lineBreak: LeafText = () => '\n';

export const textBetween = (doc: Node, { from, to }: Span, leafText: LeafText = lineBreak): string =>
  doc.textBetween(from, to, '\n', leafText);

/** Null where there is too much to quote. `doc` is what the editor shows of the fragment, with nothing waiting on either side. */
export function takeAnchor(fragment: Y.XmlFragment, doc: Node, span: Span, leafText?: LeafText): Anchor | null {
  const quote = textBetween(doc, span, leafText);
  if (quote.length > remarkLimits.quote) return null;
  const layout = layoutOf(fragment);
  const $from = doc.resolve(span.from);
  const textBefore = $from.parent.isTextblock ? $from.parent.textBetween(0, $from.parentOffset, '', () => '\n') : '';
  // What stands between two characters goes with the one before it: that is what it was put behind.
  const between = span.from === span.to;
  return {
    from: between ? endAt(layout, span.from) : beginningAt(layout, span.from),
    to: endAt(layout, span.to),
    behind: endAt(layout, span.from),
    ahead: beginningAt(layout, span.to),
    quote,
    before: wholeLetters(textBefore.slice(-remarkLimits.before)),
  };
}

/** Without the second half of a letter at its beginning. */
const wholeLetters = (text: string): string => (/^[\uDC00-\uDFFF]/.test(text) ? text.slice(1) : text);

function beginningAt(layout: Layout, position: number): string {
  const { type, index } = layout.placeAt(position);
  const next = type instanceof Y.XmlText && index === type.length ? type.nextSibling : null;
  // Texts that met in one block: the first letter of the passage is the next one's.
  if (next instanceof Y.XmlText && next.length > 0) return spellPlace(Y.createRelativePositionFromTypeIndex(next, 0, 0));
  return spellPlace(Y.createRelativePositionFromTypeIndex(type, index, 0));
}

function endAt(layout: Layout, position: number): string {
  const { type, index } = layout.placeAt(position);
  return spellPlace(Y.createRelativePositionFromTypeIndex(type, index, -1));
}

/** `asQuoted`: it reads as it did; `moved`: not where it was, but found by its words. `changed`: it reads otherwise, as `now` says. `gone`: nothing is left of it. */
export type Found =
  | ({ readonly kind: 'asQuoted'; readonly moved: boolean } & Span)
  | ({ readonly kind: 'changed'; readonly now: string } & Span)
  | { readonly kind: 'gone' };

const gone: Found = { kind: 'gone' };

/** Shares its work over all that are looked for in one state of the text. */
export function anchorFinder(fragment: Y.XmlFragment, doc: Node, leafText?: LeafText): (anchor: Anchor) => Found {
  const layout = layoutOf(fragment);
  const ydoc = fragment.doc;
  const blocks = textblocksOf(doc);
  return (anchor) => {
    const span = ydoc && spanOf(anchor, layout, ydoc, doc.content.size);
    const reads = span ? textBetween(doc, span, leafText) : '';
    if (span && reads === anchor.quote && (anchor.quote !== '' || standsBehind(doc, span.from, anchor.before)))
      return { kind: 'asQuoted', moved: false, ...span };
    const moved = anchor.quote === '' ? null : findByWords(blocks, anchor);
    if (moved) return { kind: 'asQuoted', moved: true, ...moved };
    if (span && (reads !== '' || anchor.quote === '')) return { kind: 'changed', now: reads, ...span };
    // None of its own letters is left: what has come between its neighbours has taken its place.
    const instead = ydoc && spanOf({ from: anchor.behind, to: anchor.ahead }, layout, ydoc, doc.content.size);
    const now = instead ? textBetween(doc, instead, leafText) : '';
    if (!instead || now === '') return gone;
    return now === anchor.quote ? { kind: 'asQuoted', moved: true, ...instead } : { kind: 'changed', now, ...instead };
  };
}

function spanOf({ from, to }: Pick<Anchor, 'from' | 'to'>, layout: Layout, ydoc: Y.Doc, size: number): Span | null {
  const [first, last] = [positionOf(from, layout, ydoc), positionOf(to, layout, ydoc)];
  const begin = first?.position ?? last?.block.begin ?? null;
  const end = last?.position ?? first?.block.end ?? null;
  return begin === null || end === null || begin > end || end > size ? null : { from: begin, to: end };
}

function positionOf(spelled: string, layout: Layout, ydoc: Y.Doc) {
  const place = readPlace(spelled);
  if (!place) return null;
  // Without following what was undone: only the one who undid it would see it so.
  const absolute = Y.createAbsolutePositionFromRelativePosition(place, ydoc, false);
  const position = absolute && positionIn(layout, absolute.type, absolute.index);
  const block = absolute && layout.spanOf(absolute.type as Y.XmlFragment | Y.XmlText);
  return position === null || position === undefined || !block ? null : { position, block };
}

function standsBehind(doc: Node, at: number, before: string): boolean {
  const $at = doc.resolve(at);
  if (!$at.parent.isTextblock) return before === '';
  return $at.parent.textBetween(0, $at.parentOffset, '', () => '\n').endsWith(before);
}

interface Textblock {
  readonly begin: number;
  readonly text: string;
}

/** Their text one character for each place. */
function textblocksOf(doc: Node): () => readonly Textblock[] {
  let found: Textblock[] | null = null;
  return () => {
    if (found) return found;
    const blocks: Textblock[] = [];
    doc.descendants((node, at) => {
      if (node.isTextblock) blocks.push({ begin: at + 1, text: node.textBetween(0, node.content.size, '', () => '\n') });
      return !node.isTextblock;
    });
    return (found = blocks);
  };
}

/** A quote this long names its passage without what stood before it. */
const tellingLength = 12;

/** Cut and put elsewhere, or brought back by undoing: the same words once, and only once, in the text. */
function findByWords(blocks: () => readonly Textblock[], { quote, before }: Anchor): Span | null {
  const inContext = onlyOne(blocks(), `${before}${quote}`);
  if (before.length + quote.length >= tellingLength && inContext !== null)
    return { from: inContext + before.length, to: inContext + before.length + quote.length };
  const alone = quote.length >= tellingLength ? onlyOne(blocks(), quote) : null;
  return alone === null ? null : { from: alone, to: alone + quote.length };
}

function onlyOne(blocks: readonly Textblock[], words: string): number | null {
  let at: number | null = null;
  for (const { begin, text } of blocks) {
    const first = text.indexOf(words);
    if (first < 0) continue;
    if (at !== null || text.indexOf(words, first + 1) >= 0) return null;
    at = begin + first;
  }
  return at;
}
