// Keeps the caret in its place while others change the text: where the document says it is, not where something looks alike. Knows no composition.
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { ySyncPluginKey, type ProsemirrorBinding } from '@tiptap/y-tiptap';

/** How the binding remembers a selection: by the document's own positions, and by numbers that it guesses with. */
interface Remembered {
  readonly absAnchor?: number | null;
  readonly absHead?: number | null;
}

/**
 * The binding distrusts a position when the paragraphs look alike, and takes the n-th that looks so: an empty line that somebody adds
 * above would move the caret of everybody who stands in an empty line. Without the numbers it does not guess.
 */
export function trustPositions(binding: ProsemirrorBinding): void {
  let remembered: Remembered | null = null;
  Object.defineProperty(binding, 'beforeTransactionSelection', {
    get: () => remembered,
    set: (next: Remembered | null) => {
      remembered = next && { ...next, absAnchor: null, absHead: null };
    },
  });
}

export const steadyCaret = Extension.create({
  name: 'steadyCaret',
  addProseMirrorPlugins: () => [
    new Plugin({
      view: ({ state }) => {
        trustPositions((ySyncPluginKey.getState(state) as { readonly binding: ProsemirrorBinding }).binding);
        return {};
      },
    }),
  ],
});
