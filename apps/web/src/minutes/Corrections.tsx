// Knows how the numbered corrections of issued minutes are read; not who may add one.
import type { Correction } from '@xieshang/meeting';
import { useMeeting } from '../live/index.ts';
import { nameOf } from '../meeting/shared/people.ts';
import { calendarDay, clockTime } from '../words/time.ts';
import { minutesWords as words } from '../words/zh/minutes.ts';
import look from './Paper.module.css';

export function Corrections({ corrections }: { readonly corrections: readonly Correction[] }) {
  const { roll } = useMeeting();
  if (corrections.length === 0) return null;
  return (
    <section className={look['corrections']} aria-labelledby="minutes-corrections">
      <h3 id="minutes-corrections">{words.corrections}</h3>
      <ol>
        {corrections.map(({ number, passage, correction, reason, by, at }) => (
          <li key={number}>
            <h4>{words.correctionOf(number)}</h4>
            <dl>
              <dt>{words.passage}</dt>
              <dd>{passage}</dd>
              <dt>{words.correction}</dt>
              <dd>{correction}</dd>
              <dt>{words.reason}</dt>
              <dd>{reason}</dd>
            </dl>
            <p className="small muted num">{words.correctedBy(nameOf(roll, by), `${calendarDay(at)} ${clockTime(at)}`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
