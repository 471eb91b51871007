// Knows what two sound edits can break when they merge, and how it is mended (law 11); not who made them.
import * as Y from 'yjs';
import { attributesOf, blocksOf, childrenOf, element, factIn, fragmentOf, paragraph } from './blocks.ts';
import { readFactId, type FactId } from './fact-id.ts';
import { insertFacts, type FactPlace } from './insert-facts.ts';
import type { Section } from './section.ts';

/**
 * Law 11. Mends a document whose blocks have no fault, in one transaction: facts that stand twice or are none of `facts`, facts
 * that are lost, emptied lists, items, tables, rows and cells, unequal rows, an emptied document. True when it changed something.
 */
export function repair(doc: Y.Doc, facts: readonly FactId[]): boolean {
  let changed = false;
  const mend = (parent: Y.XmlFragment, place: number, length: number, put: readonly Y.XmlElement[] = []): void => {
    changed = true;
    if (length > 0) parent.delete(place, length);
    if (put.length > 0) parent.insert(place, [...put]);
  };
  doc.transact(() => {
    const fragment = fragmentOf(doc);
    mendFacts(fragment, new Set(facts), mend);
    mendContent(fragment, mend);
    const there = new Set(blocksOf(doc).map((block) => factIn(block)));
    const lost = facts.filter((fact) => !there.has(fact)).map((fact): FactPlace => ({ fact, section: usualSection(fact) }));
    if (lost.length > 0) {
      changed = true;
      insertFacts(doc, lost);
    }
    if (fragment.length === 0) mend(fragment, 0, 0, [paragraph()]);
  });
  return changed;
}

type Mend = (parent: Y.XmlFragment, place: number, length: number, put?: readonly Y.XmlElement[]) => void;

/** The first of each stays. */
function mendFacts(fragment: Y.XmlFragment, known: ReadonlySet<FactId>, mend: Mend): void {
  const blocks = childrenOf(fragment);
  const kept = new Set<FactId>();
  const extra = blocks.map((block) => {
    const fact = factIn(block);
    if (fact === null) return false;
    const stays = known.has(fact) && !kept.has(fact);
    kept.add(fact);
    return !stays;
  });
  for (let place = blocks.length - 1; place >= 0; place--) if (extra[place]) mend(fragment, place, 1);
}

/** From the inside out, so that what mending empties is seen as empty one step further up. */
function mendContent(parent: Y.XmlFragment, mend: Mend): void {
  const children = childrenOf(parent);
  for (let place = children.length - 1; place >= 0; place--) {
    const child = children[place];
    if (!(child instanceof Y.XmlElement)) continue;
    mendContent(child, mend);
    if (child.nodeName === 'table') mendRows(child, mend);
    if (child.length > 0) continue;
    if (['listItem', 'tableCell', 'tableHeader'].includes(child.nodeName)) mend(child, 0, 0, [paragraph()]);
    else if (['bulletList', 'orderedList', 'table', 'tableRow'].includes(child.nodeName)) mend(parent, place, 1);
  }
}

/** Every row gets as many cells at its end as it has columns too few. */
function mendRows(table: Y.XmlElement, mend: Mend): void {
  const rows = childrenOf(table).filter((row) => row instanceof Y.XmlElement);
  const covered = rows.map(() => new Set<number>());
  const spanOf = (cell: Y.XmlElement, name: string): number => Number(attributesOf(cell)[name] ?? 1);
  for (const [place, row] of rows.entries()) {
    let column = 0;
    for (const cell of childrenOf(row)) {
      if (!(cell instanceof Y.XmlElement)) continue;
      while (covered[place]?.has(column)) column++;
      const [wide, high] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')];
      for (const reached of covered.slice(place, place + high)) for (let one = 0; one < wide; one++) reached.add(column + one);
      column += wide;
    }
  }
  const width = Math.max(0, ...covered.flatMap((columns) => [...columns].map((column) => column + 1)));
  for (const [place, row] of rows.entries()) {
    const missing = width - (covered[place]?.size ?? 0);
    const cells = Array.from({ length: missing }, () => element('tableCell', { colspan: 1, rowspan: 1 }, [paragraph()]));
    if (missing > 0) mend(row, row.length, 0, cells);
  }
}

/** Where a lost fact is put again when nobody can say any more where it stood. */
function usualSection(fact: FactId): Section {
  switch (readFactId(fact)?.kind) {
    case 'roll':
      return 'opening';
    case 'names':
      return 'closing';
    case 'vote':
      return 'recommendations';
    default:
      return 'course';
  }
}
