// Knows which screen of the room a person gets by their role; each role loads its own.
import type { MeetingId, Role } from '@xieshang/meeting';
import { lazy, Suspense, type ReactNode } from 'react';
import type { Entry } from '../http/api.ts';
import { LiveMeeting, useMeetingIfAny, useViewer } from '../live/index.ts';
import { Loading } from '../ui/states.tsx';
import { common } from '../words/zh/common.ts';
import { WhenLive } from './shared/WhenLive.tsx';

// Each is named to its role's browser along with the page, as the server knows who asks: nobody else loads it.
const MemberPage = lazy(() => import('./member/MemberPage.tsx'));
const DepartmentPage = lazy(() => import('./department/DepartmentPage.tsx'));
const OfficeRoom = lazy(() => import('./office/OfficeRoom.tsx'));
const ObserverPage = lazy(() => import('./hall/ObserverPage.tsx'));

function screenOf(role: Role): ReactNode {
  switch (role) {
    case 'member':
      return <MemberPage />;
    case 'departmentRep':
      return <DepartmentPage />;
    case 'moderator':
    case 'secretary':
      return <OfficeRoom />;
    case 'observer':
      return <ObserverPage />;
  }
}

function Screen() {
  const { role } = useViewer();
  return <Suspense fallback={<Loading />}>{screenOf(role)}</Suspense>;
}

function RoomTitle() {
  const meeting = useMeetingIfAny();
  return <title>{meeting?.notice.title ?? common.product}</title>;
}

export interface RoomPageProps {
  readonly meetingId: MeetingId;
  /** What is known before the line is up; null: nothing. */
  readonly entry: Entry | null;
}

/** `/meeting/<id>` */
export default function RoomPage({ meetingId, entry }: RoomPageProps) {
  return (
    <LiveMeeting meetingId={meetingId} entry={entry}>
      <RoomTitle />
      <WhenLive needsViewer>
        <Screen />
      </WhenLive>
    </LiveMeeting>
  );
}
