// Knows what departments are asked and how they answer; not what becomes of it after the meeting.
import type { Decision } from '../decision.ts';
import { no, yes } from '../decision.ts';
import type { Instant, Stamped } from '../envelope.ts';
import type { AnswerId, PersonId, RequestId } from '../ids.ts';
import type { Assembled } from '../meeting.ts';
import { lookUp } from '../record.ts';
import { attendeeOf } from '../roll.ts';
import { onFloor } from './on-floor.ts';
import type { AnswersCommand } from './commands.ts';
import type { QueueEvent } from './events.ts';
import type { Answer, Floor, Queue, Rating, Unanswered } from './types.ts';

/** A1–A6. A department answers what is addressed to it; reasons and dates are owed where the practice asks for them; members say what they think of it. */
export function decideAnswers(meeting: Assembled, command: Stamped<AnswersCommand>): Decision {
  switch (command.type) {
    case 'AddressSpeech':
      return address(meeting, command);
    case 'AnswerSpeech':
      return answer(meeting, command);
    case 'RateAnswer':
      return rate(meeting, command);
  }
}

/** Until the minutes are issued: how far they are before that is not for members to learn from a refusal. */
function rate({ queue, minutes }: Assembled, { answerId, rating, by }: Stamped<Extract<AnswersCommand, { type: 'RateAnswer' }>>): Decision {
  const rated = queue.answers.find((one) => one.answerId === answerId);
  if (!rated) return no({ type: 'UnknownAnswer' });
  if (minutes.phase === 'issued') return no({ type: 'MinutesNotAtThisStep', phase: minutes.phase });
  if (!latestAnswers(queue, rated.requestId).includes(rated)) return no({ type: 'AnswerSuperseded' });
  if (ratingOf(queue, answerId, by) === rating) return yes();
  return yes({ type: 'AnswerRated', payload: { answerId, person: by, rating } });
}

/** What one member thinks of an answer; undefined while nothing was said. */
export function ratingOf({ ratings }: Queue, answerId: AnswerId, person: PersonId): Rating | undefined {
  const of = lookUp(ratings, answerId);
  return of && lookUp(of, person);
}

function address({ queue, roll }: Assembled, command: Extract<AnswersCommand, { type: 'AddressSpeech' }>): Decision {
  const { requestId } = command;
  const departments = [...new Set(command.departments)];
  const before = addressees(queue, requestId);
  if (!before) return no({ type: 'UnknownSpeech', requestId });
  const stranger = departments.find((one) => attendeeOf(roll, one)?.role !== 'departmentRep');
  if (stranger !== undefined) return no({ type: 'NotADepartment', person: stranger });
  if (departments.length === new Set(before).size && departments.every((one) => before.includes(one))) return yes();
  return yes({ type: 'SpeechAddressed', payload: { requestId, departments } });
}

function answer({ queue, roll }: Assembled, command: Stamped<Extract<AnswersCommand, { type: 'AnswerSpeech' }>>): Decision {
  const { answerId, requestId, kind } = command;
  const fromOffice = attendeeOf(roll, command.by)?.role !== 'departmentRep';
  const department = fromOffice ? command.department : command.by;
  if (!department || attendeeOf(roll, department)?.role !== 'departmentRep') {
    return no({ type: 'NotADepartment', person: department ?? command.by });
  }
  const asked = queue.waiting.some((one) => one.requestId === requestId) ? undefined : addressees(queue, requestId);
  if (!asked) return no({ type: 'UnknownSpeech', requestId });
  if (!asked.includes(department)) return no({ type: 'NotAddressed', requestId });
  if (queue.answers.some((one) => one.answerId === answerId)) return no({ type: 'AnswerIdTaken' });
  const note = command.note?.trim() ?? '';
  if (kind === 'adoptPartially' && note === '') return no({ type: 'NoteRequired' });
  const dueDate = kind === 'writtenReplyLater' ? command.dueDate : undefined;
  if (kind === 'writtenReplyLater' && dueDate === undefined) return no({ type: 'DueDateRequired' });
  return yes({ type: 'SpeechAnswered', payload: { answer: { answerId, requestId, department, kind, note, dueDate: dueDate ?? null } } });
}

function addressees(queue: Queue, requestId: RequestId): readonly PersonId[] | undefined {
  const entry = [...onFloor(queue.floor), ...queue.waiting, ...queue.speeches].find((one) => one.requestId === requestId);
  return entry?.addressedTo;
}

type Recorded = Extract<QueueEvent, { type: 'SpeechAddressed' | 'SpeechAnswered' | 'AnswerRated' }> & {
  readonly by: PersonId;
  readonly at: Instant;
};

export function evolveAnswers(queue: Queue, event: Recorded): Queue {
  if (event.type === 'AnswerRated') {
    const { answerId, person, rating } = event.payload;
    return { ...queue, ratings: { ...queue.ratings, [answerId]: { ...lookUp(queue.ratings, answerId), [person]: rating } } };
  }
  if (event.type === 'SpeechAnswered') {
    const given: Answer = { ...event.payload.answer, at: event.at, by: event.by };
    return { ...queue, answers: [...queue.answers, given] };
  }
  const { requestId, departments: addressedTo } = event.payload;
  return {
    ...queue,
    waiting: queue.waiting.map((one) => (one.requestId === requestId ? { ...one, addressedTo } : one)),
    speeches: queue.speeches.map((one) => (one.requestId === requestId ? { ...one, addressedTo } : one)),
    floor: queue.floor.phase === 'empty' ? queue.floor : addressed(queue.floor, requestId, addressedTo),
  };
}

function addressed<Taken extends Exclude<Floor, { phase: 'empty' }>>(
  floor: Taken,
  requestId: RequestId,
  addressedTo: readonly PersonId[],
): Taken {
  if (floor.request.requestId === requestId) return { ...floor, request: { ...floor.request, addressedTo } };
  const { beneath } = floor;
  return beneath ? { ...floor, beneath: { ...beneath, floor: addressed(beneath.floor, requestId, addressedTo) } } : floor;
}

/** A5. The answers that stand for a speech: the latest of each department. */
export function latestAnswers(queue: Queue, requestId: RequestId): readonly Answer[] {
  const latest = new Map<PersonId, Answer>();
  for (const one of queue.answers) if (one.requestId === requestId) latest.set(one.department, one);
  return [...latest.values()];
}

/** G10. The departments that were asked and have not answered, in the order they were asked; what is being said comes last. */
export function unansweredIn(queue: Queue): readonly Unanswered[] {
  const { speeches, floor } = queue;
  const heard = [...speeches, ...onFloor(floor).toReversed()];
  return heard.flatMap(({ requestId, addressedTo }) => {
    const answered = new Set(latestAnswers(queue, requestId).map(({ department }) => department));
    return addressedTo.filter((department) => !answered.has(department)).map((department) => ({ requestId, department }));
  });
}
