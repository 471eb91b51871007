// Knows how the speakers' confirmations of issued minutes are read by the office; not how they were asked.
import { useMeeting } from '../live/index.ts';
import { nameOf } from '../meeting/shared/people.ts';
import { Card } from '../ui/Card.tsx';
import { calendarDay, clockTime } from '../words/time.ts';
import { signingWords as words } from '../words/zh/signing.ts';
import look from './Course.module.css';

/** Nothing where nobody was asked, or nobody's answers may be seen. */
export function ConfirmedSpeakers() {
  const { speechDigests, roll, minutes } = useMeeting();
  const digests = Object.values(speechDigests);
  if (digests.length === 0 || minutes.phase !== 'issued') return null;
  const counted = (phase: (typeof digests)[number]['standing']['phase']) =>
    digests.filter(({ standing }) => standing.phase === phase).length;
  return (
    <Card className={look['card'] ?? ''}>
      <details>
        <summary>
          <b>{words.speakersConfirmed}</b>
          <span className="small muted">
            {' '}
            {words.tally(digests.length, counted('confirmed'), counted('contested'), counted('waiting'))}
          </span>
        </summary>
        <ol>
          {digests.map(({ requestId, person, standing }) => (
            <li key={requestId}>
              <b>{nameOf(roll, person)}</b>
              <span className="small muted num">
                {standing.phase === 'waiting'
                  ? words.standings.overdue
                  : `${words.standings[standing.phase]} · ${calendarDay(standing.at)} ${clockTime(standing.at)}`}
                {standing.phase === 'confirmed' && standing.reason !== null && ` · ${words.behalfBecause(standing.reason)}`}
                {standing.phase === 'excused' && ` · ${words.because(standing.reason)}`}
              </span>
            </li>
          ))}
        </ol>
      </details>
    </Card>
  );
}
