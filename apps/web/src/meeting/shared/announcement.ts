// Knows the one sentence that is read aloud when the meeting goes on; changes only when that does.
import type { PersonId } from '@xieshang/meeting';
import { electionWords } from '../../words/zh/elections.ts';
import { memberWords as words } from '../../words/zh/member.ts';
import { pulseWords } from '../../words/zh/pulse.ts';
import { roomWords } from '../../words/zh/room.ts';
import { outcomeLines } from './elections.ts';
import type { Held } from './held.ts';
import { nameOf } from './people.ts';
import { sceneOf } from './scene.ts';
import { stageText } from './stage-text.ts';
import { verdictText } from './verdict.ts';

export function announcementOf(meeting: Held, me: PersonId | null): string {
  const scene = sceneOf(meeting);
  switch (scene.kind) {
    case 'voting':
      return words.say.voting(roomWords.papers(scene.motions.map(({ paper }) => paper)));
    case 'objection':
      return words.say.objection(roomWords.papers(scene.motions.map(({ paper }) => paper)));
    case 'sealed':
      return roomWords.awaitingKeys;
    case 'counting':
      return roomWords.awaitingResult;
    case 'results': {
      const [first] = scene.motions;
      if (!first) return '';
      return scene.motions.length === 1
        ? words.say.result(roomWords.paper(first.result.paper), verdictText(first.result))
        : roomWords.summary(scene.motions.map(({ result }) => result));
    }
    case 'floor': {
      const { floor } = meeting.queue;
      if (floor.phase === 'empty') return '';
      return floor.request.person === me ? words.say.myTurn : words.say.speaking(nameOf(meeting.roll, floor.request.person));
    }
    case 'election':
      return electionWords.say.open(scene.election.paper.title);
    case 'electionCounted':
      return electionWords.awaiting;
    case 'electionTold':
      return electionWords.say.result(scene.election.result.paper.title, outcomeLines(scene.election.result).join('；'));
    case 'pulse':
      return pulseWords.say(scene.pulse.number);
    case 'pulseTold':
      return pulseWords.about(scene.pair.number, scene.pair.newest.turn);
    case 'suspended':
      return roomWords.suspended;
    case 'concluded':
      return roomWords.concluded;
    case 'cancelled':
      return roomWords.cancelled;
    case 'quiet':
      return stageText(meeting);
    case 'before':
      return '';
  }
}
