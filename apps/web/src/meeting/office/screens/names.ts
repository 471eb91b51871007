// Knows what a screen and what is on it are called in the office; not what they show.
import { mainScreen, type Showing } from '@xieshang/meeting';
import { clockTime } from '../../../words/time.ts';
import { roomWords } from '../../../words/zh/room.ts';
import { screenWords as words } from '../../../words/zh/screens.ts';
import { paperOfElection } from '../../shared/elections.ts';
import type { Held } from '../../shared/held.ts';
import { paperAt } from '../../shared/scene.ts';

export const screenCalled = (name: string): string => (name === mainScreen ? words.main : name);

const motionCalled = (meeting: Held, id: string): string => {
  const motion = Object.hasOwn(meeting.motions, id) ? meeting.motions[id as keyof typeof meeting.motions] : undefined;
  const draft = Object.values(meeting.recommendations).find(({ motionId }) => motionId === id);
  return motion ? roomWords.paper(paperAt(motion)) : draft ? roomWords.motion(draft.number) : '';
};

/** The kind and what of it: `会务通知 · 茶歇…`, `表决结果 · 建议 3`. */
export function showingCalled(meeting: Held, showing: Showing): string {
  return [words.kinds[showing.kind], whatOf(meeting, showing)].filter(Boolean).join(' · ');
}

/** What of its kind; empty where there is only one. */
export function whatOf(meeting: Held, showing: Showing): string {
  switch (showing.kind) {
    case 'text':
    case 'pulse':
      return motionCalled(meeting, showing.motionId);
    case 'result':
      return showing.motionIds.length === 1
        ? showing.motionIds.map((id) => motionCalled(meeting, id)).join('')
        : words.allResults(showing.motionIds.length);
    case 'elected': {
      const election = Object.entries(meeting.elections).find(([id]) => id === showing.electionId)?.[1];
      return election ? paperOfElection(election).title : '';
    }
    case 'notice':
      return showing.text;
    case 'break':
      return showing.until === null ? '' : words.goesOnAt(clockTime(showing.until));
    default:
      return '';
  }
}
