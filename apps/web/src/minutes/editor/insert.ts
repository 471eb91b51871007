// Knows how words and patterns are put into the text where one writes, each as one step of undoing; not where they come from.
import type { Node } from '@tiptap/pm/model';
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { PhraseBlock } from '../../http/shapes.ts';
import { stepOfItsOwn } from './one-step.ts';

/** What is to be filled in: brackets around nothing. */
const blank = /〔[\s\u3000]*〕/;

/** In place of what is marked in one paragraph; behind what is marked over several, which stays. Beside a fact it is a paragraph of its own. */
export function wordsInto(state: EditorState, words: string): Transaction {
  const { $from, $to, from, to } = state.selection;
  const { tr, schema } = state;
  if ($to.parent.isTextblock) return tr.insertText(words, $from.sameParent($to) ? from : to, to).scrollIntoView();
  const at = $to.depth === 0 ? to : $to.after(1);
  tr.insert(at, schema.node('paragraph', null, [schema.text(words)]));
  return tr.setSelection(TextSelection.create(tr.doc, at + 1 + words.length)).scrollIntoView();
}

const nodeOf = ({ schema }: EditorState, { level, text }: PhraseBlock): Node =>
  level === 0 ? schema.node('paragraph', null, [schema.text(text)]) : schema.node('heading', { level, section: null }, [schema.text(text)]);

/** Below the block one writes in, or in its place when it is empty. What is to be filled in first is marked. */
export function patternInto(state: EditorState, blocks: readonly PhraseBlock[]): Transaction {
  const { $to, to } = state.selection;
  const { tr } = state;
  const nodes = blocks.map((block) => nodeOf(state, block));
  const empty = $to.depth === 1 && $to.parent.type.name === 'paragraph' && $to.parent.content.size === 0;
  const at = empty ? $to.before(1) : $to.depth === 0 ? to : $to.after(1);
  tr.replaceWith(at, empty ? $to.after(1) : at, nodes);
  const end = at + nodes.reduce((sum, { nodeSize }) => sum + nodeSize, 0);
  let start = at + 1;
  for (const node of nodes) {
    const found = blank.exec(node.textContent);
    if (found)
      return tr.setSelection(TextSelection.create(tr.doc, start + found.index, start + found.index + found[0].length)).scrollIntoView();
    start += node.nodeSize;
  }
  return tr.setSelection(TextSelection.create(tr.doc, end - 1)).scrollIntoView();
}

/** Below the block one writes in, or in its place when it is empty; one goes on writing below it. */
export function imageInto(state: EditorState, image: string, alt: string): Transaction {
  const { $to, to } = state.selection;
  const { tr, schema, doc } = state;
  const empty = $to.depth === 1 && $to.parent.type.name === 'paragraph' && $to.parent.content.size === 0;
  const at = empty ? $to.before(1) : $to.depth === 0 ? to : $to.after(1);
  const end = empty ? $to.after(1) : at;
  const node = schema.node('image', { image, alt });
  const goesOn = doc.resolve(end).nodeAfter?.isTextblock === true;
  tr.replaceWith(at, end, goesOn ? [node] : [node, schema.node('paragraph')]);
  return tr.setSelection(TextSelection.create(tr.doc, at + node.nodeSize + 1)).scrollIntoView();
}

/** False, and nothing is changed, while the text takes no edits. */
export function put(view: EditorView, make: (state: EditorState) => Transaction): boolean {
  if (!view.editable || view.composing) return false;
  stepOfItsOwn(view, () => view.dispatch(make(view.state)));
  view.focus();
  return true;
}

/** What is marked, paragraph by paragraph, as far as it is marked: without facts, tables and empty lines. */
export function chosenBlocks({ doc, selection: { from, to } }: EditorState): readonly PhraseBlock[] {
  const blocks: PhraseBlock[] = [];
  doc.nodesBetween(from, to, (node, at) => {
    if (node.type.name === 'table') return false;
    if (!node.isTextblock) return true;
    const [start, end] = [Math.max(from - at - 1, 0), Math.min(to - at - 1, node.content.size)];
    const text =
      start < end
        ? node
            .textBetween(start, end, undefined, '')
            .replace(/\p{Cc}/gu, '')
            .trim()
        : '';
    const level = node.type.name === 'heading' ? (node.attrs['level'] as 1 | 2 | 3 | 4) : 0;
    if (text !== '') blocks.push({ level, text });
    return false;
  });
  return blocks;
}
