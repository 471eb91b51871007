// Draws what panels mark in the text, each panel under its own name. Knows neither what the marks mean nor when they may be drawn.
import { Extension, type Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

export interface TextMark {
  readonly from: number;
  readonly to: number;
  readonly id: string;
  /** A class of the sheet's style. */
  readonly look: string;
}

/** Where the marks are in a document; asked again whenever others have changed it. */
export type MarkMaker = (doc: Node) => readonly TextMark[];

interface Marked {
  readonly makers: ReadonlyMap<string, MarkMaker>;
  readonly drawn: DecorationSet;
}

interface Change {
  readonly owner: string;
  readonly make: MarkMaker | null;
}

const key = new PluginKey<Marked>('textMarks');
const none: Marked = { makers: new Map(), drawn: DecorationSet.empty };

function drawn(makers: Marked['makers'], doc: Node): Marked {
  const decorations = [...makers].flatMap(([owner, make]) =>
    make(doc).map(({ from, to, id, look }) => Decoration.inline(from, to, { class: look }, { owner, id })),
  );
  return { makers, drawn: DecorationSet.create(doc, decorations) };
}

export const textMarks = Extension.create({
  name: 'textMarks',
  addProseMirrorPlugins: () => [
    new Plugin<Marked>({
      key,
      state: {
        init: () => none,
        apply: (transaction, before) => {
          const change = transaction.getMeta(key) as Change | undefined;
          if (change) {
            const makers = new Map(before.makers);
            if (change.make) makers.set(change.owner, change.make);
            else makers.delete(change.owner);
            return drawn(makers, transaction.doc);
          }
          if (!transaction.docChanged || before.makers.size === 0) return before;
          // What comes from outside takes the place of the whole document: nothing could be followed through that.
          if (transaction.getMeta(ySyncPluginKey) !== undefined) return drawn(before.makers, transaction.doc);
          return { makers: before.makers, drawn: before.drawn.map(transaction.mapping, transaction.doc) };
        },
      },
      props: { decorations: (state) => key.getState(state)?.drawn ?? null },
    }),
  ],
});

/** Takes the place of what the owner marked before; null for nothing. Not to be called while a composition runs. */
export function markText({ view, isDestroyed }: Editor, owner: string, make: MarkMaker | null): void {
  if (isDestroyed || (make === null && !key.getState(view.state)?.makers.has(owner))) return;
  view.dispatch(view.state.tr.setMeta(key, { owner, make } satisfies Change).setMeta('addToHistory', false));
}

/** The owner's marks around a place, by id. */
export function marksAt({ state }: Editor, owner: string, at: number): readonly string[] {
  const found = key.getState(state)?.drawn.find(at, at, (spec) => spec['owner'] === owner) ?? [];
  return found.map(({ spec }) => String((spec as { readonly id: unknown }).id));
}
