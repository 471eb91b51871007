// Knows which top-level blocks of a Yjs fragment a transaction touched; not why.
import * as Y from 'yjs';

export type Block = Y.XmlElement | Y.XmlText;

const isBlock = (type: unknown): type is Block => type instanceof Y.XmlElement || type instanceof Y.XmlText;

/** The top-level block in which a type stands; null for the fragment itself and for what stands elsewhere. */
function blockOf(type: Pick<Y.XmlElement, 'parent'>, fragment: Y.XmlFragment): Block | null {
  let at: Pick<Y.XmlElement, 'parent'> = type;
  for (;;) {
    const parent = at.parent;
    if (!parent) return null;
    if (parent === fragment) return isBlock(at) ? at : null;
    at = parent;
  }
}

/** Blocks whose content changed, and blocks that are new. */
export function touchedBlocks(transaction: Y.Transaction, fragment: Y.XmlFragment): ReadonlySet<Block> {
  const blocks = new Set<Block>();
  for (const type of transaction.changed.keys()) {
    const block = blockOf(type, fragment);
    if (block) blocks.add(block);
  }
  for (const block of fragment.toArray()) {
    const id = block instanceof Y.XmlHook ? null : block._item?.id;
    if (id && isBlock(block) && id.clock >= (transaction.beforeState.get(id.client) ?? 0)) blocks.add(block);
  }
  return blocks;
}
