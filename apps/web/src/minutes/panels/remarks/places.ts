// Knows where in the open text each remark stands at this moment; not what is done there.
import { anchorFinder, takeAnchor, type Found, type LeafText, type Anchor, type Remark, type RemarkId, type Span } from '@xieshang/minutes';
import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { remarkWords as words } from '../../../words/zh/remarks.ts';
import type { OpenText } from '../panel.ts';

/** Changes of the text are followed this much later, ms. */
const followAfter = 250;

/** A fact reads as it is drawn; anything else without text is a line break. */
export const leafTextOf = ({ view }: Editor): LeafText => {
  return (leaf) => (leaf.type.name === 'fact' ? factText(view.dom, String(leaf.attrs['fact'])) : '\n');
};

function factText(sheet: HTMLElement, fact: string): string {
  const drawn = sheet.querySelector(`[data-fact="${CSS.escape(fact)}"]`);
  return [...(drawn?.querySelectorAll('.fact-line') ?? [])].map(({ textContent }) => textContent).join('\n');
}

/** Where a passage stands now. Not to be asked while a composition runs. */
export const findIn = ({ editor, desk }: OpenText, anchor: Anchor): Found =>
  anchorFinder(desk.fragment, editor.state.doc, leafTextOf(editor))(anchor);

/** Of each of these remarks; null until the text is there. Stands still while a composition runs. */
export function usePlaces(open: OpenText | null, remarks: readonly Remark[]): ReadonlyMap<RemarkId, Found> | null {
  const [places, setPlaces] = useState<ReadonlyMap<RemarkId, Found> | null>(null);
  useEffect(() => {
    if (!open) return setPlaces(null);
    const { editor, desk } = open;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const look = (): void =>
      desk.gate.whenOpen(() => {
        if (over || editor.isDestroyed) return;
        const find = anchorFinder(desk.fragment, editor.state.doc, leafTextOf(editor));
        setPlaces(new Map(remarks.map(({ id, anchor }) => [id, find(anchor)])));
      });
    const follow = ({ transaction }: { readonly transaction: { readonly docChanged: boolean } }): void => {
      if (!transaction.docChanged) return;
      clearTimeout(timer);
      timer = setTimeout(look, followAfter);
    };
    look();
    editor.on('transaction', follow);
    return () => {
      over = true;
      clearTimeout(timer);
      editor.off('transaction', follow);
    };
  }, [open, remarks]);
  return places;
}

/** Puts a place of the text before the reader's eyes. */
export function bringIntoView({ editor: { view } }: OpenText, { from }: Span): void {
  const { node, offset } = view.domAtPos(from, 1);
  const at = node instanceof HTMLElement ? (node.children[offset] ?? node) : node.parentElement;
  at?.scrollIntoView({ block: 'center' });
}

export type Taken = { readonly ok: true; readonly anchor: Anchor } | { readonly ok: false; readonly why: string };

/** The passage that is selected; of a comment without a selection the paragraph in which the caret stands. */
export function takeSelected({ editor, desk }: OpenText, kind: 'comment' | 'suggestion'): Taken {
  const { doc, selection } = editor.state;
  const { $from, $to, empty } = selection;
  const sameBlock = $from.parent === $to.parent && $from.parent.isTextblock;
  if (kind === 'suggestion' && (!sameBlock || hasLeaf(editor, selection))) return { ok: false, why: words.oneBlock };
  const whole = empty && kind === 'comment';
  if (whole && !$from.parent.isTextblock) return { ok: false, why: words.nothingSelected };
  const span = whole ? { from: $from.start(), to: $from.end() } : { from: selection.from, to: selection.to };
  const anchor = takeAnchor(desk.fragment, doc, span, leafTextOf(editor));
  if (!anchor) return { ok: false, why: words.tooLong };
  if (kind === 'comment' && anchor.quote.trim() === '') return { ok: false, why: words.nothingSelected };
  return { ok: true, anchor };
}

function hasLeaf({ state }: Editor, { from, to }: Span): boolean {
  let found = false;
  state.doc.nodesBetween(from, to, (node) => {
    if (node.isLeaf && !node.isText) found = true;
    return !found;
  });
  return found;
}
