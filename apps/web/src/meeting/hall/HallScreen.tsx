// Knows the screen of the hall as a whole: head, what goes on now, foot; how true it is; never scrolls.
import { lazy, Suspense, useRef, useState } from 'react';
import { useLive, useMeeting, useServerNow, useWakeLock } from '../../live/index.ts';
import { Tag } from '../../ui/Tag.tsx';
import { clockTime, clockTimeWithSeconds } from '../../words/time.ts';
import { electionWords } from '../../words/zh/elections.ts';
import { hallWords as words } from '../../words/zh/hall.ts';
import { roomWords } from '../../words/zh/room.ts';
import { announcementOf } from '../shared/announcement.ts';
import { sceneOf } from '../shared/scene.ts';
import { HallFloor } from './HallFloor.tsx';
import { HallPulseAsked, HallPulseTold } from './HallPulse.tsx';
import { HallBefore, HallConcluded, HallQuiet, HallSaying } from './HallQuiet.tsx';
import { HallResults } from './HallResults.tsx';
import { HallCounting, HallObjection, HallSealed, HallVoting } from './HallVote.tsx';
import { useIdle } from './use-idle.ts';
import { voidedSaying } from './voided.ts';
import look from './Hall.module.css';

/** Few meetings hold an election. */
const HallElection = lazy(() => import('../elections/HallElection.tsx').then((part) => ({ default: part.HallElection })));
const HallElected = lazy(() => import('../elections/HallElection.tsx').then((part) => ({ default: part.HallElected })));

const idleAfter = 3_000;

/** `framed`: part of a page with a head of its own. */
export function HallScreen({ framed = false }: { readonly framed?: boolean }) {
  const meeting = useMeeting();
  const screen = useRef<HTMLDivElement>(null);
  const idle = useIdle(idleAfter);
  useWakeLock(true);
  return (
    <div ref={screen} className={look['hall']} data-dark data-framed={framed || undefined} data-idle={idle || undefined}>
      {!framed && <Head screen={screen} />}
      <Stale />
      <main className={look['scene']} id={framed ? 'main' : undefined} tabIndex={framed ? -1 : undefined}>
        <SceneShown />
      </main>
      <div className="visually-hidden" role="status">
        {announcementOf(meeting, null)}
      </div>
    </div>
  );
}

/** A page has one head: in a frame it is the frame's. */
function Head({ screen }: { readonly screen: { readonly current: HTMLDivElement | null } }) {
  const { notice } = useMeeting();
  return (
    <header className={look['head']}>
      <h1>{notice.title}</h1>
      <p className={look['when']}>
        {notice.kind === 'rehearsal' && <Tag tone="amber">{roomWords.rehearsal}</Tag>}
        <StageName />
        <TimeOfDay />
      </p>
      <FullScreen screen={screen} />
    </header>
  );
}

function SceneShown() {
  const meeting = useMeeting();
  const scene = sceneOf(meeting);
  const told = scene.kind === 'quiet' || scene.kind === 'results' || scene.kind === 'electionTold';
  const voided = told ? voidedSaying(meeting) : null;
  if (voided) return <HallSaying {...voided} />;
  switch (scene.kind) {
    case 'before':
      return <HallBefore meeting={meeting} />;
    case 'cancelled':
      return <HallSaying title={roomWords.cancelled} text={meeting.phase === 'cancelled' ? meeting.reason : ''} />;
    case 'suspended':
      return (
        <HallSaying
          title={roomWords.suspended}
          text={[scene.reason, roomWords.suspendedSince(clockTime(scene.since))].filter(Boolean).join('　')}
        />
      );
    case 'concluded':
      return <HallConcluded meeting={meeting} />;
    case 'voting':
      return <HallVoting motions={scene.motions} />;
    case 'objection':
      return <HallObjection motions={scene.motions} />;
    case 'sealed':
      return <HallSealed motions={scene.motions} />;
    case 'counting':
      return <HallCounting motions={scene.motions} />;
    case 'results':
      return <HallResults motions={scene.motions} />;
    case 'election':
      return (
        <Suspense fallback={<div />}>
          <HallElection election={scene.election} />
        </Suspense>
      );
    case 'electionCounted':
      return <HallSaying title={scene.election.result.paper.title} text={electionWords.counting} />;
    case 'electionTold':
      return (
        <Suspense fallback={<div />}>
          <HallElected election={scene.election} />
        </Suspense>
      );
    case 'pulse':
      return <HallPulseAsked pulse={scene.pulse} />;
    case 'pulseTold':
      return <HallPulseTold pair={scene.pair} />;
    case 'floor':
      return <HallFloor meeting={meeting} />;
    case 'quiet':
      return <HallQuiet meeting={meeting} />;
  }
}

function StageName() {
  const meeting = useMeeting();
  const at = 'stageId' in meeting ? meeting.stageId : null;
  const stage = meeting.agenda.stages.find(({ stageId }) => stageId === at);
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

function FullScreen({ screen }: { readonly screen: { readonly current: HTMLDivElement | null } }) {
  const [full, setFull] = useState(document.fullscreenElement !== null);
  if (!document.fullscreenEnabled) return null;
  const turn = () => {
    const done = full ? document.exitFullscreen() : screen.current?.requestFullscreen();
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
