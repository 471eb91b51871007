// Knows how long whoever waits can expect to wait, from what is left and how today's speeches have gone; promises nothing.
import type { Instant } from '../envelope.ts';
import type { PersonId, RequestId } from '../ids.ts';
import { attendeeOf, type Roll } from '../roll.ts';
import { spokenMs } from './floor.ts';
import { begun } from './on-floor.ts';
import { isOwnSpeech, sectorName } from './speaking-time.ts';
import { canBeCalled, turnOrder, type Turn } from './turn-order.ts';
import type { Queue, Speech } from './types.ts';

/** So many speeches of just their limit count beside those of today: one short speech foretells little. */
const assumed = 2;
/** A speech that stood on the floor longer than so many limits was held up by something that does not come again. */
const longest = 2;

export interface ExpectedWait {
  /** Until the floor is had if nobody asks who would stand before. */
  readonly ms: number;
  /** Whether somebody who asks later could stand before, as the fair order (Q11) has it. */
  readonly orLonger: boolean;
}

/** Q22. Until that entry has the floor; null when it does not wait. */
export function expectedWait(queue: Queue, roll: Roll, requestId: RequestId, now: Instant): ExpectedWait | null {
  const turns = turnOrder(queue, roll);
  const place = turns.findIndex(({ request }) => request.requestId === requestId);
  const turn = turns[place];
  if (!turn) return null;
  const ahead = turns.slice(0, place).filter(({ request }) => canBeCalled(roll, request.person));
  const said = queue.speeches.filter(({ kind, over }) => kind !== 'writtenSpeech' && over === undefined);
  const pace = paceOf(said);
  const running = begun(queue.floor).reduce((sum, one) => {
    const spoken = spokenMs(one, now);
    // Whoever has spoken as long as others do has not ended yet: half of what is left is as good as any guess.
    return sum + Math.max(0, one.limitMs * pace - spoken, (one.limitMs - spoken) / 2);
  }, 0);
  const turnsToTake = ahead.length + (queue.floor.phase === 'empty' ? 0 : 1);
  const toLimits = ahead.reduce((sum, { request }) => sum + request.limitMs * pace, 0);
  return {
    ms: Math.round(running + toLimits + turnsToTake * usualPause(said)),
    orLonger: canBePassed(turn, turns.slice(0, place), roll),
  };
}

/** Only who is the first of a 界别 that has not been heard is passed by nobody; nor are those whom the fair order does not place. */
function canBePassed({ request, group, sectorHeard }: Turn, ahead: readonly Turn[], roll: Roll): boolean {
  if (group === 'skipped' || group === 'awaited' || group === 'passedOver') return true;
  if (group !== 'fair') return false;
  const sectorOf = (person: PersonId): string | undefined => {
    const attendee = attendeeOf(roll, person);
    return attendee && sectorName(attendee);
  };
  const own = sectorOf(request.person);
  return sectorHeard || (own !== undefined && ahead.some((one) => sectorOf(one.request.person) === own));
}

/** How long speeches stand on the floor, as a part of their limits: with what interrupts them. 1 before anybody has spoken. */
function paceOf(said: readonly Speech[]): number {
  const own = said.filter(({ kind }) => isOwnSpeech(kind));
  const limits = own.reduce((sum, { limitMs }) => sum + limitMs, 0);
  if (limits === 0) return 1;
  const stood = own.reduce((sum, { from, to, limitMs }) => sum + Math.min(to - from, longest * limitMs), 0);
  const usual = (limits / own.length) * assumed;
  return (stood + usual) / (limits + usual);
}

/** ms between two speeches of the stage that spoke last: the middle one of them all, so that a break or a vote counts for little. */
function usualPause(said: readonly Speech[]): number {
  const stageId = said.at(-1)?.stageId;
  const here = said.filter((speech) => speech.stageId === stageId);
  const pauses = here.slice(1).map(({ from }, before) => Math.max(0, from - (here[before]?.to ?? from)));
  return pauses.toSorted((one, other) => one - other)[Math.floor((pauses.length - 1) / 2)] ?? 0;
}
