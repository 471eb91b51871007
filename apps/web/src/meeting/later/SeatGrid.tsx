// Knows the picture of a vote by name: a seat for everybody on the roll, with a sign beside the colour; not who may look at it.
import type { Choice } from '@xieshang/meeting';
import { roomWords as words } from '../../words/zh/room.ts';
import type { Seat, SeatGroup } from './seats.ts';
import look from './SeatGrid.module.css';

export const signs: Readonly<Record<Choice | 'notPressed', string>> = { approve: '✓', oppose: '✕', abstain: '—', notPressed: '' };

interface SeatGridProps {
  readonly lines: readonly (readonly SeatGroup[])[];
  /** Whose own seat is marked. */
  readonly own?: string | undefined;
}

/** Sized by the text around it; a line of groups each, which a narrow place breaks. */
export function SeatGrid({ lines, own }: SeatGridProps) {
  return (
    <div className={look['grid']}>
      {lines.map((groups) => (
        <div key={groups.map(({ name, seats }) => `${name} ${seats[0]?.voter}`).join()} className={look['line']}>
          {groups.map((group) => (
            <section key={`${group.name} ${group.seats[0]?.voter}`} className={look['group']}>
              <h4>{group.name}</h4>
              <ul>
                {group.seats.map((seat) => (
                  <OneSeat key={seat.voter} seat={seat} own={seat.voter === own} />
                ))}
              </ul>
            </section>
          ))}
        </div>
      ))}
    </div>
  );
}

/** Names longer than this are set smaller. */
const longName = 3;

function OneSeat({ seat: { name, choice }, own }: { readonly seat: Seat; readonly own: boolean }) {
  return (
    <li className={look['seat']} data-choice={choice} data-long={name.length > longName || undefined} data-own={own || undefined}>
      <span className={look['name']}>{name}</span>
      <i aria-hidden="true">{signs[choice]}</i>
      <span className="visually-hidden">{words.choices[choice]}</span>
    </li>
  );
}

/** What the colours and signs say, with how many of each. */
export function SeatLegend({ seats }: { readonly seats: readonly Seat[] }) {
  return (
    <ul className={look['legend']}>
      {(['approve', 'oppose', 'abstain', 'notPressed'] as const).map((choice) => (
        <li key={choice}>
          <i className={look['key']} data-choice={choice} aria-hidden="true">
            {signs[choice]}
          </i>
          {words.choices[choice]} <b className="num">{seats.filter((seat) => seat.choice === choice).length}</b>
        </li>
      ))}
    </ul>
  );
}
