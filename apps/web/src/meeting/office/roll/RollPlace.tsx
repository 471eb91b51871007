// Knows how the roll is kept while the meeting runs: the wall, leaves, those who are added.
import look from '../HallPlace.module.css';
import { AddAttendee } from './AddAttendee.tsx';
import { LeaveRequests } from './LeaveRequests.tsx';
import { RollWall } from './RollWall.tsx';

export function RollPlace() {
  return (
    <div className={look['columns']}>
      <div className={look['middle']}>
        <RollWall />
      </div>
      <div className={look['right']}>
        <AddAttendee />
        <LeaveRequests />
      </div>
    </div>
  );
}
