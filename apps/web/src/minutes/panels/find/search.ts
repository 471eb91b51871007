// Knows where words stand in the minutes: in what people wrote, and in the facts; changes nothing.
import type { Node } from '@tiptap/pm/model';
import type { FactId } from '@xieshang/minutes';
import { folded } from './folding.ts';

export interface Wanted {
  readonly text: string;
  /** Full and half width, Chinese and Latin marks, capital and small letters count as the same. */
  readonly loosely: boolean;
}

/** Where it stands in the document, from the first character to behind the last; a fact as a whole. */
export interface Found {
  readonly kind: 'text' | 'fact';
  readonly from: number;
  readonly to: number;
}

/** The lines of a fact as they are shown. */
export type FactLines = (fact: FactId) => readonly string[];

/** Offsets of the words in a text, from left to right, none overlapping the one before. */
export function placesIn(text: string, { text: words, loosely }: Wanted): readonly number[] {
  if (words === '') return [];
  const [haystack, needle] = loosely ? [folded(text), folded(words)] : [text, words];
  const places: number[] = [];
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + needle.length)) places.push(at);
  return places;
}

/** A line break takes one place in the document and one character here, so that offsets are positions. */
const leaf = '\n';
const objectInText = '\ufffc';

export const textOfBlock = (block: Node): string =>
  block.textBetween(0, block.content.size, undefined, ({ type }) => (type.name === 'hardBreak' ? leaf : objectInText));

/** All places in the order they stand; words do not go over the end of a paragraph. */
export function search(doc: Node, wanted: Wanted, linesOf: FactLines): readonly Found[] {
  const found: Found[] = [];
  if (wanted.text === '') return found;
  doc.descendants((node, at) => {
    if (node.type.name === 'fact') {
      const lines = linesOf(node.attrs['fact'] as FactId);
      for (const line of lines) {
        for (const _place of placesIn(line, wanted)) found.push({ kind: 'fact', from: at, to: at + node.nodeSize });
      }
      return false;
    }
    if (!node.isTextblock) return true;
    for (const place of placesIn(textOfBlock(node), wanted)) {
      found.push({ kind: 'text', from: at + 1 + place, to: at + 1 + place + wanted.text.length });
    }
    return false;
  });
  return found;
}

/** The first place at or behind a position; from the top again behind the last. -1 for none. */
export function placeFrom(found: readonly Found[], position: number): number {
  if (found.length === 0) return -1;
  const next = found.findIndex(({ from }) => from >= position);
  return next < 0 ? 0 : next;
}
