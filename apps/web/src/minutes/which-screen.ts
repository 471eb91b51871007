// Knows which screen of the minutes a person gets, by asking the meeting; not what is on it.
import { attendeeOf, mayReadMinutes, type PersonId } from '@xieshang/meeting';
import type { ConvenedMeeting } from '../live/index.ts';

export type Screen = 'desk' | 'issued' | 'notYet' | 'never';

/** `notYet`: may read once they are issued. `never`: not even then. */
export function screenFor(meeting: ConvenedMeeting, person: PersonId): Screen {
  const issued = meeting.minutes.phase === 'issued';
  if (mayReadMinutes(meeting, person)) return issued ? 'issued' : 'desk';
  return issued || attendeeOf(meeting.roll, person)?.role === 'observer' ? 'never' : 'notYet';
}
