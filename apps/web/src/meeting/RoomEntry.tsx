// Knows a room opened by its address: asks who looks at it and what there is to see, in one question; not what is drawn.
import type { MeetingId } from '@xieshang/meeting';
import { lazy, Suspense, useState } from 'react';
import { Broken } from '../Broken.tsx';
import { api, type Entry } from '../http/api.ts';
import { isHttpError, messageOf } from '../http/client.ts';
import { Boundary } from '../ui/Boundary.tsx';
import { ErrorPanel, Loading } from '../ui/states.tsx';
import { setZone } from '../words/time.ts';
import { ways } from './room-at.ts';
import RoomPage from './RoomPage.tsx';

const HallPage = lazy(() => import('./hall/HallPage.tsx'));

/** What came of asking: what is to be seen, why nothing is, or another page that is on its way already. */
export type Asked = { readonly entry: Entry } | { readonly problem: string } | 'leaving';

/** Never rejects. Whoever has to sign in first is sent there and back again. */
export async function askForRoom(meeting: MeetingId): Promise<Asked> {
  try {
    const entry = await api.room(meeting);
    // Times are shown in the committee's zone: nothing is drawn before it is known.
    setZone(entry.committee.zone);
    return { entry };
  } catch (error) {
    if (!isHttpError(error, 'SignInRequired')) return { problem: messageOf(error) };
    location.replace(ways.signIn(`${location.pathname}${location.search}`));
    return 'leaving';
  }
}

interface RoomEntryProps {
  readonly meetingId: MeetingId;
  /** The hall's screen instead of the room. */
  readonly screen: boolean;
  readonly asked: Asked;
}

export function RoomEntry({ meetingId, screen, asked: first }: RoomEntryProps) {
  const [asked, setAsked] = useState<Asked | null>(first);
  if (asked === null || asked === 'leaving') return <Loading />;
  if ('problem' in asked) {
    const again = () => {
      setAsked(null);
      void askForRoom(meetingId).then(setAsked);
    };
    return <ErrorPanel onRetry={again}>{asked.problem}</ErrorPanel>;
  }
  const Page = screen ? HallPage : RoomPage;
  return (
    <Boundary broken={<Broken />}>
      <Suspense fallback={<Loading />}>
        <Page meetingId={meetingId} entry={asked.entry} />
      </Suspense>
    </Boundary>
  );
}
