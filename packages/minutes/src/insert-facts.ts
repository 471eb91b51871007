// Knows where a new fact goes among what is written already; not how it reads.
import type * as Y from 'yjs';
import { blocksOf, factBlock, factIn, factsIn, fragmentOf, sectionBegunBy } from './blocks.ts';
import type { FactId } from './fact-id.ts';
import { headedSections, type HeadedSection, type Section } from './section.ts';

export interface FactPlace {
  readonly fact: FactId;
  readonly section: Section;
}

/**
 * Law 9. Puts in those that are not there yet, in one transaction: each after the last fact of its section, in a section without
 * facts at its end. A section whose heading is gone takes its facts where the next one begins, at last before the closing list.
 */
export function insertFacts(doc: Y.Doc, places: readonly FactPlace[]): void {
  const there = new Set(factsIn(doc));
  const missing = places.filter(({ fact }) => !there.has(fact));
  if (missing.length === 0) return;
  doc.transact(() => {
    for (const { fact, section } of missing) {
      if (there.has(fact)) continue;
      there.add(fact);
      fragmentOf(doc).insert(placeFor(doc, section), [factBlock(fact)]);
    }
  });
}

const placeFor = (doc: Y.Doc, section: Section): number =>
  placeAmong(
    blocksOf(doc).map((block) => ({ fact: factIn(block), begins: sectionBegunBy(block) })),
    section,
  );

/** What a block is to the facts: one itself, the heading of a section, or neither. */
export interface BlockMark {
  readonly fact: FactId | null;
  readonly begins: HeadedSection | null;
}

/** The index among the blocks at which a new fact of that section goes in. */
export function placeAmong(blocks: readonly BlockMark[], section: Section): number {
  if (section === 'closing') return blocks.length;
  const { from, to } = extentOf(blocks, section);
  const last = blocks.findLastIndex(({ fact }, place) => place >= from && place < to && fact !== null);
  return last < 0 ? to : last + 1;
}

/** From behind its heading up to the next section's heading, or to the closing list. */
function extentOf(blocks: readonly BlockMark[], section: Exclude<Section, 'closing'>): { readonly from: number; readonly to: number } {
  const begun = blocks.map(({ begins }) => begins);
  const closing = blocks.findLastIndex(({ fact }) => fact === 'names');
  const end = closing < 0 ? blocks.length : closing;
  const heading = section === 'opening' ? -1 : begun.indexOf(section);
  if (section !== 'opening' && heading < 0) {
    const later = headedSections.slice(headedSections.indexOf(section) + 1);
    const next = begun.findIndex((one) => one !== null && later.includes(one));
    return next < 0 ? { from: end, to: end } : { from: next, to: next };
  }
  const next = begun.findIndex((one, place) => place > heading && one !== null);
  return { from: heading + 1, to: Math.max(next < 0 ? end : next, heading + 1) };
}
