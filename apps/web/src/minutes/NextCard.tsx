// Knows the card of what comes next for this person, and of a return with its reason; not the buttons.
import { useMeeting, useSend, useViewer } from '../live/index.ts';
import { nameOf } from '../meeting/shared/people.ts';
import { Card } from '../ui/Card.tsx';
import { calendarDay, clockTime } from '../words/time.ts';
import { minutesWords as words } from '../words/zh/minutes.ts';
import { nextStepOf } from './steps.ts';
import look from './NextCard.module.css';

export function NextCard() {
  const meeting = useMeeting();
  const { person } = useViewer();
  const { may } = useSend();
  const { minutes, roll } = meeting;
  const returned = minutes.phase === 'drafting' ? minutes.returned : null;
  return (
    <>
      {returned && (
        <Card tone="next" className={look['returned'] ?? ''} role="status">
          <h2>{words.returned}</h2>
          <p className="small muted">
            {words.returnedBy(nameOf(roll, returned.by), `${calendarDay(returned.at)} ${clockTime(returned.at)}`)}
          </p>
          <p className={look['reason']}>{returned.reason}</p>
        </Card>
      )}
      <Card className={look['card'] ?? ''}>
        <h2>{words.nextStep}</h2>
        <p>{words.next[nextStepOf(meeting, person, may)]}</p>
      </Card>
    </>
  );
}
