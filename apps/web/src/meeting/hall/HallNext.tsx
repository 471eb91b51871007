// Knows the foot of the hall screen: who is next, and how many are here.
import { roomWords } from '../../words/zh/room.ts';
import type { Held } from '../shared/held.ts';
import { nextUp } from '../shared/list-order.ts';
import { affiliationOf, nameOf } from '../shared/people.ts';
import { awaitedNow } from './quiet.ts';
import { PresentOf } from './PresentOf.tsx';
import look from './Hall.module.css';

/** Besides the one who speaks. */
const shown = 2;

export function HallNext({ meeting }: { readonly meeting: Held }) {
  const { floor, waiting } = meeting.queue;
  const next = floor.phase === 'empty' ? awaitedNow(meeting, nextUp(meeting, waiting.length)).slice(0, shown) : nextUp(meeting, shown);
  return (
    <div className={look['foot']}>
      {next.length > 0 && (
        <div className={look['next']}>
          <span className={look['quiet']}>{roomWords.upNext}</span>
          {next.map(({ requestId, person }) => (
            <span key={requestId} className={look['nextOne']}>
              <b>{nameOf(meeting.roll, person)}</b> <span className={look['quiet']}>{affiliationOf(meeting.roll, person)}</span>
            </span>
          ))}
        </div>
      )}
      <span className={look['presence']}>
        <PresentOf />
      </span>
    </div>
  );
}
