// Knows a department's page in the room: what is asked of it first, then what goes on; three acts within reach of a thumb.
import { useEffect, useRef, useState } from 'react';
import { useMeeting, useViewer, useWakeLock } from '../../live/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { departmentWords as words } from '../../words/zh/department.ts';
import { memberWords } from '../../words/zh/member.ts';
import { roomWords } from '../../words/zh/room.ts';
import { BeforeOpening } from '../member/BeforeOpening.tsx';
import { EarlierElections, FreshElections } from '../elections/Told.tsx';
import { CheckInCard } from '../member/CheckIn.tsx';
import look from '../member/MemberPage.module.css';
import { VoidedCards } from '../member/VoidedCards.tsx';
import { AskedOfMe } from '../shared/AskedOfMe.tsx';
import { AttendanceFigures } from '../shared/AttendanceFigures.tsx';
import { MinutesCard } from '../shared/MinutesCard.tsx';
import { Results } from '../shared/Results.tsx';
import { Asides } from '../asides/AsidesLater.tsx';
import { RoomHeader } from '../shared/RoomHeader.tsx';
import { freshResults } from '../shared/scene.ts';
import { WrittenSpeeches } from '../shared/WrittenLater.tsx';
import { MyPlace, UpNext } from '../shared/NextLater.tsx';
import { askedOf, isOwed } from './asked.ts';
import { AskedList } from './AskedList.tsx';
import { DepartmentBar } from './DepartmentBar.tsx';
import { DepartmentFloor } from './DepartmentFloor.tsx';
import { DepartmentPapers } from './DepartmentPapers.tsx';
import { shake } from '../shared/shake.ts';

export default function DepartmentPage() {
  const meeting = useMeeting();
  const { person } = useViewer();
  const [reading, setReading] = useState(false);
  const main = useRef<HTMLElement>(null);
  const owed = meeting.phase === 'concluded' ? 0 : askedOf(meeting.queue, person).filter(isOwed).length;
  const { floor } = meeting.queue;
  useWakeLock(owed > 0 || (floor.phase !== 'empty' && floor.request.person === person));
  const vibration = meeting.rules.cues?.vibration;
  useEffect(() => {
    if (owed > 0) shake(vibration, 200);
  }, [owed, vibration]);
  const toAsked = () => {
    setReading(false);
    requestAnimationFrame(() => document.getElementById('asked')?.scrollIntoView({ block: 'start' }));
  };
  return (
    <div className={look['page']}>
      <RoomHeader meeting={meeting} />
      {meeting.phase !== 'convened' && <UpNext />}
      <main id="main" ref={main} tabIndex={-1} className={look['main']}>
        <div className={look['column']}>
          {meeting.notice.kind === 'rehearsal' && <p className={look['rehearsal']}>{roomWords.rehearsalMeaning}</p>}
          <Asides show="new" />
          {reading ? (
            <>
              <Button onClick={() => setReading(false)}>{memberWords.back}</Button>
              <DepartmentPapers />
            </>
          ) : (
            <Now />
          )}
          <Asides show="read" />
        </div>
      </main>
      <DepartmentBar
        owed={owed}
        reading={reading}
        onAsked={toAsked}
        onRead={() => {
          setReading(!reading);
          main.current?.scrollTo({ top: 0 });
        }}
      />
      <div className="visually-hidden" role="status" aria-live="polite">
        {owed > 0 ? words.owedCount(owed) : ''}
      </div>
    </div>
  );
}

function Now() {
  const meeting = useMeeting();
  const { person } = useViewer();
  // What was said and waits comes before what is being said.
  const owesFirst = askedOf(meeting.queue, person).some((one) => one.state === 'finished' && isOwed(one));
  const fresh = freshResults(meeting).map(({ motionId }) => motionId);
  const results = <Results meeting={meeting} fresh={fresh} />;
  switch (meeting.phase) {
    case 'convened':
      return (
        <>
          <BeforeOpening />
          <AskedList />
        </>
      );
    case 'cancelled':
      return (
        <Card>
          <h2>{words.cancelled}</h2>
          <p>{meeting.reason}</p>
        </Card>
      );
    case 'concluded':
      return (
        <>
          <AskedOfMe />
          <Card>
            <h2>{words.concluded}</h2>
          </Card>
          <MinutesCard />
          <AskedList />
          {results}
          <EarlierElections />
          <WrittenSpeeches />
        </>
      );
    case 'inSession':
    case 'suspended':
      return (
        <>
          {meeting.phase === 'suspended' && (
            <Card tone="next">
              <h2>{roomWords.suspended}</h2>
              {meeting.reason && <p>{meeting.reason}</p>}
              <p>{words.suspended}</p>
            </Card>
          )}
          <CheckInCard />
          <VoidedCards />
          <FreshElections />
          {fresh.length > 0 && results}
          {owesFirst && <AskedList />}
          <DepartmentFloor viewer={person} />
          <MyPlace />
          {!owesFirst && <AskedList />}
          {fresh.length === 0 && results}
          <EarlierElections />
          <WrittenSpeeches />
          <details>
            <summary>{roomWords.attendance}</summary>
            <AttendanceFigures meeting={meeting} />
          </details>
        </>
      );
  }
}
