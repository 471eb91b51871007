// Knows the seats of a vote by name in the hall: as large as all of them fit beside the bars, else page by page.
import type { NamedVote } from '@xieshang/meeting';
import { useMemo, type CSSProperties } from 'react';
import { useMeeting, useServerNow } from '../../live/index.ts';
import { hallWords as words } from '../../words/zh/hall.ts';
import { roomWords } from '../../words/zh/room.ts';
import { SeatGrid } from '../later/SeatGrid.tsx';
import { seatGroups, seatPages } from '../later/seats.ts';
import { pageAt } from './pages.ts';
import { pageMs } from './HallVote.tsx';
import look from './HallSeats.module.css';

/** How many lines of seats go into the height for each column in the width, under a text of two lines. */
const linesPerColumn = 0.55;

export function HallSeats({ votes }: { readonly votes: readonly NamedVote[] }) {
  const { roll } = useMeeting();
  const { columns, lines, pages } = useMemo(() => seatPages(seatGroups(votes, roll), linesPerColumn), [votes, roll]);
  const { items, number, of } = pageAt(pages, 1, useServerNow(1_000), pageMs);
  const sized: CSSProperties & Readonly<Record<'--columns' | '--lines', number>> = {
    '--columns': columns,
    '--lines': Math.max(1, lines),
  };
  return (
    <section className={look['seats']} style={sized} aria-label={roomWords.seats}>
      <div className={look['page']}>
        <SeatGrid lines={items[0] ?? []} />
      </div>
      {of > 1 && <p className={look['number']}>{words.page(number, of)}</p>}
    </section>
  );
}
