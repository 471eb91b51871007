// Knows the screen of the hall as a whole: head, what goes on now or was put there, how true it is; never scrolls.
import { mainScreen, showingOn, type ScreenName } from '@xieshang/meeting';
import { useRef, useState } from 'react';
import { useLive, useMeeting, useServerNow, useWakeLock } from '../../live/index.ts';
import { Tag } from '../../ui/Tag.tsx';
import { clockTime, clockTimeWithSeconds } from '../../words/time.ts';
import { hallWords as words } from '../../words/zh/hall.ts';
import { roomWords } from '../../words/zh/room.ts';
import { announcementOf } from '../shared/announcement.ts';
import { Cues } from '../shared/CuesLater.tsx';
import { stageNow } from '../shared/stage-now.ts';
import { OnScreen } from './OnScreen.tsx';
import { useIdle } from './use-idle.ts';
import look from './Hall.module.css';

const idleAfter = 3_000;

/** `screen`: which of the house's screens it is; null: part of a page with a head of its own, which follows the meeting. */
export function HallScreen({ screen }: { readonly screen: ScreenName | null }) {
  const meeting = useMeeting();
  const element = useRef<HTMLDivElement>(null);
  const idle = useIdle(idleAfter);
  useWakeLock(true);
  const framed = screen === null;
  return (
    <div ref={element} className={look['hall']} data-dark data-framed={framed || undefined} data-idle={idle || undefined}>
      {!framed && <HallHead />}
      {!framed && <Corner screen={screen} element={element} />}
      <Stale />
      <main className={look['scene']} id={framed ? 'main' : undefined} tabIndex={framed ? -1 : undefined}>
        <OnScreen showing={framed ? { kind: 'meeting' } : showingOn(meeting, screen)} />
      </main>
      {(framed || screen === mainScreen) && meeting.queue.floor.phase !== 'empty' && <Cues how="aloud" />}
      <div className="visually-hidden" role="status">
        {announcementOf(meeting, null)}
      </div>
    </div>
  );
}

/** Longer ones are set in two lines. */
const longTitle = 32;

/** A page has one head: in a frame it is the frame's. */
export function HallHead() {
  const { notice } = useMeeting();
  return (
    <header className={look['head']}>
      <h1 data-long={notice.title.length > longTitle || undefined}>{notice.title}</h1>
      <p className={look['when']}>
        {notice.kind === 'rehearsal' && <Tag tone="amber">{roomWords.rehearsal}</Tag>}
        <StageName />
        <TimeOfDay />
      </p>
    </header>
  );
}

function StageName() {
  const stage = stageNow(useMeeting());
  return stage ? <span>{stage.name}</span> : null;
}

const TimeOfDay = () => <span className="num">{clockTime(useServerNow(1_000))}</span>;

/** Says so as soon as what is shown may be old. */
function Stale() {
  const { connection, heardAt, broken } = useLive();
  if (broken) return <p className={look['stale']}>{roomWords.broken}</p>;
  if (connection === 'live') return null;
  return (
    <p className={look['stale']} role="status">
      {`${words.stale(clockTimeWithSeconds(heardAt))} · ${roomWords.reconnecting}`}
    </p>
  );
}

interface CornerProps {
  readonly screen: ScreenName;
  readonly element: { readonly current: HTMLDivElement | null };
}

/** For whoever sets the screen up: seen while a hand is at it. */
function Corner({ screen, element }: CornerProps) {
  const { screens } = useMeeting();
  const registered = screens.some(({ name }) => name === screen);
  return (
    <div className={look['corner']}>
      {screen !== mainScreen && <span>{registered ? screen : words.notRegistered(screen)}</span>}
      <FullScreen element={element} />
    </div>
  );
}

function FullScreen({ element }: Pick<CornerProps, 'element'>) {
  const [full, setFull] = useState(document.fullscreenElement !== null);
  if (!document.fullscreenEnabled) return null;
  const turn = () => {
    const done = full ? document.exitFullscreen() : element.current?.requestFullscreen();
    done?.then(
      () => setFull(document.fullscreenElement !== null),
      () => undefined, // the browser asks for a gesture it did not see; another press is another try
    );
  };
  return (
    <button type="button" className={look['full']} onClick={turn}>
      {full ? words.leaveFullScreen : words.fullScreen}
    </button>
  );
}
