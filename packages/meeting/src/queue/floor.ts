// Knows who has the floor and how its clock runs; not who should be next.
import type { Decision } from '../decision.ts';
import { no, yes } from '../decision.ts';
import type { Instant, Stamped } from '../envelope.ts';
import type { PersonId, StageId } from '../ids.ts';
import type { InSession } from '../meeting.ts';
import { attendeeOf, isPresent } from '../roll.ts';
import { suggestedTurn } from './turn-order.ts';
import type { Floor, FloorCommand, Queue, QueueEvent, Speech } from './types.ts';

type Taken = Exclude<Floor, { phase: 'empty' }>;

/** F6. ms the clock has run by `at`; stands still while paused, never runs backwards. */
export const spokenMs = (floor: Floor, at: Instant): number => {
  if (floor.phase === 'empty') return 0;
  return floor.phase === 'paused' ? floor.spokenMs : floor.spokenMs + Math.max(at - floor.since, 0);
};

/** The event that ends whatever is being said, or none: for steps that clear the floor. */
export const endOfSpeech = (floor: Floor, at: Instant, stageId: StageId): readonly QueueEvent[] =>
  floor.phase === 'empty'
    ? []
    : [{ type: 'SpeechEnded', payload: { requestId: floor.request.requestId, spokenMs: spokenMs(floor, at), stageId } }];

/** The event that stops a running clock, or none: for 休会. */
export const pauseOfSpeech = (floor: Floor): readonly QueueEvent[] =>
  floor.phase === 'speaking' ? [{ type: 'SpeechPaused', payload: { requestId: floor.request.requestId } }] : [];

/** F1–F9. One person has the floor at a time; only the moderator takes it away. Only in session. */
export function decideFloor(meeting: InSession, command: Stamped<FloorCommand>): Decision {
  const { floor } = meeting.queue;
  if (command.type === 'GiveFloor') return give(meeting, command);
  if (floor.phase === 'empty') return no({ type: 'FloorIsEmpty' });
  const { requestId } = floor.request;
  switch (command.type) {
    case 'PauseSpeech':
      return floor.phase === 'paused' ? no({ type: 'SpeechIsPaused' }) : yes({ type: 'SpeechPaused', payload: { requestId } });
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

function give({ queue, roll }: InSession, { requestId, reason }: Extract<FloorCommand, { type: 'GiveFloor' }>): Decision {
  const { floor } = queue;
  if (floor.phase !== 'empty') {
    return floor.request.requestId === requestId ? yes() : no({ type: 'FloorIsTaken', requestId: floor.request.requestId });
  }
  const request = queue.waiting.find((one) => one.requestId === requestId);
  if (!request) return no({ type: 'UnknownRequest', requestId });
  const speaker = attendeeOf(roll, request.person);
  if (!speaker) return no({ type: 'UnknownPerson', person: request.person });
  if (speaker.role === 'member' && !isPresent(roll, request.person)) return no({ type: 'NotCheckedIn', person: request.person });
  const suggested = suggestedTurn(queue, roll)?.request ?? request;
  if (suggested === request) return yes({ type: 'FloorGiven', payload: { requestId } });
  const why = reason?.trim();
  return yes({ type: 'FloorGiven', payload: { requestId, instead: { of: suggested.person, ...(why && { reason: why }) } } });
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

export function evolveFloor(queue: Queue, event: Recorded): Queue {
  const { at } = event;
  if (event.type === 'FloorGiven') {
    const request = queue.waiting.find(({ requestId }) => requestId === event.payload.requestId);
    if (!request) return queue;
    const { instead } = event.payload;
    const started = { from: at, limitMs: request.limitMs, spokenMs: 0, since: at, overtimeAt: null };
    const floor: Floor = { phase: 'speaking', request, ...started, ...(instead && { instead }) };
    return { ...queue, waiting: queue.waiting.filter((one) => one !== request), floor };
  }
  const { floor } = queue;
  if (floor.phase === 'empty') return queue;
  const { request, from, limitMs, overtimeAt, instead } = floor;
  const given = { request, from, limitMs, overtimeAt, ...(instead && { instead }) };
  switch (event.type) {
    case 'SpeechPaused':
      return { ...queue, floor: { phase: 'paused', ...given, spokenMs: spokenMs(floor, at), pausedAt: at } };
    case 'SpeechResumed':
      return { ...queue, floor: { phase: 'speaking', ...given, spokenMs: spokenMs(floor, at), since: at } };
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
      const { requestId, person, kind, topic, addressedTo, inReplyTo } = request;
      const { spokenMs: spoken, stageId } = event.payload;
      const said = { requestId, person, kind, topic, addressedTo, inReplyTo, stageId, from, to: at, spokenMs: spoken, limitMs };
      const speech: Speech = { ...said, ...(instead && { instead }) };
      return { ...queue, floor: { phase: 'empty' }, speeches: [...queue.speeches, speech] };
    }
  }
}
