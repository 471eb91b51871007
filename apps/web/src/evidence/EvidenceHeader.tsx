// Knows the head of the page 验证存证: the way back, its name, whose meeting it is.
import { useMeeting } from '../live/index.ts';
import { Connection } from '../meeting/shared/Connection.tsx';
import { ways } from '../meeting/room-at.ts';
import { LargeTextSwitch } from '../ui/LargeTextSwitch.tsx';
import { SkipLink } from '../ui/SkipLink.tsx';
import { evidenceWords as words } from '../words/zh/evidence.ts';
import { minutesWords } from '../words/zh/minutes.ts';
import look from './Evidence.module.css';

export function EvidenceHeader() {
  const { notice } = useMeeting();
  return (
    <header className={`${look['head']} no-print`}>
      <SkipLink />
      <a href={ways.room(notice.meeting)} className={look['back']}>
        <span aria-hidden="true">‹</span>
        {minutesWords.backToRoom}
      </a>
      <h1>{words.title}</h1>
      <span className={look['title']}>{notice.title}</span>
      <Connection />
      <LargeTextSwitch />
    </header>
  );
}
