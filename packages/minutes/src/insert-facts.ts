// Knows where a new fact goes among what is written already; not how it reads.
import type * as Y from 'yjs';
import { blocksOf, factBlock, factIn, factsIn, fragmentOf, sectionBegunBy } from './blocks.ts';
import type { FactId } from './fact-id.ts';
import { headedSections, type Section } from './section.ts';

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

function placeFor(doc: Y.Doc, section: Section): number {
  const blocks = blocksOf(doc);
  if (section === 'closing') return blocks.length;
  const { from, to } = extentOf(blocks, section);
  const last = blocks.findLastIndex((block, place) => place >= from && place < to && factIn(block) !== null);
  return last < 0 ? to : last + 1;
}

/** From behind its heading up to the next section's heading, or to the closing list. */
function extentOf(
  blocks: ReturnType<typeof blocksOf>,
  section: Exclude<Section, 'closing'>,
): { readonly from: number; readonly to: number } {
  const begun = blocks.map(sectionBegunBy);
  const closing = blocks.findLastIndex((block) => factIn(block) === 'names');
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
