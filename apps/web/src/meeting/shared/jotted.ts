// Knows how it is said what a jotting is about, and what runs while one is begun; not who may read it.
import type { JottedAbout } from '@xieshang/meeting';
import { jottingWords as words } from '../../words/zh/jottings.ts';
import type { Held } from './held.ts';
import { nameOf } from './people.ts';
import { stageIdNow } from './stage-now.ts';

/** The stage and the speech that run at this moment. */
export const runsNow = (meeting: Held): JottedAbout => ({
  stageId: stageIdNow(meeting),
  requestId: meeting.queue.floor.phase === 'empty' ? null : meeting.queue.floor.request.requestId,
});

/** `自由发言 · 李委员`; a word where nothing ran. */
export function aboutText({ agenda, queue, roll }: Held, { stageId, requestId }: JottedAbout): string {
  const stage = agenda.stages.find((one) => one.stageId === stageId)?.name;
  const onFloor = queue.floor.phase !== 'empty' && queue.floor.request.requestId === requestId ? queue.floor.request : undefined;
  const speech = onFloor ?? queue.speeches.find((one) => one.requestId === requestId);
  return [stage, speech && nameOf(roll, speech.person)].filter(Boolean).join(' · ') || words.noAbout;
}
