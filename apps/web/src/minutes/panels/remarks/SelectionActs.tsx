// Knows the small bar at what is selected in the text: where it stands and what it offers; not what becomes of a press.
import { useEffect, useState } from 'react';
import { remarkWords as words } from '../../../words/zh/remarks.ts';
import type { OpenText } from '../panel.ts';
import look from './SelectionActs.module.css';

interface SelectionActsProps {
  readonly open: OpenText;
  /** Whether this person may add remarks. */
  readonly may: boolean;
  /** Remarks that can be looked at from a place, by id. */
  readonly marksHere: (at: number) => readonly string[];
  readonly onBegin: (kind: 'comment' | 'suggestion') => void;
  readonly onLook: (id: string) => void;
}

interface Standing {
  readonly left: number;
  readonly top: number;
  readonly selects: boolean;
  readonly marks: readonly string[];
}

/** A selection that is still being drawn out gets no bar, ms. */
const calmAfter = 250;
/** px between the selection and the bar, and at the edges of the window. */
const gap = 8;
/** What the bar takes at most, px. */
const room = { width: 260, height: 56 } as const;

export function SelectionActs({ open, may, marksHere, onBegin, onLook }: SelectionActsProps) {
  const [standing, setStanding] = useState<Standing | null>(null);
  useEffect(() => {
    const { editor, desk } = open;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // What stands under a finger is offered when it taps, not at every letter that is typed there.
    let tapped = false;
    const none = (): readonly string[] => [];
    const place = (): void => setStanding(standingOf(open, may, tapped ? marksHere : none));
    const later = (): void => {
      clearTimeout(timer);
      setStanding(null);
      timer = setTimeout(place, calmAfter);
    };
    const move = (): void => setStanding((before) => before && standingOf(open, may, tapped ? marksHere : none));
    const tap = (): void => {
      tapped = true;
      later();
    };
    const typed = ({ transaction }: { readonly transaction: { readonly docChanged: boolean; readonly selectionSet: boolean } }): void => {
      if (transaction.docChanged) tapped = false;
      if (transaction.selectionSet || transaction.docChanged || desk.gate.closed) later();
    };
    editor.on('transaction', typed);
    editor.on('blur', later);
    editor.view.dom.addEventListener('click', tap);
    document.addEventListener('selectionchange', later);
    window.addEventListener('scroll', move, { passive: true });
    window.addEventListener('resize', move);
    return () => {
      clearTimeout(timer);
      editor.off('transaction', typed);
      editor.off('blur', later);
      if (!editor.isDestroyed) editor.view.dom.removeEventListener('click', tap);
      document.removeEventListener('selectionchange', later);
      window.removeEventListener('scroll', move);
      window.removeEventListener('resize', move);
    };
  }, [open, may, marksHere]);
  if (!standing) return null;
  const [first] = standing.marks;
  return (
    <div
      className={`${look['bar']} no-print`}
      role="toolbar"
      aria-label={words.selection}
      style={{ left: standing.left, top: standing.top }}
    >
      {standing.selects && <Tool name={words.comment} act={() => onBegin('comment')} />}
      {standing.selects && <Tool name={words.suggest} act={() => onBegin('suggestion')} />}
      {first !== undefined && <Tool name={words.see(standing.marks.length)} act={() => onLook(first)} />}
    </div>
  );
}

const Tool = ({ name, act }: { readonly name: string; readonly act: () => void }) => (
  <button
    type="button"
    // What is selected stays so, and the text keeps the keyboard.
    onMouseDown={(event) => event.preventDefault()}
    onClick={act}
  >
    {name}
  </button>
);

function standingOf({ editor, desk }: OpenText, may: boolean, marksHere: SelectionActsProps['marksHere']): Standing | null {
  if (editor.isDestroyed || desk.gate.closed) return null;
  const { view, state } = editor;
  const shown = document.getSelection();
  if (!shown?.anchorNode || !view.dom.contains(shown.anchorNode)) return null;
  const { to, empty } = state.selection;
  const selects = may && !empty && !shown.isCollapsed;
  const marks = marksHere(to);
  if (!selects && marks.length === 0) return null;
  const end = view.coordsAtPos(to, -1);
  if (end.bottom < 0 || end.top > window.innerHeight) return null;
  const below = end.bottom + gap;
  return {
    selects,
    marks,
    left: Math.max(gap, Math.min(end.left - gap, document.documentElement.clientWidth - room.width - gap)),
    top: below + room.height > window.innerHeight ? Math.max(gap, end.top - room.height - gap) : below,
  };
}
