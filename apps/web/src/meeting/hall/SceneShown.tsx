// Knows how what goes on in the meeting looks in the hall: one thing at a time; not what comes before what, nor what was put there instead.
import { lazy, Suspense } from 'react';
import { useMeeting } from '../../live/index.ts';
import { clockTime } from '../../words/time.ts';
import { electionWords } from '../../words/zh/elections.ts';
import { roomWords } from '../../words/zh/room.ts';
import { sceneOf } from '../shared/scene.ts';
import { HallFloor } from './HallFloor.tsx';
import { HallPulseAsked, HallPulseTold } from './HallPulse.tsx';
import { HallBefore, HallConcluded, HallQuiet, HallSaying } from './HallQuiet.tsx';
import { HallResults } from './HallResults.tsx';
import { HallCounting, HallObjection, HallSealed, HallVoting } from './HallVote.tsx';
import { voidedSaying } from './voided.ts';

/** Few meetings hold an election. */
const HallElection = lazy(() => import('../elections/HallElection.tsx').then((part) => ({ default: part.HallElection })));
const HallElected = lazy(() => import('../elections/HallElection.tsx').then((part) => ({ default: part.HallElected })));

export function SceneShown() {
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
