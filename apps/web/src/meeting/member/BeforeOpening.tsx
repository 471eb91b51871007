// Knows what a member reads before the opening: when, where, what about, and the way to ask for leave.
import { useMeeting } from '../../live/index.ts';
import { Card } from '../../ui/Card.tsx';
import { dayAndTime } from '../../words/time.ts';
import { memberWords as words } from '../../words/zh/member.ts';
import { roomWords } from '../../words/zh/room.ts';
import { AttendanceFigures } from '../shared/AttendanceFigures.tsx';
import { CheckedIn, CheckInCard } from './CheckIn.tsx';
import { Leave } from './Leave.tsx';
import { MyAmendments } from './AmendmentsLater.tsx';
import look from './Now.module.css';
import { later } from '../../ui/later.tsx';

const ProxyCard = later(
  () => import('../later/ProxyCard.tsx'),
  (part) => part.ProxyCard,
);

export function BeforeOpening() {
  const meeting = useMeeting();
  const { notice, agenda } = meeting;
  return (
    <>
      <Card>
        <h2 className={look['title']}>{notice.title}</h2>
        <dl className={look['facts']}>
          {notice.topic && (
            <>
              <dt>{words.topic}</dt>
              <dd className="serif">{notice.topic}</dd>
            </>
          )}
          <dt>{words.when}</dt>
          <dd>{dayAndTime(notice.startsAt)}</dd>
          <dt>{words.where}</dt>
          <dd>{notice.place || words.noPlace}</dd>
        </dl>
        <Leave />
      </Card>
      <CheckInCard />
      <CheckedIn />
      {meeting.rules.proxies && <ProxyCard />}
      <MyAmendments />
      <Card aria-label={roomWords.attendance}>
        <AttendanceFigures meeting={meeting} />
      </Card>
      <Card>
        <h2>{words.agenda}</h2>
        <ol className={look['agenda']}>
          {agenda.stages.map(({ stageId, name, minutes }) => (
            <li key={stageId}>
              <span>{name}</span>
              <span className="muted num">{roomWords.minutes(minutes)}</span>
            </li>
          ))}
        </ol>
      </Card>
    </>
  );
}
