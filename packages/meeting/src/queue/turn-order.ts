// Knows whose turn comes when, and what puts each there; a suggestion: the moderator gives the floor to whom they choose.
import type { PersonId, RequestId } from '../ids.ts';
import { attendeeOf, isPresent, type Roll } from '../roll.ts';
import { begun, mayInterrupt, onFloor } from './on-floor.ts';
import { isOwnSpeech, sectorName, speakingTimes } from './speaking-time.ts';
import type { Queue, Request } from './types.ts';

/**
 * Q10. In this order: a point of order, a question or interjection to what is being said or was said last, whom the moderator has placed by
 * hand, the prepared speeches of the stage, departments that respond, all others in the fair order (among them, behind those it
 * was skipped for, what was skipped), those who are not here, and what was passed over with its stage.
 */
export const turnGroups = ['order', 'interposed', 'held', 'prepared', 'response', 'fair', 'skipped', 'awaited', 'passedOver'] as const;
export type TurnGroup = (typeof turnGroups)[number];

/** Q11. What the fair order looks at, the first that differs decides. */
export type Criterion = 'notSpoken' | 'sectorNotHeard' | 'sectorTime' | 'asked';

export interface Turn {
  readonly request: Request;
  readonly group: TurnGroup;
  /** In the fair order: what puts it before the one it stands before; none for the last. */
  readonly ahead: Criterion | null;
  /** As of now, not as of the turn. */
  readonly hasSpoken: boolean;
  readonly sectorHeard: boolean;
  readonly sectorMs: number;
}

/** Q11. What sets one turn before another one behind it in the fair order; null where another group or the moderator does. */
export function setsBefore(queue: Queue, roll: Roll, one: Turn, other: Turn): Criterion | null {
  if (one.group !== 'fair' || other.group !== 'fair') return null;
  const tally = tallyOf(queue, roll);
  for (const { request } of turnOrder(queue, roll)) {
    if (request === one.request) break;
    tally.suppose(request);
  }
  return tally.comparison(one.request, other.request);
}

/** Queues and rolls are never changed, only replaced: one order for each pair. */
const known = new WeakMap<Queue, { readonly roll: Roll; readonly turns: readonly Turn[] }>();

/** Q10, Q11. Everybody who waits, in the order they are suggested in; each turn supposes that those before it have spoken. */
export function turnOrder(queue: Queue, roll: Roll): readonly Turn[] {
  const before = known.get(queue);
  if (before?.roll === roll) return before.turns;
  const turns = ordered(queue, roll);
  known.set(queue, { roll, turns });
  return turns;
}

/** Q10. Whom the order suggests: the first who can be given the floor; none when nobody can. */
export const suggestedTurn = (queue: Queue, roll: Roll): Turn | undefined =>
  turnOrder(queue, roll).find(({ request }) => canBeCalled(roll, request.person));

/** F2. */
export const canBeCalled = (roll: Roll, person: PersonId): boolean => {
  const role = attendeeOf(roll, person)?.role;
  return role !== undefined && (role !== 'member' || isPresent(roll, person));
};

/** Q22. The order there would be if speeches took what is supposed; where nothing else is, that is their limit (Q11). */
export function ordered(queue: Queue, roll: Roll, supposed: Supposed = toTheLimit): readonly Turn[] {
  const tally = tallyOf(queue, roll, supposed);
  const standing = new Map(queue.waiting.map((request) => [request.requestId, tally.standingOf(request)]));
  const turns: Turn[] = [];
  const push = (request: Request, group: TurnGroup, ahead: Criterion | null): void => {
    const as = standing.get(request.requestId) ?? tally.standingOf(request);
    turns.push({ request, group, ahead, ...as });
    tally.suppose(request);
  };
  for (const group of turnGroups) {
    const members = queue.waiting.filter((request) => groupOf(queue, roll, request) === group);
    if (group === 'interposed')
      members.sort((one, other) => Number(mayInterrupt(other.kind, one.kind)) - Number(mayInterrupt(one.kind, other.kind)));
    if (group === 'fair') for (const [request, ahead] of fairly(members, tally)) push(request, request.behind ? 'skipped' : group, ahead);
    else for (const request of members) push(request, group, null);
  }
  return turns;
}

function groupOf(queue: Queue, roll: Roll, request: Request): TurnGroup {
  const { person, origin, kind } = request;
  if (!canBeCalled(roll, person)) return origin === 'passedOver' ? 'passedOver' : 'awaited';
  if (request.held !== undefined) return 'held';
  if (origin === 'passedOver') return 'passedOver';
  if (kind === 'pointOfOrder' && request.behind === undefined) return 'order';
  // Stands among those it was skipped for, behind the last of them.
  if (request.behind !== undefined) return 'fair';
  if (origin === 'prepared') return 'prepared';
  if ((kind === 'followUpQuestion' || kind === 'interjection') && isTimely(queue, request)) return 'interposed';
  return kind === 'departmentResponse' ? 'response' : 'fair';
}

/**
 * Q10. It belongs to what has begun and not ended, or was said last; once another speech has begun, it waits like any other. What was
 * handed in, a point of order and an interjection to nothing are no other speech.
 */
function isTimely(queue: Queue, { inReplyTo }: Request): boolean {
  const said = [...queue.speeches, ...onFloor(queue.floor).toReversed()];
  const rootOf = (requestId: RequestId, from = said.length - 1): RequestId => {
    // What is replied to was said before: the search only goes back.
    const place = said.findLastIndex((speech, at) => at <= from && speech.requestId === requestId);
    const next = said[place]?.inReplyTo ?? null;
    return next === null || place <= 0 ? requestId : rootOf(next, place - 1);
  };
  const last = said.findLast(({ kind, inReplyTo: reply }) => isOwnSpeech(kind) || reply !== null);
  const current = [...onFloor(queue.floor), ...(last ? [last] : [])].map(({ requestId }) => rootOf(requestId));
  return inReplyTo !== null && current.includes(rootOf(inReplyTo));
}

/** Q11. Each time the first of those left, and what sets it before the second; whoever takes it in supposes it before the next. */
function* fairly(requests: readonly Request[], tally: Tally): Generator<readonly [Request, Criterion | null]> {
  const left = [...requests];
  while (left.length > 0) {
    const ready = left.filter(({ behind }) => !behind?.some((id) => left.some(({ requestId }) => requestId === id)));
    const [first, second] = firstTwo(ready.length > 0 ? ready : left, (one, other) => tally.comparison(one, other) !== null);
    if (!first) return;
    yield [first, second ? tally.comparison(first, second) : null];
    left.splice(left.indexOf(first), 1);
  }
}

function firstTwo(all: readonly Request[], before: (one: Request, other: Request) => boolean): readonly Request[] {
  let [first, second]: (Request | undefined)[] = [];
  for (const one of all) {
    if (first === undefined || before(one, first)) [first, second] = [one, first];
    else if (second === undefined || before(one, second)) second = one;
  }
  return [first, second].filter((one) => one !== undefined);
}

/** What has been said, and what is supposed to have been said by the time of a turn. */
interface Tally {
  standingOf(request: Request): Pick<Turn, 'hasSpoken' | 'sectorHeard' | 'sectorMs'>;
  /** What sets `one` before `other`; null when it does not stand before it. */
  comparison(one: Request, other: Request): Criterion | null;
  /** Goes on as if that speech had been given, and taken what is supposed. */
  suppose(request: Request): void;
}

/** ms a speech that has not ended is supposed to take in all. */
export type Supposed = (speech: Pick<Request, 'person' | 'limitMs'>) => number;
const toTheLimit: Supposed = ({ limitMs }) => limitMs;

/** Q11. Whose time counts with a person's: the 界别; a department, or a member of none, is measured by the own time. */
export function circleIn(roll: Roll, person: PersonId): string {
  const attendee = attendeeOf(roll, person);
  const sector = attendee && sectorName(attendee);
  return sector === undefined ? `person ${person}` : `sector ${sector}`;
}

function tallyOf(queue: Queue, roll: Roll, supposed: Supposed = toTheLimit): Tally {
  const { floor, speeches } = queue;
  const spoken = new Set<PersonId>();
  const known = new Map<PersonId, string>();
  const circleOf = (person: PersonId): string => {
    const circle = known.get(person) ?? circleIn(roll, person);
    known.set(person, circle);
    return circle;
  };
  const circles = new Map<string, number>();
  const add = (person: PersonId, ms: number): void => void circles.set(circleOf(person), (circles.get(circleOf(person)) ?? 0) + ms);
  const { byPerson } = speakingTimes({ ...queue, floor: { phase: 'empty' } }, roll, 0);
  for (const [person, { ms, times }] of byPerson) {
    add(person, ms);
    if (times > 0) spoken.add(person);
  }
  const places = new Map(queue.waiting.map(({ requestId }, place) => [requestId, place]));
  const suppose: Tally['suppose'] = ({ person, kind, limitMs }) => {
    add(person, supposed({ person, limitMs }));
    if (isOwnSpeech(kind)) spoken.add(person);
  };
  // What is running counts to its limit: an order that changed with every second would explain nothing.
  for (const { request, limitMs } of begun(floor)) suppose({ ...request, limitMs });
  const heard = new Set(speeches.filter(({ kind }) => isOwnSpeech(kind)).map(({ person }) => circleOf(person)));
  for (const { kind, person } of onFloor(floor)) if (isOwnSpeech(kind)) heard.add(circleOf(person));
  const standingOf: Tally['standingOf'] = ({ person }) => ({
    hasSpoken: spoken.has(person),
    sectorHeard: heard.has(circleOf(person)),
    sectorMs: circles.get(circleOf(person)) ?? 0,
  });
  return {
    standingOf,
    comparison: (one, other) => {
      const [mine, theirs] = [standingOf(one), standingOf(other)];
      if (mine.hasSpoken !== theirs.hasSpoken) return mine.hasSpoken ? null : 'notSpoken';
      if (mine.sectorHeard !== theirs.sectorHeard) return mine.sectorHeard ? null : 'sectorNotHeard';
      if (mine.sectorMs !== theirs.sectorMs) return mine.sectorMs < theirs.sectorMs ? 'sectorTime' : null;
      if (one.askedAt !== other.askedAt) return one.askedAt < other.askedAt ? 'asked' : null;
      return (places.get(one.requestId) ?? 0) < (places.get(other.requestId) ?? 0) ? 'asked' : null;
    },
    suppose: (request) => {
      suppose(request);
      if (isOwnSpeech(request.kind)) heard.add(circleOf(request.person));
    },
  };
}
