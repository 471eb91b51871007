// Draws beside each paragraph how far its own changes have come; nothing beside what is on disk. Knows not how that is found out.
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import type { Node } from '@tiptap/pm/model';
import type * as Y from 'yjs';
import type { Progress } from './ledger.ts';
import type { Block } from './touched.ts';

const key = new PluginKey<DecorationSet>('blockMarks');

/** The view's top-level nodes stand in the order of the document's blocks. */
function drawn(doc: Node, fragment: Y.XmlFragment, progress: ReadonlyMap<Block, Progress>): DecorationSet {
  if (progress.size === 0) return DecorationSet.empty;
  const blocks = fragment.toArray();
  const marks: Decoration[] = [];
  doc.forEach((node, offset, index) => {
    const block = blocks[index];
    const state = block && progress.get(block as Block);
    if (state) marks.push(Decoration.node(offset, offset + node.nodeSize, { 'data-saving': state }));
  });
  return DecorationSet.create(doc, marks);
}

export const blockMarks = Extension.create({
  name: 'blockMarks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (transaction, marks) =>
          (transaction.getMeta(key) as DecorationSet | undefined) ?? marks.map(transaction.mapping, transaction.doc),
      },
      props: { decorations: (state) => key.getState(state) ?? null },
    }),
  ],
});

/** Draws the marks anew. Not to be called while a composition runs. */
export function drawMarks(view: EditorView, fragment: Y.XmlFragment, progress: ReadonlyMap<Block, Progress>): void {
  if (progress.size === 0 && key.getState(view.state) === DecorationSet.empty) return;
  view.dispatch(view.state.tr.setMeta(key, drawn(view.state.doc, fragment, progress)).setMeta('addToHistory', false));
}
