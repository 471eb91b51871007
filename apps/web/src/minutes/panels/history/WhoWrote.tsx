// The switch 谁写的: shows in the open text whose each word is, with a legend, and tells it of the word under the mouse or at the caret.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { authorsQuery } from '../../../http/history.ts';
import { useMeeting, useServerNow, useViewer } from '../../../live/index.ts';
import { historyWords as words } from '../../../words/zh/minutes-history.ts';
import type { OpenText } from '../panel.ts';
import { stretchAt, stretchesOf, whoseUnits, type Stretch } from './authors.ts';
import './Highlights.css';
import look from './History.module.css';
import { colorAt, lineAt, paletteOf } from './palette.ts';
import { paint, paints, wipe } from './paint.ts';
import { toldOf, whoIs } from './who.ts';

/** The colours follow the typing, not every letter of it, ms. */
const paintAfter = 60;
/** What is newer than the server has told of is asked for at most so often, ms. */
const askEvery = 2_000;

/** The stretches of the text as it is now; none while a word is composed, and the last ones until it ends. */
function useStretches({ editor, desk }: OpenText): readonly Stretch[] {
  const { notice } = useMeeting();
  const authors = useQuery(authorsQuery(notice.meeting));
  const [stretches, setStretches] = useState<readonly Stretch[]>([]);
  const whose = useMemo(() => (authors.data ? whoseUnits(authors.data, desk.fragment.doc?.clientID ?? 0) : null), [authors.data, desk]);
  const { refetch } = authors;
  useEffect(() => {
    if (!whose) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = (): void => {
      if (editor.isDestroyed) return;
      if (desk.gate.closed) return desk.gate.whenOpen(later);
      setStretches(stretchesOf(editor.state.doc, desk.fragment, whose));
    };
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(read, paintAfter);
    };
    read();
    const changed = ({ transaction }: { readonly transaction: { readonly docChanged: boolean } }): void => {
      if (transaction.docChanged) later();
    };
    editor.on('transaction', changed);
    return () => {
      clearTimeout(timer);
      editor.off('transaction', changed);
    };
  }, [editor, desk, whose]);
  const isBehind = stretches.some(({ deeds }) => typeof deeds === 'string');
  useEffect(() => {
    if (!isBehind) return undefined;
    const timer = setTimeout(() => void refetch(), askEvery);
    return () => clearTimeout(timer);
  }, [isBehind, stretches, refetch]);
  return stretches;
}

export function WhoWrote({ open }: { readonly open: OpenText | null }) {
  const [on, setOn] = useState(false);
  return (
    <div className={look['whoWrote']}>
      <label className={look['check']}>
        <input type="checkbox" role="switch" checked={on} onChange={(event) => setOn(event.target.checked)} />
        <span>{words.whoWrote}</span>
      </label>
      {on && (open ? <Shown open={open} /> : <p className="muted">{words.textNotOpen}</p>)}
    </div>
  );
}

const byOf = ({ deeds }: Stretch, me: string): string | null =>
  typeof deeds === 'string' ? (deeds === 'own' ? me : null) : deeds.written.by;

function Shown({ open }: { readonly open: OpenText }) {
  const { roll } = useMeeting();
  const { person: me } = useViewer();
  const now = useServerNow(60_000);
  const stretches = useStretches(open);
  const people = useMemo(() => {
    const sizes = new Map<string, number>();
    for (const stretch of stretches) {
      const by = byOf(stretch, me);
      if (by !== null) sizes.set(by, (sizes.get(by) ?? 0) + stretch.to - stretch.from);
    }
    return [...sizes].toSorted(([, one], [, other]) => other - one);
  }, [stretches, me]);
  const palette = useMemo(() => paletteOf(people.map(([person]) => person)), [people]);
  const tell = ({ deeds }: Stretch): string => {
    if (typeof deeds !== 'string') return toldOf(roll, deeds, now);
    return deeds === 'own' ? words.wrote(words.me, words.justNow) : words.justWritten;
  };
  usePaint(open, stretches, palette, me);
  const caret = useCaret(open);
  const atCaret = stretchAt(stretches, caret);
  const all = people.reduce((sum, [, size]) => sum + size, 0);
  return (
    <>
      <p className="muted small">{paints() ? words.whoWroteHint : words.whoWroteUnsupported}</p>
      <ul className={look['legend']} aria-label={words.legendOf}>
        {people.map(([person, size]) => (
          <li key={person}>
            <i
              aria-hidden="true"
              style={{
                background: `${colorAt(palette.get(person))}33`,
                borderBottom: `3px ${lineAt(palette.get(person))} ${colorAt(palette.get(person))}`,
              }}
            />
            <span className="grow">{whoIs(roll, person)}</span>
            <span className="muted num">{words.characters(size, Math.round((size / Math.max(all, 1)) * 100))}</span>
          </li>
        ))}
      </ul>
      <p className={look['caret']}>
        <b>{words.atCaret}</b> {atCaret ? tell(atCaret) : words.atCaretNone}
      </p>
      <Hover open={open} stretches={stretches} tell={tell} />
    </>
  );
}

function usePaint({ editor, desk }: OpenText, stretches: readonly Stretch[], palette: ReadonlyMap<string, number>, me: string): void {
  useEffect(() => {
    if (!paints() || editor.isDestroyed) return undefined;
    let frame = 0;
    const draw = (): void => {
      frame = 0;
      // The stretches belong to a text that has moved on: the next ones come in a moment.
      const isCurrent = (stretches.at(-1)?.to ?? 0) <= editor.state.doc.content.size;
      if (!editor.isDestroyed && isCurrent && !desk.gate.closed) paint(editor.view, stretches, (one) => palette.get(byOf(one, me) ?? ''));
    };
    const later = (): void => {
      frame ||= requestAnimationFrame(draw);
    };
    draw();
    addEventListener('scroll', later, { passive: true });
    addEventListener('resize', later);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', later);
      removeEventListener('resize', later);
    };
  }, [editor, desk, stretches, palette, me]);
  useEffect(() => wipe, []);
}

function useCaret({ editor }: OpenText): number {
  const [caret, setCaret] = useState(() => editor.state.selection.head);
  useEffect(() => {
    const look = (): void => setCaret(editor.state.selection.head);
    editor.on('selectionUpdate', look);
    return () => void editor.off('selectionUpdate', look);
  }, [editor]);
  return caret;
}

interface HoverProps {
  readonly open: OpenText;
  readonly stretches: readonly Stretch[];
  readonly tell: (stretch: Stretch) => string;
}

/** What is told of the word under the mouse, beside it and outside the text. */
function Hover({ open: { editor }, stretches, tell }: HoverProps) {
  const [told, setTold] = useState<{ readonly text: string; readonly left: number; readonly top: number } | null>(null);
  const known = useRef({ stretches, tell });
  useEffect(() => {
    known.current = { stretches, tell };
  });
  useEffect(() => {
    const { dom } = editor.view;
    let frame = 0;
    const move = ({ clientX: left, clientY: top, buttons }: MouseEvent): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        if (editor.isDestroyed) return;
        const at = buttons === 0 ? editor.view.posAtCoords({ left, top }) : null;
        const stretch = at && at.inside >= 0 ? stretchAt(known.current.stretches, at.pos) : null;
        setTold(stretch ? { text: known.current.tell(stretch), left, top } : null);
      });
    };
    const leave = (): void => {
      cancelAnimationFrame(frame);
      setTold(null);
    };
    dom.addEventListener('mousemove', move);
    dom.addEventListener('mouseleave', leave);
    dom.addEventListener('keydown', leave);
    return () => {
      leave();
      dom.removeEventListener('mousemove', move);
      dom.removeEventListener('mouseleave', leave);
      dom.removeEventListener('keydown', leave);
    };
  }, [editor]);
  if (!told) return null;
  return createPortal(
    <div className={look['hover']} style={{ left: told.left, top: told.top }} aria-hidden="true">
      {told.text}
    </div>,
    document.body,
  );
}
