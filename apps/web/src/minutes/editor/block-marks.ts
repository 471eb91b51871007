// Draws beside each paragraph how far its own changes have come; nothing beside what is on disk. Knows not how that is found out.
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import type { Node } from '@tiptap/pm/model';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import type { Progress } from './ledger.ts';
import type { Block } from './touched.ts';

type Draw = (doc: Node) => DecorationSet;

interface Marked {
  /** As the changes stand at the moment it is called. */
  readonly draw: Draw;
  readonly drawn: DecorationSet;
}

const key = new PluginKey<Marked>('blockMarks');
const none: Marked = { draw: () => DecorationSet.empty, drawn: DecorationSet.empty };

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

/** Law 10. No change of the document, of whomever, lets a paragraph look as if it were on disk. */
export const blockMarksPlugin = (): Plugin<Marked> =>
  new Plugin<Marked>({
    key,
    state: {
      init: () => none,
      apply: (transaction, before) => {
        const draw = transaction.getMeta(key) as Draw | undefined;
        if (draw) return { draw, drawn: draw(transaction.doc) };
        if (!transaction.docChanged || before === none) return before;
        // What comes from outside takes the place of the whole document: nothing could be followed through that.
        if (transaction.getMeta(ySyncPluginKey) !== undefined) return { draw: before.draw, drawn: before.draw(transaction.doc) };
        return { draw: before.draw, drawn: before.drawn.map(transaction.mapping, transaction.doc) };
      },
    },
    props: { decorations: marksIn },
  });

export const blockMarks = Extension.create({ name: 'blockMarks', addProseMirrorPlugins: () => [blockMarksPlugin()] });

export const marksIn = (state: EditorState): DecorationSet => key.getState(state)?.drawn ?? DecorationSet.empty;

/** The marks as the changes stand; from then on they stay true whatever comes from outside. */
export const marked = (tr: Transaction, fragment: Y.XmlFragment, progressOf: () => ReadonlyMap<Block, Progress>): Transaction =>
  tr.setMeta(key, (doc: Node) => drawn(doc, fragment, progressOf())).setMeta('addToHistory', false);

/** Draws the marks anew. Not to be called while a composition runs. */
export function drawMarks(view: EditorView, fragment: Y.XmlFragment, progressOf: () => ReadonlyMap<Block, Progress>): void {
  if (progressOf().size === 0 && marksIn(view.state) === DecorationSet.empty) return;
  view.dispatch(marked(view.state.tr, fragment, progressOf));
}
