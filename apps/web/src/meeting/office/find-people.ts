// Knows how people of a roll are found by a few letters, and who must still come; not how they are called.
import { attendeeOf, isPresent, type Attendee, type PersonId, type Roll } from '@xieshang/meeting';

export const departmentsOf = (roll: Roll): readonly Attendee[] => roll.attendees.filter(({ role }) => role === 'departmentRep');

/** A member who has not checked in: can't be called yet. */
export const isAwaited = (roll: Roll, person: PersonId): boolean => attendeeOf(roll, person)?.role === 'member' && !isPresent(roll, person);

const pinyin = new Intl.Collator('zh-CN-u-co-pinyin');
/** The first character of each initial in the order of pinyin. */
const starts: readonly (readonly [string, string])[] = [
  ['a', '阿'],
  ['b', '八'],
  ['c', '嚓'],
  ['d', '咑'],
  ['e', '妸'],
  ['f', '发'],
  ['g', '旮'],
  ['h', '哈'],
  ['j', '讥'],
  ['k', '咔'],
  ['l', '垃'],
  ['m', '妈'],
  ['n', '拏'],
  ['o', '噢'],
  ['p', '妑'],
  ['q', '七'],
  ['r', '呥'],
  ['s', '仨'],
  ['t', '他'],
  ['w', '屲'],
  ['x', '夕'],
  ['y', '丫'],
  ['z', '帀'],
];

/** The pinyin initials of a Chinese text: `李委员` → `lwy`. Other letters stay, in small. */
export function initials(text: string): string {
  return Array.from(text, (letter) => {
    if (!/\p{Script=Han}/u.test(letter)) return letter.toLowerCase();
    return starts.reduce((found, [initial, first]) => (pinyin.compare(letter, first) >= 0 ? initial : found), 'a');
  }).join('');
}

/** Those whose name, sector, unit, account or initials hold what was typed; everybody for nothing typed. */
export function findPeople(people: readonly Attendee[], typed: string): readonly Attendee[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return people;
  return people.filter(({ name, person, sector = '', unit = '', seat = '' }) =>
    [name, sector, unit, seat, person.toLowerCase(), initials(name)].some((text) => text.includes(wanted)),
  );
}
