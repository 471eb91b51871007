// Knows what departments are asked and how they answer; not what becomes of it after the meeting.
import type { Decision } from '../decision.ts';
import { no, yes } from '../decision.ts';
import type { Instant, Stamped } from '../envelope.ts';
import type { PersonId, RequestId } from '../ids.ts';
import type { Assembled } from '../meeting.ts';
import { attendeeOf } from '../roll.ts';
import type { Answer, AnswersCommand, Queue, QueueEvent } from './types.ts';

/** A1–A5. A department answers what is addressed to it; reasons and dates are owed where the practice asks for them. */
export function decideAnswers(meeting: Assembled, command: Stamped<AnswersCommand>): Decision {
  return command.type === 'AddressSpeech' ? address(meeting, command) : answer(meeting, command);
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
  const { floor } = queue;
  if (floor.phase !== 'empty' && floor.request.requestId === requestId) return floor.request.addressedTo;
  const entry = [...queue.waiting, ...queue.speeches].find((one) => one.requestId === requestId);
  return entry?.addressedTo;
}

type Recorded = Extract<QueueEvent, { type: 'SpeechAddressed' | 'SpeechAnswered' }> & { readonly by: PersonId; readonly at: Instant };

export function evolveAnswers(queue: Queue, event: Recorded): Queue {
  if (event.type === 'SpeechAnswered') {
    const given: Answer = { ...event.payload.answer, at: event.at, by: event.by };
    return { ...queue, answers: [...queue.answers, given] };
  }
  const { requestId, departments: addressedTo } = event.payload;
  const { floor } = queue;
  return {
    ...queue,
    waiting: queue.waiting.map((one) => (one.requestId === requestId ? { ...one, addressedTo } : one)),
    speeches: queue.speeches.map((one) => (one.requestId === requestId ? { ...one, addressedTo } : one)),
    floor:
      floor.phase !== 'empty' && floor.request.requestId === requestId ? { ...floor, request: { ...floor.request, addressedTo } } : floor,
  };
}

/** A5. The answers that stand for a speech: the latest of each department. */
export function latestAnswers(queue: Queue, requestId: RequestId): readonly Answer[] {
  const latest = new Map<PersonId, Answer>();
  for (const one of queue.answers) if (one.requestId === requestId) latest.set(one.department, one);
  return [...latest.values()];
}
