// Knows when the open text is held against the record: while nobody types, a little at a time; not how what is found is shown.
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { checkText, factId, forgottenIn, type CheckRecord, type FactId, type Finding } from '@xieshang/minutes';

/** A finding with its place in the open text; null where nothing stands. */
export interface Placed extends Finding {
  readonly place: { readonly from: number; readonly to: number } | null;
}

export interface Checked {
  readonly findings: readonly Placed[];
  /** All of the text as it is now has been read. */
  readonly whole: boolean;
}

export interface Checker {
  readonly current: () => Checked;
  readonly subscribe: (listener: () => void) => () => void;
  /** Against which record; the same again is nothing new. */
  readonly against: (record: CheckRecord | null) => void;
}

/** Nobody has typed for so long, ms. */
const quietFor = 600;
/** How long one turn may take, ms. */
const turn = 6;

interface TextPlace {
  readonly node: Node;
  readonly at: number;
}

/** Every paragraph, heading and cell that holds text, with the place where its text begins. */
export function textsOf(doc: Node): readonly TextPlace[] {
  const found: TextPlace[] = [];
  doc.descendants((node, at) => {
    if (node.isTextblock) found.push({ node, at: at + 1 });
    return !node.isTextblock;
  });
  return found;
}

/** One character for each place: a break of the line is one too. */
export const textIn = (node: Node): string => node.textBetween(0, node.content.size, undefined, '\n');

const factsOf = (doc: Node): ReadonlySet<FactId> => {
  const facts = new Set<FactId>();
  doc.forEach(({ type, attrs }) => {
    if (type.name === 'fact') facts.add(factId(String(attrs['fact'])));
  });
  return facts;
};

const checkers = new WeakMap<Editor, Checker>();

/** One for each open text, whoever asks. */
export function checkerOf(editor: Editor): Checker {
  const known = checkers.get(editor) ?? createChecker(editor);
  checkers.set(editor, known);
  return known;
}

function createChecker(editor: Editor): Checker {
  let record: CheckRecord | null = null;
  let checked: Checked = { findings: [], whole: false };
  /** Nodes never change, so what was found in one stays found. */
  let known = new WeakMap<Node, readonly Finding[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  const tell = (next: Checked): void => {
    checked = next;
    for (const listener of listeners) listener();
  };
  const later = (ms: number): void => {
    clearTimeout(timer);
    timer = listeners.size > 0 ? setTimeout(work, ms) : undefined;
  };
  const changed = (): void => {
    if (checked.whole) tell({ ...checked, whole: false });
    later(quietFor);
  };

  function work(): void {
    if (editor.isDestroyed || record === null) return;
    // A word that is being composed is read once it is there.
    if (editor.view.composing) return later(quietFor);
    const texts = textsOf(editor.state.doc);
    const until = performance.now() + turn;
    for (const { node } of texts) {
      if (known.has(node)) continue;
      if (performance.now() > until) return later(0);
      known.set(node, checkText(textIn(node), record));
    }
    const prose = texts.map(({ node }) => textIn(node)).join('\n');
    const forgotten = forgottenIn(prose, factsOf(editor.state.doc), record).map((one): Placed => ({ ...one, place: null }));
    const found = texts.flatMap(({ node, at }) =>
      (known.get(node) ?? []).map((one): Placed => ({ ...one, place: { from: at + one.from, to: at + one.to } })),
    );
    tell({ findings: [...found, ...forgotten], whole: true });
  }

  editor.on('update', changed);
  editor.on('destroy', () => clearTimeout(timer));
  return {
    current: () => checked,
    subscribe: (listener) => {
      listeners.add(listener);
      later(checked.whole ? quietFor : 0);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) clearTimeout(timer);
      };
    },
    against: (next) => {
      if (next === record) return;
      record = next;
      known = new WeakMap();
      changed();
    },
  };
}
