// Knows which screen of the room a person gets by their role; fetches only that one.
import type { MeetingId, Role } from '@xieshang/meeting';
import { lazy, Suspense, type ReactNode } from 'react';
import { LiveMeeting, useLive, useViewer } from '../live/index.ts';
import { Loading } from '../ui/states.tsx';
import { common } from '../words/zh/common.ts';
import { WhenLive } from './shared/WhenLive.tsx';

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
  const { meeting } = useLive();
  return <title>{meeting?.notice.title ?? common.product}</title>;
}

/** `/meeting/<id>` */
export default function RoomPage({ meetingId }: { readonly meetingId: MeetingId }) {
  return (
    <LiveMeeting meetingId={meetingId}>
      <RoomTitle />
      <WhenLive needsViewer>
        <Screen />
      </WhenLive>
    </LiveMeeting>
  );
}
