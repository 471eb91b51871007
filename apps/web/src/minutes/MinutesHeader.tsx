// Knows the head of every screen of the minutes: the way back, the title, where the minutes stand, whether the line holds.
import { isCountersigner, type Minutes } from '@xieshang/meeting';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useConnection, useMeeting, useViewer } from '../live/index.ts';
import { Connection } from '../meeting/shared/Connection.tsx';
import { LargeTextSwitch } from '../ui/LargeTextSwitch.tsx';
import { SkipLink } from '../ui/SkipLink.tsx';
import { Tag, type Tone } from '../ui/Tag.tsx';
import { minutesWords as words } from '../words/zh/minutes.ts';
import { roomWords } from '../words/zh/room.ts';
import look from './MinutesHeader.module.css';

const tones: Readonly<Record<Minutes['phase'], Tone>> = { drafting: 'blue', checking: 'amber', countersigning: 'amber', issued: 'jade' };

interface HeaderProps {
  /** How far the text has come, who is here. */
  readonly children?: ReactNode;
  readonly acts?: ReactNode;
}

export function MinutesHeader({ children, acts }: HeaderProps) {
  const { notice, minutes, phase, countersigners } = useMeeting();
  const { person } = useViewer();
  // Departments see nothing of the course; that they were named tells where it is.
  const step = minutes.phase !== 'issued' && isCountersigner(countersigners, person) ? 'countersigning' : minutes.phase;
  const connection = useConnection();
  return (
    <header className={`${look['head']} no-print`}>
      <SkipLink />
      <div className={look['title']}>
        <Link to="/meeting/$meetingId" params={{ meetingId: notice.meeting }} className={look['back']} title={notice.title}>
          <span aria-hidden="true">‹</span>
          {words.backToRoom}
        </Link>
        <h1>{words.title}</h1>
        {phase !== 'cancelled' && <Tag tone={tones[step]}>{words.phases[step]}</Tag>}
        {notice.kind === 'rehearsal' && <Tag tone="amber">{roomWords.rehearsal}</Tag>}
      </div>
      <div className={look['truth']} data-stays>
        {children}
        {connection !== 'live' && <Connection />}
      </div>
      {acts && <div className={look['acts']}>{acts}</div>}
      <div className={look['large']}>
        <LargeTextSwitch />
      </div>
    </header>
  );
}
