// Knows how the roll is kept while the meeting runs: the wall, leaves, those who are added.
import { useMeeting } from '../../../live/index.ts';
import { buttonLook } from '../../../ui/Button.tsx';
import { documentsWords as words } from '../../../words/zh/documents.ts';
import { ways } from '../../room-at.ts';
import look from '../HallPlace.module.css';
import { AddAttendee } from './AddAttendee.tsx';
import { LeaveRequests } from './LeaveRequests.tsx';
import { RollWall } from './RollWall.tsx';

export function RollPlace() {
  const { notice } = useMeeting();
  return (
    <div className={look['columns']}>
      <div className={look['middle']}>
        <RollWall />
      </div>
      <div className={look['right']}>
        <AddAttendee />
        <a className={buttonLook({ wide: true })} href={ways.document(notice.meeting, 'roll')} target="_blank" rel="noreferrer">
          {words.sheet(words.names.roll)}
        </a>
        <LeaveRequests />
      </div>
    </div>
  );
}
