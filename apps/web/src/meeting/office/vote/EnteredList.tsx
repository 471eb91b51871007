// Knows what officers have entered for devices that failed, and how one takes it back; never what anyone pressed.
import type { Command, PersonId } from '@xieshang/meeting';
import { useMeeting } from '../../../live/index.ts';
import { countingWords as words } from '../../../words/zh/office-counting.ts';
import { nameOf } from '../../shared/people.ts';
import { Act } from '../act.tsx';
import look from './vote.module.css';

export interface EnteredRow {
  readonly voter: PersonId;
  /** What was entered, and for which item where there are several. */
  readonly said: string;
  readonly by: PersonId;
  readonly takeBack: Command;
}

/** Nothing while nothing has been entered. */
export function EnteredList({ rows }: { readonly rows: readonly EnteredRow[] }) {
  const { roll } = useMeeting();
  if (rows.length === 0) return null;
  return (
    <section className={look['entered']} aria-label={words.enteredTitle}>
      <p className="small">
        <b>{words.enteredTitle}</b> <span className="muted">{words.enteredYield}</span>
      </p>
      <ul>
        {rows.map(({ voter, said, by, takeBack }) => (
          <li key={`${voter} ${said}`}>
            <span>
              <b>{nameOf(roll, voter)}</b> {said} <span className="small muted">{words.enteredBy(nameOf(roll, by))}</span>
            </span>
            <Act bodies={[takeBack]} size="small" kind="quiet" aria-label={words.takeBackOf(nameOf(roll, voter))}>
              {words.takeBack}
            </Act>
          </li>
        ))}
      </ul>
    </section>
  );
}
