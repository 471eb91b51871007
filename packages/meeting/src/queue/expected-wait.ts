// Knows how long whoever waits can expect to wait, from what is left and how today's speeches have gone; what it tells as the least is meant to hold.
import type { Instant } from '../envelope.ts';
import type { RequestId } from '../ids.ts';
import type { Roll } from '../roll.ts';
import { spokenMs } from './floor.ts';
import { begun } from './on-floor.ts';
import { isOwnSpeech } from './speaking-time.ts';
import { canBeCalled, circleIn, ordered, turnOrder, type Supposed, type Turn } from './turn-order.ts';
import type { Queue, Request, Speech } from './types.ts';

/** So many speeches of just their limit count beside those of today: one short speech foretells little. */
const assumed = 2;
/** A speech that stood on the floor longer than so many limits was held up by something that does not come again. */
const longest = 2;

/** How far speeches fall short of today's pace, or pass it, where a promise is made: a part of it. */
const spread = 0.2;
const minute = 60_000;
/** From here on minutes are told by fives: nobody can know them better. */
const coarseFrom = 10;

export interface ExpectedWait {
  /** Until the floor is had if nobody asks who would stand before; `orLonger`: if all goes as quickly as it well may, too. */
  readonly ms: number;
  /** Whether somebody who asks later could stand before, as the fair order (Q11) has it. */
  readonly orLonger: boolean;
}

/** Q22. Until that entry has the floor; null when it does not wait, or its person is not here to be given it. */
export function expectedWait(queue: Queue, roll: Roll, requestId: RequestId, now: Instant): ExpectedWait | null {
  const turns = turnOrder(queue, roll);
  const turn = turns.find(({ request }) => request.requestId === requestId);
  if (!turn || !canBeCalled(roll, turn.request.person)) return null;
  const said = queue.speeches.filter(({ kind, over }) => kind !== 'writtenSpeech' && over === undefined);
  const orLonger = canBePassed(turn, turns.slice(0, turns.indexOf(turn)), roll);
  const usual = paceOf(said);
  const pace = orLonger ? usual * (1 - spread) : usual;
  const ahead = orLonger ? surelyAhead(queue, roll, turn.request, usual) : callableBefore(turns, turn.request, roll);
  const running = begun(queue.floor).reduce((sum, one) => {
    const spoken = spokenMs(one, now);
    // Whoever has spoken as long as others do has not ended yet: half of what is left is as good as any guess, but no promise.
    return sum + Math.max(0, one.limitMs * pace - spoken, orLonger ? 0 : (one.limitMs - spoken) / 2);
  }, 0);
  const turnsToTake = ahead.length + (queue.floor.phase === 'empty' ? 0 : 1);
  const toLimits = ahead.reduce((sum, { limitMs }) => sum + limitMs * pace, 0);
  return { ms: Math.round(running + toLimits + turnsToTake * usualPause(said)), orLonger };
}

/** Q22. Whole minutes as they are told: the nearest; of a promise the last that is kept in any case. */
export function minutesTold({ ms, orLonger }: ExpectedWait): number {
  const whole = orLonger ? Math.floor : Math.round;
  return ms < coarseFrom * minute ? whole(ms / minute) : whole(ms / minute / 5) * 5;
}

function callableBefore(turns: readonly Turn[], request: Request, roll: Roll): readonly Request[] {
  const order = turns.map((turn) => turn.request);
  return order.slice(0, order.indexOf(request)).filter(({ person }) => canBeCalled(roll, person));
}

/** Queues and rolls are never changed, only replaced; a page asks again and again for its own entry. */
const sure = new WeakMap<Queue, { readonly roll: Roll; readonly request: Request; readonly ahead: readonly Request[] }>();

/** Who comes before even if the own 界别 is brief and the others are not: the fair order (Q11) goes by the time each has had. */
function surelyAhead(queue: Queue, roll: Roll, request: Request, pace: number): readonly Request[] {
  const before = sure.get(queue);
  if (before?.roll === roll && before.request === request) return before.ahead;
  const own = circleIn(roll, request.person);
  const supposed: Supposed = ({ person, limitMs }) => limitMs * pace * (circleIn(roll, person) === own ? 1 - spread : 1 + spread);
  const ahead = callableBefore(ordered(queue, roll, supposed), request, roll);
  sure.set(queue, { roll, request, ahead });
  return ahead;
}

/** Only who is the first of a 界别 that has not been heard, in no question either, is passed by nobody; nor are those whom the fair order does not place. */
function canBePassed({ request, group, sectorHeard, sectorMs }: Turn, ahead: readonly Turn[], roll: Roll): boolean {
  if (group === 'skipped' || group === 'passedOver') return true;
  if (group !== 'fair') return false;
  const own = circleIn(roll, request.person);
  return sectorHeard || sectorMs > 0 || ahead.some((one) => circleIn(roll, one.request.person) === own);
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
