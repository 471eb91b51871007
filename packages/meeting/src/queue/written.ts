// Knows how a written speech enters the record without the floor; not what is done with its text.
import type { Decision } from '../decision.ts';
import { no, yes } from '../decision.ts';
import type { Stamped } from '../envelope.ts';
import type { RecordedEvent } from '../event.ts';
import type { Assembled, Meeting } from '../meeting.ts';
import { attendeeOf } from '../roll.ts';
import { knownRequest } from './list.ts';
import type { WrittenCommand } from './commands.ts';
import type { QueueEvent } from './events.ts';
import type { Queue, Speech } from './types.ts';

/** Q20. Members and departments of the roll, also those who are not here; by the office for others (代操作). From the opening to the end, in breaks too. */
export function decideWritten(meeting: Assembled & Meeting, command: Stamped<WrittenCommand>): Decision {
  if (meeting.phase !== 'inSession' && meeting.phase !== 'suspended') return no({ type: 'MeetingNotInSession', phase: meeting.phase });
  const { queue, roll, agenda, stageId } = meeting;
  const { requestId, topic, text } = command;
  const person = command.type === 'HandInSpeech' ? command.by : command.person;
  const same = queue.speeches.find((speech) => speech.requestId === requestId);
  if (same?.kind === 'writtenSpeech' && same.person === person) return yes();
  if (knownRequest(queue, agenda, requestId)) return no({ type: 'RequestIdTaken', requestId });
  const author = attendeeOf(roll, person);
  if (author?.role !== 'member' && author?.role !== 'departmentRep') return no({ type: 'UnknownPerson', person });
  if (text.trim() === '') return no({ type: 'NoteRequired' });
  const addressedTo = [...new Set(command.addressedTo)];
  const stranger = addressedTo.find((one) => attendeeOf(roll, one)?.role !== 'departmentRep');
  if (stranger !== undefined) return no({ type: 'NotADepartment', person: stranger });
  return yes({ type: 'SpeechHandedIn', payload: { requestId, person, topic, text, addressedTo, stageId } });
}

export function evolveWritten(
  queue: Queue,
  event: Extract<QueueEvent, { type: 'SpeechHandedIn' }> & Pick<RecordedEvent, 'by' | 'at'>,
): Queue {
  const { by, at, payload } = event;
  const entered = by === payload.person ? {} : { enteredBy: by };
  const speech: Speech = { ...payload, kind: 'writtenSpeech', inReplyTo: null, from: at, to: at, spokenMs: 0, limitMs: 0, ...entered };
  return { ...queue, speeches: [...queue.speeches, speech] };
}
