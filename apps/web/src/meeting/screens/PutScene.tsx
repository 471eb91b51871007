// Knows which picture belongs to what the office has put on a screen; not who put it there, nor whether it may be shown.
import type { Showing } from '@xieshang/meeting';
import { useMeeting } from '../../live/index.ts';
import { HallFloor } from '../hall/HallFloor.tsx';
import { HallPulseTold } from '../hall/HallPulse.tsx';
import { HallQuiet } from '../hall/HallQuiet.tsx';
import { HallResults } from '../hall/HallResults.tsx';
import { HallElected } from '../elections/HallElection.tsx';
import { SceneShown } from '../hall/SceneShown.tsx';
import { electionsAt } from '../shared/elections.ts';
import { pulsePairs } from '../shared/pulses.ts';
import { motionsAt } from '../shared/scene.ts';
import { HallAgenda } from './HallAgenda.tsx';
import { HallSpeakers } from './HallSpeakers.tsx';
import { HallBreak, HallEmblem, HallNotice, HallText } from './HallSayings.tsx';

/** Where there is nothing of it, what goes on. */
export default function PutScene({ showing }: { readonly showing: Showing }) {
  const meeting = useMeeting();
  switch (showing.kind) {
    case 'meeting':
    case 'vote':
      return <SceneShown />;
    case 'floor':
      if (meeting.queue.floor.phase !== 'empty') return <HallFloor meeting={meeting} />;
      return meeting.phase === 'inSession' ? <HallQuiet meeting={meeting} /> : <SceneShown />;
    case 'speakers':
      return <HallSpeakers meeting={meeting} />;
    case 'agenda':
      return <HallAgenda meeting={meeting} />;
    case 'text': {
      const motion = meeting.motions[showing.motionId];
      return motion ? <HallText motion={motion} /> : <SceneShown />;
    }
    case 'result': {
      const told = motionsAt(meeting, 'announced').filter(({ motionId }) => showing.motionIds.includes(motionId));
      return told.length > 0 ? <HallResults motions={told} /> : <SceneShown />;
    }
    case 'elected': {
      const told = electionsAt(meeting, 'announced').find(({ electionId }) => electionId === showing.electionId);
      return told ? <HallElected election={told} /> : <SceneShown />;
    }
    case 'pulse': {
      const pair = pulsePairs(meeting).find(({ motionId }) => motionId === showing.motionId);
      return pair ? <HallPulseTold pair={pair} /> : <SceneShown />;
    }
    case 'notice':
      return <HallNotice text={showing.text} />;
    case 'break':
      return <HallBreak until={showing.until} />;
    case 'emblem':
      return <HallEmblem meeting={meeting} />;
  }
}
