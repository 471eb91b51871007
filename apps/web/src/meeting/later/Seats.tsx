// Knows the seats of a vote by name on a page that scrolls: all of them, with what the signs say.
import type { NamedVote } from '@xieshang/meeting';
import { useMemo } from 'react';
import { useMeeting } from '../../live/index.ts';
import { SeatGrid, SeatLegend } from './SeatGrid.tsx';
import { seatGroups } from './seats.ts';
import look from './SeatGrid.module.css';

/** `own`: whose own seat is marked. */
export function Seats({ votes, own }: { readonly votes: readonly NamedVote[]; readonly own?: string | undefined }) {
  const { roll } = useMeeting();
  const groups = useMemo(() => seatGroups(votes, roll), [votes, roll]);
  return (
    <div className={look['seats']}>
      <SeatLegend seats={groups.flatMap(({ seats }) => seats)} />
      <SeatGrid lines={[groups]} own={own} />
    </div>
  );
}
