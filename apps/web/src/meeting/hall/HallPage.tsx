// Knows the page of the hall screen: a line of its own, and the screen as soon as there is a meeting.
import type { MeetingId } from '@xieshang/meeting';
import { LiveMeeting } from '../../live/index.ts';
import { WhenLive } from '../shared/WhenLive.tsx';
import { HallScreen } from './HallScreen.tsx';

/** `/meeting/<id>/screen`: to be left alone for hours. */
export default function HallPage({ meetingId }: { readonly meetingId: MeetingId }) {
  return (
    <LiveMeeting meetingId={meetingId}>
      <WhenLive>
        <HallScreen />
      </WhenLive>
    </LiveMeeting>
  );
}
