// Knows a room opened by its address: asks who looks at it and what there is to see, in one question; not what is drawn.
import type { MeetingId } from '@xieshang/meeting';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Broken } from '../Broken.tsx';
import { api, type Entry } from '../http/api.ts';
import { isHttpError, messageOf } from '../http/client.ts';
import { Boundary } from '../ui/Boundary.tsx';
import { ErrorPanel, Loading } from '../ui/states.tsx';
import { setZone } from '../words/time.ts';
import { ways } from './room-at.ts';
import RoomPage from './RoomPage.tsx';

const HallPage = lazy(() => import('./hall/HallPage.tsx'));

interface RoomEntryProps {
  readonly meetingId: MeetingId;
  /** The hall's screen instead of the room. */
  readonly screen: boolean;
}

export function RoomEntry({ meetingId, screen }: RoomEntryProps) {
  const [entry, setEntry] = useState<Entry | null>(null);
  const [problem, setProblem] = useState('');
  const [tries, setTries] = useState(0);
  useEffect(() => {
    api.room(meetingId).then(
      (answer) => {
        // Times are shown in the committee's zone: nothing is drawn before it is known.
        setZone(answer.committee.zone);
        setEntry(answer);
      },
      (error: unknown) => {
        if (isHttpError(error, 'SignInRequired')) location.replace(ways.signIn(`${location.pathname}${location.search}`));
        else setProblem(messageOf(error));
      },
    );
  }, [meetingId, tries]);
  const again = () => {
    setProblem('');
    setTries(tries + 1);
  };
  if (problem) return <ErrorPanel onRetry={again}>{problem}</ErrorPanel>;
  if (!entry) return <Loading />;
  const Page = screen ? HallPage : RoomPage;
  return (
    <Boundary broken={<Broken />}>
      <Suspense fallback={<Loading />}>
        <Page meetingId={meetingId} entry={entry} />
      </Suspense>
    </Boundary>
  );
}
