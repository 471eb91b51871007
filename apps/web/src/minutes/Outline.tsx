// Knows the outline beside the text, read from what the editor shows, and how one jumps from it; not how the text is written.
import { useEffect, useState, type RefObject } from 'react';
import { useMeeting } from '../live/index.ts';
import { Button } from '../ui/Button.tsx';
import { minutesWords as words } from '../words/zh/minutes.ts';
import look from './Outline.module.css';
import { outlineOf, type Level, type OutlineEntry, type Piece } from './outline.ts';

const headings = 'h1, h2, h3, h4';
/** The outline follows the typing, not every letter of it, ms. */
const readAfter = 300;
/** What stands above this share of the window's height is being read. */
const readingLine = 0.35;

const piecesIn = (place: HTMLElement | null): readonly HTMLElement[] => [
  ...(place?.querySelector('.ProseMirror')?.querySelectorAll<HTMLElement>(`${headings}, [data-fact]`) ?? []),
];

function pieceOf(element: HTMLElement): Piece {
  const { fact } = element.dataset;
  if (fact !== undefined) return { kind: 'fact', fact };
  const level = Number(element.tagName.slice(1)) as Level;
  return { kind: 'heading', level, text: wordsOf(element) };
}

/** Without the flags of those whose carets stand in it. */
function wordsOf(heading: HTMLElement): string {
  const copy = heading.cloneNode(true) as HTMLElement;
  for (const flag of copy.querySelectorAll('[contenteditable=false]')) flag.remove();
  return copy.textContent;
}

function useOutline(place: RefObject<HTMLElement | null>): readonly OutlineEntry[] {
  const [read, setRead] = useState(() => ({ text: '', entries: outlineOf([]) }));
  useEffect(() => {
    const look = () => {
      const entries = outlineOf(piecesIn(place.current).map(pieceOf));
      const text = JSON.stringify(entries);
      setRead((before) => (before.text === text ? before : { text, entries }));
    };
    look();
    if (!place.current) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(look, readAfter);
    });
    observer.observe(place.current, { childList: true, subtree: true, characterData: true });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [place]);
  return read.entries;
}

/** Index of the entry that is being read. */
function useReading(place: RefObject<HTMLElement | null>, entries: readonly OutlineEntry[]): number {
  const [reading, setReading] = useState(0);
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const pieces = piecesIn(place.current);
      const line = innerHeight * readingLine;
      setReading(entries.findLastIndex(({ at }) => at < 0 || (pieces[at]?.getBoundingClientRect().top ?? Infinity) < line));
    };
    const later = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    addEventListener('scroll', later, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', later);
    };
  }, [place, entries]);
  return reading;
}

const nameOf = ({ kind, text }: OutlineEntry): string => (kind === 'opening' ? words.opening : kind === 'closing' ? words.closing : text);

export default function Outline({ place }: { readonly place: RefObject<HTMLElement | null> }) {
  const { recommendations, motions } = useMeeting();
  const entries = useOutline(place);
  const reading = useReading(place, entries);
  const [open, setOpen] = useState(false);
  const all = new Set([...Object.keys(recommendations), ...Object.keys(motions)]).size;
  const jump = ({ at }: OutlineEntry) => {
    setOpen(false);
    const target = at < 0 ? place.current : piecesIn(place.current)[at];
    target?.scrollIntoView({ block: 'start' });
  };
  return (
    <nav aria-label={words.outline} className={look['outline']}>
      <Button className={look['fold'] ?? ''} wide aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.outline}
      </Button>
      <ol className={open ? look['open'] : undefined}>
        {entries.map((entry, index) => (
          <li key={`${index} ${entry.at}`} data-level={entry.level}>
            <button type="button" aria-current={index === reading ? 'location' : undefined} onClick={() => jump(entry)}>
              {nameOf(entry)}
            </button>
            <p className={look['counts']}>
              {[
                entry.speeches > 0 && words.speeches(entry.speeches),
                entry.answers > 0 && words.answers(entry.answers),
                entry.votes > 0 && words.votes(entry.votes, all),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ol>
    </nav>
  );
}
