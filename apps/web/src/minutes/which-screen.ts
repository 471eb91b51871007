// Knows which screen of the minutes a person gets, by asking the meeting; not what is on it.
import { attendeeOf, mayReadManuscript, type PersonId } from '@xieshang/meeting';
import type { ConvenedMeeting } from '../live/index.ts';

export type Screen = 'desk' | 'countersigning' | 'issued' | 'notYet' | 'never';

/** `countersigning`: a department that was named reads what it signs. `notYet`: may read once they are issued. `never`: not even then. */
export function screenFor(meeting: ConvenedMeeting, person: PersonId): Screen {
  const issued = meeting.minutes.phase === 'issued';
  const role = attendeeOf(meeting.roll, person)?.role;
  if (mayReadManuscript(meeting, person)) return issued ? 'issued' : role === 'departmentRep' ? 'countersigning' : 'desk';
  return issued || role === 'observer' ? 'never' : 'notYet';
}
