// Knows how found words are replaced, as one change that one undo takes back; not how they are found.
import type { Editor } from '@tiptap/core';
import { Mapping } from '@tiptap/pm/transform';
import { ySyncPluginKey, type ProsemirrorBinding } from '@tiptap/y-tiptap';
import { stepOfItsOwn } from '../../editor/one-step.ts';
import type { Found } from './search.ts';

/** What one change may hold: more would not fit into one frame of the wire. */
export const mostAtOnce = 2000;

/**
 * The places in rounds, each from the end of the text to its beginning, with at most one place of every paragraph. What is written down
 * of a paragraph is what lies between its unchanged ends: with two places at once the text between them would change its writer.
 */
export function rounds(places: readonly Found[], paragraphOf: (position: number) => number): readonly (readonly Found[])[] {
  const made: Found[][] = [];
  const taken = new Map<number, number>();
  for (const place of places.toReversed()) {
    const paragraph = paragraphOf(place.from);
    const round = taken.get(paragraph) ?? 0;
    taken.set(paragraph, round + 1);
    (made[round] ??= []).push(place);
  }
  return made;
}

/** Facts among the places stay as they are. The number of places that were replaced; 0 when nothing may be written now. */
export function replaceAt(editor: Editor, places: readonly Found[], words: string): number {
  const { view } = editor;
  const texts = places.filter(({ kind }) => kind === 'text').slice(0, mostAtOnce);
  if (!view.editable || view.composing || texts.length === 0) return 0;
  const { binding } = ySyncPluginKey.getState(view.state) as { readonly binding: ProsemirrorBinding };
  const { doc } = view.state;
  const planned = rounds(texts, (position) => doc.resolve(position).before());
  const moved = new Mapping();
  stepOfItsOwn(view, () => {
    binding.doc.transact(() => {
      for (const round of planned) {
        const { tr } = view.state;
        for (const place of round) {
          const [from, to] = [moved.map(place.from, 1), moved.map(place.to, -1)];
          if (words === '') tr.delete(from, to);
          else tr.insertText(words, from, to);
        }
        moved.appendMapping(tr.mapping);
        view.dispatch(tr);
      }
    }, ySyncPluginKey);
  });
  return texts.length;
}
