// Knows what an observer sees: the hall screen under a head of its own.
import { useMeeting } from '../../live/index.ts';
import { RoomHeader } from '../shared/RoomHeader.tsx';
import { HallScreen } from './HallScreen.tsx';
import look from './Hall.module.css';

export default function ObserverPage() {
  return (
    <div className={look['observer']}>
      <RoomHeader meeting={useMeeting()} />
      <HallScreen screen={null} />
    </div>
  );
}
