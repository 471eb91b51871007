// Knows the page of a screen in the house: which one its address names, a line of its own, and the screen as soon as there is a meeting.
import { longestScreenName, mainScreen, screenName, type ScreenName } from '@xieshang/meeting';
import { LiveMeeting, useMeetingIfAny, useSaysWhatIsShown } from '../../live/index.ts';
import { hallWords } from '../../words/zh/hall.ts';
import type { RoomPageProps } from '../RoomPage.tsx';
import { WhenLive } from '../shared/WhenLive.tsx';
import { HallScreen } from './HallScreen.tsx';

/** `?name=侧屏`; without one, or with one that none can have, it is the main screen. */
function nameAt(search: string): ScreenName {
  const name = new URLSearchParams(search).get('name')?.trim() ?? '';
  return name === '' || name.length > longestScreenName || /\p{Cc}/u.test(name) ? mainScreen : screenName(name);
}

function HallTitle({ screen }: { readonly screen: ScreenName }) {
  const meeting = useMeetingIfAny();
  const name = screen === mainScreen ? hallWords.title : screen;
  return <title>{[name, meeting?.notice.title].filter(Boolean).join(' · ')}</title>;
}

function Screen({ screen }: { readonly screen: ScreenName }) {
  useSaysWhatIsShown();
  return <HallScreen screen={screen} />;
}

/** `/meeting/<id>/screen`: to be left alone for hours. */
export default function HallPage({ meetingId, entry }: RoomPageProps) {
  const screen = nameAt(location.search);
  return (
    <LiveMeeting meetingId={meetingId} entry={entry} screen={screen}>
      <HallTitle screen={screen} />
      <WhenLive>
        <Screen screen={screen} />
      </WhenLive>
    </LiveMeeting>
  );
}
