// What stands on the screens of the house (K), in the simple idea the core is compared with.
import type { Command, ScreensCommand, Showing } from '@xieshang/meeting';
import { electionIsOpen } from './elections.ts';
import { votingIsOpen, type Hall, type Rules, type Verdict } from './hall.ts';

const main = 'main';

/** By hand: what is on a screen, in one line. */
const told = (showing: Showing): string => {
  switch (showing.kind) {
    case 'text':
    case 'pulse':
      return `${showing.kind} ${showing.motionId}`;
    case 'result':
      return `result ${showing.motionIds.join(' ')}`;
    case 'elected':
      return `elected ${showing.electionId}`;
    case 'notice':
      return `notice ${showing.text}`;
    case 'break':
      return `break ${showing.until}`;
    default:
      return showing.kind;
  }
};

/** K3. */
function unfit(hall: Hall, showing: Showing, at: number): Verdict | null {
  switch (showing.kind) {
    case 'text':
      if (hall.votes.has(showing.motionId)) return null;
      return hall.texts.has(showing.motionId) || hall.amendments.has(showing.motionId) ? 'TextNotPublic' : 'UnknownMotion';
    case 'vote':
      return votingIsOpen(hall) || electionIsOpen(hall) ? null : 'NothingToShow';
    case 'result':
      return showing.motionIds.every((id) => hall.votes.get(id)?.phase === 'announced') ? null : 'ResultNotAnnounced';
    case 'elected':
      return hall.elections.get(showing.electionId)?.phase === 'announced' ? null : 'NothingToShow';
    case 'pulse':
      return [...hall.pulses.values()].some(({ about, told: figures }) => figures !== null && about.startsWith(`${showing.motionId} `))
        ? null
        : 'NothingToShow';
    case 'break':
      return showing.until === null || showing.until > at ? null : 'BreakIsOver';
    default:
      return null;
  }
}

export const screenRules: Rules<ScreensCommand['type']> = {
  AddScreen: ({ screens }, { screen }) => {
    if (screens.has(screen)) return 'silent';
    if (screens.size === 13) return 'TooManyScreens';
    screens.set(screen, 'meeting');
    return 'done';
  },
  RemoveScreen: ({ screens }, { screen }) => {
    if (screen === main) return 'MainScreenStays';
    return screens.delete(screen) ? 'done' : 'silent';
  },
  ShowOnScreen: (hall, { screen, showing }, _, at) => {
    const now = hall.screens.get(screen);
    if (now === undefined) return 'UnknownScreen';
    if (now === told(showing)) return 'silent';
    if (screen === main && showing.kind !== 'meeting' && showing.kind !== 'vote') {
      if (votingIsOpen(hall)) return 'VotingIsOpen';
      if (electionIsOpen(hall)) return 'ElectionIsOpen';
    }
    const no = unfit(hall, showing, at);
    if (no) return no;
    hall.screens.set(screen, told(showing));
    return 'done';
  },
};

/** K4, K5. What goes off the screens with what was just done. */
export function clearScreens({ screens }: Hall, type: Command['type']): void {
  switch (type) {
    case 'OpenVoting':
    case 'RepeatVoting':
    case 'OpenAcclamation':
    case 'OpenElection':
    case 'RepeatElection':
      screens.set(main, 'meeting');
      return;
    case 'OpenMeeting':
    case 'ResumeMeeting':
      for (const [name, showing] of screens) if (showing.startsWith('break')) screens.set(name, 'meeting');
      return;
    case 'ConcludeMeeting':
    case 'CancelMeeting':
      for (const name of screens.keys()) screens.set(name, 'meeting');
      return;
    default:
  }
}
