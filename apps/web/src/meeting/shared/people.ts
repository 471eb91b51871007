// Knows how a person of the roll is written; not what they do.
import { attendeeOf, type Attendee, type PersonId, type Roll } from '@xieshang/meeting';
import { roomWords as words } from '../../words/zh/room.ts';

/** Titles this short are printed with the name, longer ones stand beside it. */
const shortTitle = 2;

/** The name with a short honorific: `张委员`. A longer post is part of `affiliation`. */
export function fullName({ name, title }: Pick<Attendee, 'name' | 'title'>): string {
  return title && title.length <= shortTitle && !name.endsWith(title) ? `${name}${title}` : name;
}

/** 界别 for members; for others the unit, and a post too long to stand with the name. Empty when there is none. */
export function affiliation({ sector, unit, title }: Attendee): string {
  if (sector) return words.sector(sector);
  const post = title && title.length > shortTitle ? title : '';
  return [unit ?? '', post].filter(Boolean).join(' ');
}

/** The person's name; somebody who has left the roll keeps the account, so that a line is never empty. */
export function nameOf(roll: Roll, person: PersonId): string {
  const attendee = attendeeOf(roll, person);
  return attendee ? fullName(attendee) : person;
}

export function affiliationOf(roll: Roll, person: PersonId): string {
  const attendee = attendeeOf(roll, person);
  return attendee ? affiliation(attendee) : '';
}

/** What a department is called in a sentence: its unit, or the name of who came for it. */
export function departmentOf(roll: Roll, person: PersonId): string {
  const attendee = attendeeOf(roll, person);
  return attendee ? (attendee.unit ?? fullName(attendee)) : person;
}
