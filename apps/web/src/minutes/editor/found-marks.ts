// Shows in the text where words were found; not how they are found. The line that is being written in is not marked: a mark there could break a word that is composed.
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';

export interface Mark {
  readonly kind: 'text' | 'fact';
  readonly from: number;
  readonly to: number;
}

const key = new PluginKey<DecorationSet>('foundMarks');

function withoutOwnLine(marks: DecorationSet, { selection: { $from, $to } }: EditorState): DecorationSet {
  if ($from.depth === 0 || $to.depth === 0) return marks;
  return marks.remove(marks.find($from.before(1), $to.after(1)));
}

export const foundMarks = Extension.create({
  name: 'foundMarks',
  addProseMirrorPlugins: () => {
    let shown: EditorView | null = null;
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (transaction, marks) =>
            (transaction.getMeta(key) as DecorationSet | undefined) ?? marks.map(transaction.mapping, transaction.doc),
        },
        props: {
          decorations: (state) => {
            const marks = key.getState(state) ?? DecorationSet.empty;
            if (marks === DecorationSet.empty) return marks;
            return shown?.hasFocus() === true ? withoutOwnLine(marks, state) : marks;
          },
        },
        view: (view) => {
          shown = view;
          return {};
        },
      }),
    ];
  },
});

/** Marks these places and no others; `now` is the one that is looked at. Not to be called while a composition runs. */
export function markFound(view: EditorView, marks: readonly Mark[], now: number): void {
  if (marks.length === 0 && key.getState(view.state) === DecorationSet.empty) return;
  const drawn = new Map<string, Decoration>();
  for (const [at, { kind, from, to }] of marks.entries()) {
    const attributes = { class: at === now ? 'found found-now' : 'found' };
    // A fact may hold the words several times and is marked once.
    const place = `${from} ${to}`;
    if (at !== now && drawn.has(place)) continue;
    drawn.set(place, kind === 'fact' ? Decoration.node(from, to, attributes) : Decoration.inline(from, to, attributes));
  }
  const { state } = view;
  const set = marks.length === 0 ? DecorationSet.empty : DecorationSet.create(state.doc, [...drawn.values()]);
  view.dispatch(state.tr.setMeta(key, set).setMeta('addToHistory', false));
}
