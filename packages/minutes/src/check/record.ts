// Knows what the record holds against which prose is read, gathered once for each state of the meeting; not how prose is read.
import { attendeeOf, type Attendance, type Attendee, type Meeting } from '@xieshang/meeting';
import { draftOf } from '../draft/index.ts';
import type { Passage } from '../draft/passage.ts';
import { amendmentOutcomesOf } from '../amendments.ts';
import { outcomesOf, respondingUnits, speakersOf, speechesOf, type Outcome } from '../figures.ts';
import { heldOn, type Committee } from '../occasion.ts';
import { attendanceOf, sectorText } from '../people.ts';
import type { Held } from '../sources.ts';
import { dateText, hourOf } from '../time.ts';
import { daysIn, type Day } from './reading.ts';

export interface Person {
  readonly name: string;
  /** 经济界; null for who is no member. */
  readonly sector: string | null;
  /** Unit and post as printed before the name: 市政协副主席. */
  readonly post: string;
  readonly attendee: Attendee;
}

export interface CheckRecord {
  readonly meeting: Held;
  readonly attendance: Attendance;
  readonly day: Pick<Day, 'year' | 'month' | 'day'>;
  /** 上午 · 下午 · 晚上 */
  readonly partOfDay: string;
  readonly people: readonly Person[];
  readonly names: ReadonlyMap<string, Person>;
  readonly chair: Person | null;
  /** Every unit and committee that the record names. */
  readonly units: readonly string[];
  readonly outcomes: readonly Outcome[];
  /** Of amendments that were voted on; the number of each is its clause's. */
  readonly amendments: readonly Outcome[];
  readonly speakers: Readonly<Record<'keynote' | 'free', ReadonlySet<string>>>;
  readonly speeches: Readonly<Record<'keynote' | 'free', number>>;
  readonly responding: readonly string[];
  /** What was said or put as it stands in the record: topics, notes. */
  readonly quotable: readonly { readonly text: string; readonly record: string }[];
  readonly draft: readonly Passage[];
}

export const partOfDayOf = (hour: number): string => (hour < 12 ? '上午' : hour < 18 ? '下午' : '晚上');

const postOf = ({ unit = '', title = '' }: Attendee): string => `${unit}${title}`;

/** Null before the convening. */
export function checkRecordOf(meeting: Meeting, committee: Committee): CheckRecord | null {
  if (meeting.phase === 'notConvened') return null;
  const { roll, queue, notice, agenda } = meeting;
  const people = roll.attendees.map((attendee): Person => ({
    name: attendee.name,
    sector: attendee.role === 'member' && attendee.sector !== undefined ? sectorText(attendee.sector) : null,
    post: postOf(attendee),
    attendee,
  }));
  const chair = attendeeOf(roll, meeting.presiding);
  const nameOf = (person: Attendee['person']): string => attendeeOf(roll, person)?.name ?? '';
  const outcomes = outcomesOf(meeting);
  const at = heldOn(meeting);
  const [day] = daysIn(dateText(at, committee.zone));
  return {
    meeting,
    attendance: attendanceOf(meeting),
    day: day ?? { year: 0, month: 0, day: 0 },
    partOfDay: partOfDayOf(hourOf(at, committee.zone)),
    people,
    names: new Map(people.toReversed().map((person) => [person.name, person])),
    chair: people.find(({ attendee }) => attendee === chair) ?? null,
    units: unitsOf(people, outcomes, committee),
    outcomes,
    amendments: amendmentOutcomesOf(meeting),
    speakers: {
      keynote: new Set(speakersOf(meeting, 'keynoteSpeech').map(nameOf)),
      free: new Set(speakersOf(meeting, 'openFloorSpeech').map(nameOf)),
    },
    speeches: { keynote: speechesOf(meeting, 'keynoteSpeech').length, free: speechesOf(meeting, 'openFloorSpeech').length },
    responding: respondingUnits(meeting),
    quotable: [
      { text: notice.topic, record: '会议通知' },
      ...[...queue.speeches, ...agenda.prepared].map(({ topic }) => ({ text: topic.trim(), record: '发言记录' })),
      ...queue.answers.map(({ note }) => ({ text: note.trim(), record: '答复记录' })),
    ].filter(({ text }) => text.length >= 4),
    draft: draftOf(meeting, committee),
  };
}

function unitsOf(people: readonly Person[], outcomes: readonly Outcome[], committee: Committee): readonly string[] {
  const committees = people.flatMap(({ attendee }) => /^(.+委员会)/.exec(attendee.title ?? '')?.[1] ?? []);
  const owners = outcomes.flatMap(({ recommendation }) =>
    recommendation === undefined ? [] : [recommendation.leadUnit, ...recommendation.coUnits],
  );
  const named = [...people.flatMap(({ attendee }) => attendee.unit ?? []), ...committees, ...owners, committee.name];
  return [...new Set(named.map((one) => one.trim()).filter((one) => one.length >= 3))];
}
