// Knows which of an editor's own changes must not be made, so that it never writes what the gate refuses; not what others write.
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { fixTablesKey } from '@tiptap/pm/tables';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

/**
 * Two kinds of changes are not made. Rows that merging made unequal are mended by the server, once: left to themselves, all open
 * editors would mend them at the same time, each adding cells, and then mend the outcome. And until that is done, commands on
 * such a table may leave it in a shape that is no table (a row within a row).
 */
export const soundEditsPlugin = (): Plugin =>
  new Plugin({
    filterTransaction: (transaction) => {
      if (!transaction.docChanged || transaction.getMeta(ySyncPluginKey) !== undefined) return true;
      if (transaction.getMeta(fixTablesKey) !== undefined) return false;
      return changedBlocks(transaction.before, transaction.doc).every(fitsSchema);
    },
  });

export const SoundEdits = Extension.create({ name: 'soundEdits', addProseMirrorPlugins: () => [soundEditsPlugin()] });

/** The top-level blocks between the first and the last that differ. */
function changedBlocks(before: Node, after: Node): readonly Node[] {
  let from = 0;
  while (from < after.childCount && from < before.childCount && before.child(from) === after.child(from)) from++;
  let same = 0;
  const most = Math.min(before.childCount, after.childCount) - from;
  while (same < most && before.child(before.childCount - 1 - same) === after.child(after.childCount - 1 - same)) same++;
  return after.children.slice(from, after.childCount - same);
}

function fitsSchema(block: Node): boolean {
  try {
    block.check();
    return true;
  } catch {
    return false;
  }
}
