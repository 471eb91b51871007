// Knows what is still open in a meeting that is about to end, as sentences; not whether it may end.
import type { Held } from '../shared/held.ts';
import { officeWords as words } from '../../words/zh/office.ts';
import { officeElectionWords } from '../../words/zh/office-elections.ts';
import { amendmentWords } from '../../words/zh/amendments.ts';
import { departmentOf, nameOf } from '../shared/people.ts';
import { motionsAt } from '../shared/scene.ts';
import { questionsOf } from '../shared/questions.ts';

export function openThings(meeting: Held): readonly string[] {
  const { queue, roll, recommendations, amendments, motions } = meeting;
  const waiting = queue.waiting.length;
  const closed = motionsAt(meeting, 'closed').length;
  const unvoted = Object.keys(recommendations).filter((id) => !(id in motions)).length;
  const undecided = Object.values(amendments).filter(({ standing }) => standing.phase === 'open').length;
  const notHeld = Object.values(meeting.elections).filter(({ phase }) => phase !== 'announced').length;
  const owed = questionsOf(queue).filter(({ answer }) => !answer);
  return [
    queue.floor.phase === 'empty' ? '' : words.stillSpeaking(nameOf(roll, queue.floor.request.person)),
    waiting > 0 ? words.waitingToSpeak(waiting) : '',
    undecided > 0 ? amendmentWords.waits(undecided) : '',
    unvoted > 0 ? words.notVoted(unvoted) : '',
    closed > 0 ? words.notAnnounced(closed) : '',
    notHeld > 0 ? officeElectionWords.notHeld(notHeld) : '',
    ...owed.map(({ speech, department }) =>
      words.notAnsweredBy(departmentOf(roll, department), [nameOf(roll, speech.person), speech.topic].filter(Boolean).join('：')),
    ),
  ].filter((one) => one !== '');
}

/** Whether ending now would cut something short: a speech, or a recommendation not voted on or not announced. */
export const cutsShort = ({ queue, recommendations, motions }: Held): boolean =>
  queue.floor.phase !== 'empty' ||
  Object.keys(recommendations).some((id) => !Object.hasOwn(motions, id)) ||
  Object.values(motions).some(({ phase }) => phase !== 'announced');
