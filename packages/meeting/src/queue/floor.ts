// Knows who has the floor and how its clock runs; not who should be next.
import type { Decision } from '../decision.ts';
import { no, yes } from '../decision.ts';
import type { Instant, Stamped } from '../envelope.ts';
import type { PersonId, RequestId, StageId } from '../ids.ts';
import type { InSession } from '../meeting.ts';
import type { Refusal } from '../refusal.ts';
import { attendeeOf, isPresent } from '../roll.ts';
import { leaseAfter } from './lease.ts';
import { mayInterrupt } from './on-floor.ts';
import { suggestedTurn } from './turn-order.ts';
import type { FloorCommand } from './commands.ts';
import type { QueueEvent } from './events.ts';
import type { Floor, Queue, Request, Speech } from './types.ts';

type Taken = Exclude<Floor, { phase: 'empty' }>;

/** F6. ms the clock has run by `at`; stands still while paused, never runs backwards. */
export const spokenMs = (floor: Floor, at: Instant): number => {
  if (floor.phase === 'empty') return 0;
  return floor.phase === 'paused' ? floor.spokenMs : floor.spokenMs + Math.max(at - floor.since, 0);
};

/** Who of the office put it on the list for its person (代操作); what was prepared, or put back by the chair (Q15), is nobody's act for them. */
export const actedFor = ({ origin, again, enteredBy, person }: Request): Pick<Speech, 'enteredBy'> =>
  origin === 'asked' && again === undefined && enteredBy !== person ? { enteredBy } : {};

const ended = (floor: Taken, at: Instant, stageId: StageId): QueueEvent => ({
  type: 'SpeechEnded',
  payload: { requestId: floor.request.requestId, spokenMs: spokenMs(floor, at), stageId },
});

/** The events that end what is being said, or none; what it interrupted goes on if it ran before (F10). */
export function endOfSpeech(floor: Floor, at: Instant, stageId: StageId): readonly QueueEvent[] {
  if (floor.phase === 'empty') return [];
  const { beneath } = floor;
  if (beneath?.then !== 'goesOn') return [ended(floor, at, stageId)];
  return [ended(floor, at, stageId), { type: 'SpeechResumed', payload: { requestId: beneath.floor.request.requestId } }];
}

/** The events that end everything that has begun, last begun first: for steps that clear the floor. */
export const clearedFloor = (floor: Floor, at: Instant, stageId: StageId): readonly QueueEvent[] =>
  floor.phase === 'empty' ? [] : [ended(floor, at, stageId), ...(floor.beneath ? clearedFloor(floor.beneath.floor, at, stageId) : [])];

/** The event that stops a clock that runs or would go on by itself (F14), or none: for 休会. */
export const pauseOfSpeech = (floor: Floor): readonly QueueEvent[] =>
  floor.phase === 'speaking' || (floor.phase === 'paused' && floor.lost)
    ? [{ type: 'SpeechPaused', payload: { requestId: floor.request.requestId } }]
    : [];

/** F1–F10. One person has the floor at a time; only the moderator takes it away. Only in session. */
export function decideFloor(meeting: InSession, command: Stamped<FloorCommand>): Decision {
  const { floor } = meeting.queue;
  if (command.type === 'GiveFloor') return give(meeting, command);
  if (command.type === 'Interpose') return interpose(meeting, command);
  if (floor.phase === 'empty') return no({ type: 'FloorIsEmpty' });
  const { requestId } = floor.request;
  switch (command.type) {
    case 'PauseSpeech':
      return floor.phase === 'paused' && !floor.lost
        ? no({ type: 'SpeechIsPaused' })
        : yes({ type: 'SpeechPaused', payload: { requestId } });
    case 'ResumeSpeech':
      return floor.phase === 'speaking' ? no({ type: 'SpeechIsRunning' }) : yes({ type: 'SpeechResumed', payload: { requestId } });
    case 'ExtendSpeech':
      if (command.ms === 0) return yes();
      return yes({ type: 'SpeechExtended', payload: { requestId, ms: command.ms } });
    case 'EndSpeech':
      if (command.requestId !== undefined && command.requestId !== requestId) {
        return no({ type: 'UnknownRequest', requestId: command.requestId });
      }
      return yes(...endOfSpeech(floor, command.at, meeting.stageId));
    case 'MarkOvertime':
      return overtime(floor, command);
  }
}

function give(meeting: InSession, { requestId, reason }: Extract<FloorCommand, { type: 'GiveFloor' }>): Decision {
  const { queue, roll } = meeting;
  const { floor } = queue;
  if (floor.phase !== 'empty') {
    return floor.request.requestId === requestId ? yes() : no({ type: 'FloorIsTaken', requestId: floor.request.requestId });
  }
  const called = callable(meeting, requestId);
  if ('refusal' in called) return no(called.refusal);
  const suggested = suggestedTurn(queue, roll)?.request ?? called.request;
  if (suggested === called.request) return yes({ type: 'FloorGiven', payload: { requestId } });
  const why = reason?.trim();
  return yes({ type: 'FloorGiven', payload: { requestId, instead: { of: suggested.person, ...(why && { reason: why }) } } });
}

/** F10. The clock of what is being said stands until the interruption is over, and then goes on where it stood. */
function interpose(meeting: InSession, { requestId }: Extract<FloorCommand, { type: 'Interpose' }>): Decision {
  const { floor } = meeting.queue;
  if (floor.phase === 'empty') return no({ type: 'FloorIsEmpty' });
  if (floor.request.requestId === requestId) return yes();
  const called = callable(meeting, requestId);
  if ('refusal' in called) return no(called.refusal);
  const interrupted = floor.request;
  if (!mayInterrupt(called.request.kind, interrupted.kind)) return no({ type: 'FloorIsTaken', requestId: interrupted.requestId });
  const then = floor.phase === 'speaking' ? 'goesOn' : 'staysPaused';
  return yes(...(then === 'goesOn' ? pauseOfSpeech(floor) : []), {
    type: 'FloorGiven',
    payload: { requestId, over: { requestId: interrupted.requestId, then } },
  });
}

/** F1, F2. The entry, if its person can have the floor. */
function callable({ queue, roll }: InSession, requestId: RequestId): { readonly request: Request } | { readonly refusal: Refusal } {
  const request = queue.waiting.find((one) => one.requestId === requestId);
  if (!request) return { refusal: { type: 'UnknownRequest', requestId } };
  const { person } = request;
  const speaker = attendeeOf(roll, person);
  if (!speaker) return { refusal: { type: 'UnknownPerson', person } };
  if (speaker.role === 'member' && !isPresent(roll, person)) return { refusal: { type: 'NotCheckedIn', person } };
  return { request };
}

/** Those that are over at that moment, with the one that ends then; nothing where the clock has never stood. */
function pausesUntil(floor: Taken, at: Instant): Pick<Speech, 'pauses'> {
  const over = floor.pauses ?? [];
  const ends = floor.phase === 'paused' && at > floor.pausedAt;
  const last = ends ? [{ from: floor.pausedAt, to: at, ...(floor.lost && { lost: floor.lost }) }] : [];
  return over.length + last.length === 0 ? {} : { pauses: [...over, ...last] };
}

function overtime(floor: Taken, command: Stamped<Extract<FloorCommand, { type: 'MarkOvertime' }>>): Decision {
  const { requestId } = floor.request;
  const due = floor.phase === 'speaking' && spokenMs(floor, command.at) >= floor.limitMs;
  if (command.requestId !== requestId || floor.overtimeAt !== null || !due) return yes();
  return yes({ type: 'OvertimeReached', payload: { requestId } });
}

type Recorded = Extract<
  QueueEvent,
  { type: 'FloorGiven' | 'SpeechPaused' | 'SpeechResumed' | 'SpeechExtended' | 'OvertimeReached' | 'SpeechEnded' }
> & { readonly by: PersonId; readonly at: Instant };

/** F8. The clock of a speech was last touched then: where the server's clock has been set back since, its time stands still until it is caught up. */
const notBefore = (floor: Taken): Instant => (floor.phase === 'paused' ? floor.pausedAt : floor.since);

export function evolveFloor(queue: Queue, event: Recorded): Queue {
  if (event.type === 'FloorGiven') {
    const request = queue.waiting.find(({ requestId }) => requestId === event.payload.requestId);
    if (!request) return queue;
    const { instead, over } = event.payload;
    const started = { from: event.at, limitMs: request.limitMs, spokenMs: 0, since: event.at, overtimeAt: null };
    const beneath = over && queue.floor.phase === 'paused' ? { beneath: { floor: queue.floor, then: over.then } } : {};
    const floor: Floor = { phase: 'speaking', request, ...started, ...(instead && { instead }), ...beneath };
    return { ...queue, waiting: queue.waiting.filter((one) => one !== request), floor };
  }
  const { floor } = queue;
  if (floor.phase === 'empty') return queue;
  const at = Math.max(event.at, notBefore(floor));
  const { request, from, limitMs, overtimeAt, instead, beneath } = floor;
  const pauses = pausesUntil(floor, at);
  const given = { request, from, limitMs, overtimeAt, ...pauses, ...(instead && { instead }), ...(beneath && { beneath }) };
  switch (event.type) {
    case 'SpeechPaused': {
      const { lost } = event.payload;
      const { lease } = floor;
      const paused = { spokenMs: spokenMs(floor, at), pausedAt: at, ...(lease && { lease }), ...(lost && { lost }) };
      return { ...queue, floor: { phase: 'paused', ...given, ...paused } };
    }
    case 'SpeechResumed': {
      const running = { spokenMs: spokenMs(floor, at), since: at, ...leaseAfter(floor, event.by) };
      return { ...queue, floor: { phase: 'speaking', ...given, ...running } };
    }
    case 'SpeechExtended': {
      const longer = Math.max(limitMs + event.payload.ms, 0);
      const spoken = spokenMs(floor, at);
      const counted = { ...floor, limitMs: longer, spokenMs: spoken, overtimeAt: spoken >= longer ? overtimeAt : null };
      // The clock is read here so that a limit that comes back to an earlier figure is timed anew (T1).
      return { ...queue, floor: counted.phase === 'speaking' ? { ...counted, since: at } : counted };
    }
    case 'OvertimeReached':
      return { ...queue, floor: { ...floor, overtimeAt: at } };
    case 'SpeechEnded': {
      const { requestId, person, kind, topic, addressedTo, inReplyTo, matter } = request;
      const { spokenMs: spoken, stageId } = event.payload;
      const said = { requestId, person, kind, topic, addressedTo, inReplyTo, stageId, from, to: at, spokenMs: spoken, limitMs };
      const over = beneath?.floor.request.requestId;
      const why = { ...(instead && { instead }), ...(matter && { matter }), ...(over !== undefined && { over }) };
      const speech: Speech = { ...said, ...pauses, ...actedFor(request), ...why };
      return { ...queue, floor: beneath?.floor ?? { phase: 'empty' }, speeches: [...queue.speeches, speech] };
    }
  }
}
