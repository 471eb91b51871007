// Knows how those who voted by name are seated in a picture: by rows where seats are given, else by 界别; and how many fit; not how it is drawn.
import { attendeeOf, type Attendee, type NamedVote, type Roll } from '@xieshang/meeting';
import { fullName } from '../shared/people.ts';
import { roomWords as words } from '../../words/zh/room.ts';

export interface Seat extends NamedVote {
  readonly name: string;
}

export interface SeatGroup {
  readonly name: string;
  readonly seats: readonly Seat[];
}

interface Placed {
  readonly seat: Seat;
  readonly attendee: Attendee | undefined;
}

/** `3排12座`, `3-12`, `第3排 12号`: the row and the place in it. */
const seatForm = /^\D*(\d+)\D+(\d+)\D*$/;

function rowAndPlace({ attendee }: Placed): readonly [number, number] | null {
  const [, row, place] = seatForm.exec(attendee?.seat ?? '') ?? [];
  return row === undefined || place === undefined ? null : [Number(row), Number(place)];
}

/** Rows from the front where everybody has a seat of that form; else 界别 in the order of the roll, whoever has none at the end. */
export function seatGroups(votes: readonly NamedVote[], roll: Roll): readonly SeatGroup[] {
  const placed = votes.map((vote): Placed => {
    const attendee = attendeeOf(roll, vote.voter);
    return { seat: { ...vote, name: attendee ? fullName(attendee) : vote.voter }, attendee };
  });
  const seated = placed.flatMap(({ seat, attendee }) => {
    const at = rowAndPlace({ seat, attendee });
    return at ? [{ seat, row: at[0], place: at[1] }] : [];
  });
  if (seated.length === placed.length) {
    seated.sort((one, other) => one.row - other.row || one.place - other.place);
    return grouped(seated.map(({ seat, row }) => [words.seatRow(row), seat]));
  }
  const order = new Map(roll.attendees.map(({ person }, at) => [person, at]));
  const placeOf = ({ seat }: Placed): number => order.get(seat.voter) ?? order.size;
  const inOrder = [...placed].sort((one, other) => placeOf(one) - placeOf(other));
  const [known, others] = [inOrder.filter(({ attendee }) => attendee?.sector), inOrder.filter(({ attendee }) => !attendee?.sector)];
  return grouped([
    ...known.map(({ seat, attendee }): [string, Seat] => [words.sector(attendee?.sector ?? ''), seat]),
    ...others.map(({ seat }): [string, Seat] => [words.otherSeats, seat]),
  ]);
}

function grouped(seats: readonly (readonly [string, Seat])[]): readonly SeatGroup[] {
  const groups = new Map<string, Seat[]>();
  for (const [name, seat] of seats) groups.set(name, [...(groups.get(name) ?? []), seat]);
  return [...groups].map(([name, of]) => ({ name, seats: of }));
}

/** Groups in lines of so many seats: a group that does not fit in what is left of a line begins another, one that fits in none is broken. */
export function linesOf(groups: readonly SeatGroup[], columns: number): readonly (readonly SeatGroup[])[] {
  const lines: SeatGroup[][] = [];
  let left = 0;
  for (const { name, seats } of groups)
    for (let from = 0; from < seats.length; from += columns) {
      const part = { name, seats: seats.slice(from, from + columns) };
      const line = lines.at(-1);
      if (line && part.seats.length <= left) line.push(part);
      else {
        lines.push([part]);
        left = columns;
      }
      left -= part.seats.length;
    }
  return lines;
}

export interface SeatPage {
  readonly columns: number;
  readonly lines: number;
  readonly pages: readonly (readonly (readonly SeatGroup[])[])[];
}

/** A name of three characters in one of ten seats side by side can still be read from the middle of a hall. */
const [fewestColumns, mostColumns] = [5, 10];

/** As few pages as there can be, in the largest seats that need no more; `linesPerColumn` lines go into the height for each column. */
export function seatPages(groups: readonly SeatGroup[], linesPerColumn: number): SeatPage {
  const largest = Math.max(fewestColumns, ...groups.map(({ seats }) => seats.length));
  let best = pagesOf(groups, mostColumns, linesPerColumn);
  for (let columns = mostColumns - 1; columns >= Math.min(largest, mostColumns); columns -= 1) {
    const larger = pagesOf(groups, columns, linesPerColumn);
    if (larger.pages.length <= best.pages.length) best = larger;
  }
  return best;
}

function pagesOf(groups: readonly SeatGroup[], columns: number, linesPerColumn: number): SeatPage {
  const lines = linesOf(groups, columns);
  const most = Math.max(1, Math.floor(columns * linesPerColumn));
  const of = Math.max(1, Math.ceil(lines.length / most));
  const length = Math.max(1, Math.ceil(lines.length / of));
  return { columns, lines: length, pages: Array.from({ length: of }, (_, at) => lines.slice(at * length, (at + 1) * length)) };
}
