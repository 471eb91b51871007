// Knows the card of what comes next for this person, and of a return with its reason; not the buttons.
import { countersignersOpen, speakersOpen } from '@xieshang/meeting';
import { useMeeting, useSend, useServerNow, useViewer } from '../live/index.ts';
import { Card } from '../ui/Card.tsx';
import { calendarDay, clockTime } from '../words/time.ts';
import { minutesWords as words } from '../words/zh/minutes.ts';
import { signingWords } from '../words/zh/signing.ts';
import { signatoryName } from './signatory.ts';
import { nextStepOf } from './steps.ts';
import look from './NextCard.module.css';

/** Of those waited for, so many are named. */
const awaitedNamed = 6;

export function NextCard() {
  const meeting = useMeeting();
  const { person } = useViewer();
  const { may } = useSend();
  const { minutes, roll } = meeting;
  const now = useServerNow(60_000);
  const next = nextStepOf(meeting, person, may);
  const awaited =
    next === 'waitForOthers' ? [...countersignersOpen(meeting.countersigners), ...speakersOpen(meeting.speechDigests, now)] : [];
  const returned = minutes.phase === 'issued' ? null : minutes.returned;
  const mending = minutes.phase === 'drafting';
  return (
    <>
      {returned && (
        <Card tone={mending ? 'next' : 'plain'} className={look['returned'] ?? ''} role="status">
          <h2>{mending ? words.returned : signingWords.returnedBefore}</h2>
          <p className="small muted">
            {words.returnedBy(signatoryName(roll, returned.by), `${calendarDay(returned.at)} ${clockTime(returned.at)}`)}
          </p>
          <p className={look['reason']}>{returned.reason}</p>
        </Card>
      )}
      <Card className={look['card'] ?? ''}>
        <h2>{words.nextStep}</h2>
        <p>{words.next[next]}</p>
        {awaited.length > 0 && (
          <p className="small muted">
            {signingWords.waitsFor(
              awaited.slice(0, awaitedNamed).map((one) => signatoryName(roll, one)),
              awaited.length,
            )}
          </p>
        )}
      </Card>
    </>
  );
}
