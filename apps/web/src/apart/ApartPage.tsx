// Knows the frame of a page apart from the room, where one looks into a meeting by oneself: the way back, its name, whose meeting it is, what it is for.
import type { MeetingId } from '@xieshang/meeting';
import type { ReactNode } from 'react';
import { LiveMeeting, useMeeting } from '../live/index.ts';
import { ways } from '../meeting/room-at.ts';
import { Connection } from '../meeting/shared/Connection.tsx';
import { WhenLive } from '../meeting/shared/WhenLive.tsx';
import { LargeTextSwitch } from '../ui/LargeTextSwitch.tsx';
import { SkipLink } from '../ui/SkipLink.tsx';
import { common } from '../words/zh/common.ts';
import { minutesWords } from '../words/zh/minutes.ts';
import look from './apart.module.css';

interface ApartPageProps {
  readonly meetingId: MeetingId;
  readonly title: string;
  readonly lead: ReactNode;
  readonly children: ReactNode;
}

export function ApartPage({ meetingId, title, lead, children }: ApartPageProps) {
  return (
    <LiveMeeting meetingId={meetingId}>
      <title>{`${title} · ${common.product}`}</title>
      <WhenLive>
        <Head title={title} />
        <main id="main" tabIndex={-1} className={look['body']}>
          <p className={look['lead']}>{lead}</p>
          {children}
        </main>
      </WhenLive>
    </LiveMeeting>
  );
}

function Head({ title }: { readonly title: string }) {
  const { notice } = useMeeting();
  return (
    <header className={`${look['head']} no-print`}>
      <SkipLink />
      <a href={ways.room(notice.meeting)} className={look['back']}>
        <span aria-hidden="true">‹</span>
        {minutesWords.backToRoom}
      </a>
      <h1>{title}</h1>
      <div className={look['where']}>
        <span className={look['meeting']}>{notice.title}</span>
        <Connection />
      </div>
      <LargeTextSwitch />
    </header>
  );
}
