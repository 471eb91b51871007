// Knows the page of the table of contributions: a line of its own to the meeting; not what stands in the table.
import type { MeetingId } from '@xieshang/meeting';
import { LiveMeeting, useMeeting, useMeetingIfAny, useViewer } from '../live/index.ts';
import { ways } from '../meeting/room-at.ts';
import { WhenLive } from '../meeting/shared/WhenLive.tsx';
import { buttonLook } from '../ui/Button.tsx';
import { EmptyState } from '../ui/states.tsx';
import { contributionsWords as words } from '../words/zh/contributions.ts';
import { Contributions } from './Contributions.tsx';

function Title() {
  const meeting = useMeetingIfAny();
  return <title>{[words.title, meeting?.notice.title].filter(Boolean).join(' · ')}</title>;
}

/** Observers look at the screen of the hall; the table is for those who take part. */
function Screen() {
  const { role } = useViewer();
  const { notice } = useMeeting();
  if (role !== 'observer') return <Contributions />;
  return (
    <main>
      <EmptyState
        as="h1"
        title={words.notForObservers}
        act={
          <a href={ways.room(notice.meeting)} className={buttonLook()}>
            {words.back}
          </a>
        }
      >
        {words.notForObserversHint}
      </EmptyState>
    </main>
  );
}

/** `/meeting/<id>/contributions` */
export default function ContributionsPage({ meetingId }: { readonly meetingId: MeetingId }) {
  return (
    <LiveMeeting meetingId={meetingId}>
      <Title />
      <WhenLive needsViewer>
        <Screen />
      </WhenLive>
    </LiveMeeting>
  );
}
