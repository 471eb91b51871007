// Draws the lines of a page of the past, and how two pages differ: by form first, by colour too. Knows not which versions they are.
import { wordingOf, type FactId } from '@xieshang/minutes';
import type { Change, Difference, DifferentLine, DifferentPart, Page, Piece } from '@xieshang/minutes/history';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type CSSProperties, type ReactNode } from 'react';
import { imageAddress } from '../../../http/api.ts';
import { committeeQuery } from '../../../http/queries.ts';
import { useMeeting } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { defaultZone } from '../../../words/time.ts';
import { editorWords } from '../../../words/zh/minutes-editor.ts';
import { historyWords as words } from '../../../words/zh/minutes-history.ts';
import { stretchesOf, type Stretch } from './folding.ts';
import look from './Lines.module.css';
import { colorAt, lineAt, paletteOf } from './palette.ts';
import { toldOf } from './who.ts';

/** A fact as the record has it now: only its place belongs to the text. */
function FactLine({ fact, note }: { readonly fact: FactId; readonly note?: string }) {
  const meeting = useMeeting();
  const { data: committee } = useQuery(committeeQuery);
  const wording = wordingOf(meeting, fact, committee?.zone ?? defaultZone);
  return (
    <div className={look['fact']}>
      <small>{[note, wording?.source].filter(Boolean).join(' · ')}</small>
      {wording ? wording.lines.map((line) => <p key={line}>{line}</p>) : <p>{editorWords.factUnknown}</p>}
    </div>
  );
}

function ImageLine({ image, caption, change }: { readonly image: string; readonly caption: string; readonly change?: Change }) {
  const { notice } = useMeeting();
  const note = { added: words.imageAdded, removed: words.imageRemoved, same: '' }[change ?? 'same'];
  return (
    <figure className={look['image']} data-change={change}>
      <img src={imageAddress(notice.meeting, image)} alt={caption} loading="lazy" />
      <figcaption>{[note, caption].filter(Boolean).join(' · ')}</figcaption>
    </figure>
  );
}

interface TextLineProps {
  readonly style: string;
  readonly level: number;
  readonly change?: string;
  readonly children: ReactNode;
}

const TextLine = ({ style, level, change, children }: TextLineProps) => (
  <p
    className={look['line']}
    data-style={style}
    data-change={change}
    style={{ '--level': level } as CSSProperties}
    {...(style === 'heading' ? { role: 'heading', 'aria-level': level + 2 } : {})}
  >
    {children}
  </p>
);

/** Everybody who wrote in these lines, in the order they first do. */
export function writersOf(page: Page): readonly string[] {
  const all = page.lines.flatMap((line) => (line.kind === 'text' ? line.pieces.map(({ written }) => written.by) : []));
  return [...new Set(all.filter((by) => by !== null))];
}

function WrittenBy({ piece, place, today }: { readonly piece: Piece; readonly place: number | undefined; readonly today: number }) {
  const { roll } = useMeeting();
  if (piece.written.by === null) return <>{piece.text}</>;
  const style = { '--who': colorAt(place), '--who-line': lineAt(place) } as CSSProperties;
  return (
    <span className={look['who']} style={style} title={toldOf(roll, piece, today)}>
      {piece.text}
    </span>
  );
}

/** `who`: whether it is drawn who wrote what. */
export function PageLines({ page, who }: { readonly page: Page; readonly who: boolean }) {
  const palette = useMemo(() => paletteOf(writersOf(page)), [page]);
  if (page.lines.length === 0) return <p className="muted">{words.noText}</p>;
  return (
    <div className={look['page']}>
      {page.lines.map((line, index) => {
        // Lines of the past never move.
        if (line.kind === 'fact') return <FactLine key={index} fact={line.fact} />;
        if (line.kind === 'image') return <ImageLine key={index} image={line.image} caption={line.caption} />;
        return (
          <TextLine key={index} style={line.style} level={line.level}>
            {line.pieces.map((piece, place) =>
              who ? (
                <WrittenBy key={place} piece={piece} place={palette.get(piece.written.by ?? '')} today={page.at} />
              ) : (
                <span key={place}>{piece.text}</span>
              ),
            )}
          </TextLine>
        );
      })}
    </div>
  );
}

const textOf = ({ pieces }: DifferentPart): string => pieces.map(({ text }) => text).join('');

function ChangedPart({ part }: { readonly part: DifferentPart }) {
  const { roll } = useMeeting();
  const [first] = part.pieces;
  if (part.change === 'same') return <>{textOf(part)}</>;
  const title = first && toldOf(roll, first, first.written.at);
  return part.change === 'added' ? (
    <ins className={look['added']} title={title}>
      {textOf(part)}
    </ins>
  ) : (
    <del className={look['removed']} title={title}>
      {textOf(part)}
    </del>
  );
}

function ChangedLine({ line }: { readonly line: DifferentLine }) {
  if (line.kind === 'fact') {
    const note = { added: words.factAdded, removed: words.factRemoved, same: undefined }[line.change];
    return <FactLine fact={line.fact} {...(note !== undefined && { note })} />;
  }
  if (line.kind === 'image') return <ImageLine image={line.image} caption={line.caption} change={line.change} />;
  const { style, level, change, styled, parts } = line;
  return (
    <TextLine style={style} level={level} change={change}>
      {parts.map((part, place) => (
        // Parts of a difference never move.
        <ChangedPart key={place} part={part} />
      ))}
      {styled && <small className={look['styled']}>{words.styled(style)}</small>}
    </TextLine>
  );
}

function Stretched({ stretch: { from, lines, folded } }: { readonly stretch: Stretch }) {
  const [open, setOpen] = useState(!folded);
  if (!open) {
    return (
      <Button kind="quiet" size="small" wide className={look['fold'] ?? ''} onClick={() => setOpen(true)}>
        {words.same(lines.length)}
      </Button>
    );
  }
  return lines.map((line, place) => <ChangedLine key={from + place} line={line} />);
}

/** `whole`: nothing is folded. */
export function DifferenceLines({ difference, whole = false }: { readonly difference: Difference; readonly whole?: boolean }) {
  const { lines, from, to } = difference;
  return (
    <div className={look['page']}>
      {whole
        ? lines.map((line, place) => <ChangedLine key={place} line={line} />)
        : stretchesOf(lines).map((stretch) => <Stretched key={`${from} ${to} ${stretch.from}`} stretch={stretch} />)}
    </div>
  );
}
