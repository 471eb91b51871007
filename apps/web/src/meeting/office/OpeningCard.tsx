// Knows the card from which a meeting is opened: the figures read out, and the question when they fall short.
import { attendance, presenceOf } from '@xieshang/meeting';
import { useMeeting, useViewer } from '../../live/index.ts';
import { Card } from '../../ui/Card.tsx';
import { dayAndTime } from '../../words/time.ts';
import { keyWords } from '../../words/zh/office-keys.ts';
import { officeRollWords } from '../../words/zh/office-roll.ts';
import { officeWords as words } from '../../words/zh/office.ts';
import { AttendanceFigures } from '../shared/AttendanceFigures.tsx';
import { Act } from './act.tsx';
import { keys } from './keys.ts';
import look from './OpeningCard.module.css';

export function OpeningCard() {
  const meeting = useMeeting();
  const { notice, roll, rules, agenda } = meeting;
  const viewer = useViewer();
  const { present, needed, quorumMet } = attendance(roll, rules.quorum);
  return (
    <Card tone="next" className={look['card']} aria-label={words.open}>
      <div className={look['what']}>
        <p className="small muted">{words.planned(dayAndTime(notice.startsAt))}</p>
        <h2>{notice.topic}</h2>
        <p className="small muted">{notice.place}</p>
      </div>
      <div className={look['figures']}>
        <AttendanceFigures meeting={meeting} />
      </div>
      <div className={look['acts']}>
        <Act
          bodies={[{ type: 'OpenMeeting' }]}
          kind="primary"
          className={look['open'] ?? ''}
          shortcut={keys.open}
          askByKey={{ title: keyWords.askOpen(notice.topic), will: words.openWill(agenda.stages[0]?.name ?? ''), act: words.open }}
        >
          {words.open}
        </Act>
        <p className="small muted">{words.openWill(agenda.stages[0]?.name ?? '')}</p>
        {!quorumMet && <p className="small">{words.openUnmet(present, needed)}</p>}
        {presenceOf(roll, viewer.person) === undefined && (
          <p className="small row">
            {officeRollWords.checkInSelf}
            <Act bodies={[{ type: 'CheckIn' }]} size="small">
              {officeRollWords.checkIn}
            </Act>
          </p>
        )}
      </div>
    </Card>
  );
}
