// Knows how people are named in minutes and who stands in which of their lists; not what they said or decided.
import { attendance, attendeeOf, isPresent, type Attendance, type Attendee, type PersonId, type Roll } from '@xieshang/meeting';
import type { Held } from './sources.ts';

/** 经济界, however it stands in the roll. */
export const sectorText = (sector: string): string => (sector.endsWith('界') ? sector : `${sector}界`);

/** 张委员（经济界）, 市商务局丁; members by their sector, all others by where they come from or what they are. */
export function personText({ roll }: Held, person: PersonId): string {
  const attendee = attendeeOf(roll, person);
  if (!attendee) return '原参会人员';
  const { role, name, sector } = attendee;
  if (role === 'member') return sector === undefined ? name : `${name}（${sectorText(sector)}）`;
  return withPost(attendee);
}

const withPost = ({ unit = '', title = '', name }: Attendee): string => `${unit}${title}${name}`;

/** Those who came and left before the end were there too. */
const everPresent = (roll: Roll): Roll => ({ ...roll, left: {} });

/** R2. The figures of the record: whoever came counts as 实到, also when gone before the end. */
export const attendanceOf = ({ roll, rules }: Held): Attendance => attendance(everPresent(roll), rules.quorum);

export interface Names {
  /** 出席 */
  readonly present: readonly string[];
  /** 请假 */
  readonly onLeave: readonly string[];
  /** 列席 */
  readonly nonVoting: readonly string[];
}

/**
 * In the precedence of the roll. 列席 are departments and others who came and have no vote; not the one in the chair, whom the
 * opening names, nor the staff, nor observers.
 */
export function namesOf({ roll, presiding }: Held): Names {
  const came = everPresent(roll);
  const there = (one: Attendee): boolean => isPresent(came, one.person);
  const members = roll.attendees.filter(({ role }) => role === 'member');
  const guests = roll.attendees.filter(({ role, person }) => role === 'departmentRep' || (role === 'moderator' && person !== presiding));
  const onLeave = ({ person }: Attendee): boolean => Object.hasOwn(roll.leaves, person) && roll.leaves[person]?.phase === 'approved';
  return {
    present: members.filter(there).map(({ name }) => name),
    onLeave: members.filter((one) => !there(one) && onLeave(one)).map(({ name }) => name),
    nonVoting: guests.filter(there).map(withPost),
  };
}
