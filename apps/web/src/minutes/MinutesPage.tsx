// Knows the page of a meeting's minutes: takes the meeting live and gives each person the screen that is theirs.
import type { MeetingId } from '@xieshang/meeting';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { LiveMeeting, useMeeting, useViewer } from '../live/index.ts';
import { WhenLive } from '../meeting/shared/WhenLive.tsx';
import { Loading } from '../ui/states.tsx';
import { common } from '../words/zh/common.ts';
import { minutesWords as words } from '../words/zh/minutes.ts';
import { MinutesHeader } from './MinutesHeader.tsx';
import { NotForYou } from './NotForYou.tsx';
import { screenFor } from './which-screen.ts';

const Desk = lazy(() => import('./Desk.tsx'));
const Issued = lazy(() => import('./Issued.tsx'));
const Countersigning = lazy(() => import('./Countersigning.tsx'));

function Screen() {
  const meeting = useMeeting();
  const { person } = useViewer();
  // A desk with text that is nowhere but here stays open when the right to it ends, until its owner leaves it.
  const [unsaved, setUnsaved] = useState(false);
  const leave = useCallback(() => setUnsaved(false), []);
  const screen = screenFor(meeting, person);
  // A step that takes its own button away leaves the keyboard in the page instead of nowhere.
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById('main')?.focus({ preventScroll: true });
  }, [screen]);
  if (screen === 'desk' || unsaved) return <Desk ended={screen !== 'desk'} onUnsaved={setUnsaved} onLeave={leave} />;
  if (screen === 'countersigning') return <Countersigning />;
  return screen === 'issued' ? <Issued /> : <NotForYou screen={screen} />;
}

const Opening = () => (
  <>
    <MinutesHeader />
    <main id="main" tabIndex={-1}>
      <Loading />
    </main>
  </>
);

/** `/meeting/<id>/minutes` */
export default function MinutesPage({ meetingId }: { readonly meetingId: MeetingId }) {
  return (
    <LiveMeeting meetingId={meetingId}>
      <title>{`${words.title} · ${common.product}`}</title>
      <WhenLive needsViewer>
        <Suspense fallback={<Opening />}>
          <Screen />
        </Suspense>
      </WhenLive>
    </LiveMeeting>
  );
}
