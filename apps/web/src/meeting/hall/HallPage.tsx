// Knows the page of the hall screen: a line of its own, and the screen as soon as there is a meeting.
import { LiveMeeting, useMeetingIfAny } from '../../live/index.ts';
import { hallWords } from '../../words/zh/hall.ts';
import type { RoomPageProps } from '../RoomPage.tsx';
import { WhenLive } from '../shared/WhenLive.tsx';
import { HallScreen } from './HallScreen.tsx';

function HallTitle() {
  const meeting = useMeetingIfAny();
  return <title>{[hallWords.title, meeting?.notice.title].filter(Boolean).join(' · ')}</title>;
}

/** `/meeting/<id>/screen`: to be left alone for hours. */
export default function HallPage({ meetingId, entry }: RoomPageProps) {
  return (
    <LiveMeeting meetingId={meetingId} entry={entry}>
      <HallTitle />
      <WhenLive>
        <HallScreen />
      </WhenLive>
    </LiveMeeting>
  );
}
