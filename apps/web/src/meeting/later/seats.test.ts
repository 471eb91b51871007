import { personId, type Attendee, type NamedVote, type Roll } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import { linesOf, seatGroups, seatPages } from './seats.ts';

const rollOf = (...attendees: Partial<Attendee>[]): Roll =>
  ({
    attendees: attendees.map((one, at) => ({ person: personId(`p${at}`), name: `${at}`, role: 'member', ...one })),
    present: {},
    leaves: {},
  }) as unknown as Roll;
const votesOf = (roll: Roll): readonly NamedVote[] => roll.attendees.map(({ person }) => ({ voter: person, choice: 'approve' }));
const shown = (roll: Roll): readonly string[] =>
  seatGroups(votesOf(roll), roll).map(({ name, seats }) => `${name} ${seats.map((seat) => seat.name).join('')}`);

test('without seats people stand together by 界别 in the order of the roll, those without one at the end', () => {
  expect(
    shown(rollOf({ name: '甲' }, { name: '乙', sector: '经济' }, { name: '丙', sector: '民建界' }, { name: '丁', sector: '经济' })),
  ).toEqual(['经济界 乙丁', '民建界 丙', '其他 甲']);
});

test('where everybody has a seat they sit in rows, by number and not by letters', () => {
  const roll = rollOf({ name: '甲', seat: '10排2座' }, { name: '乙', seat: '2排10座' }, { name: '丙', seat: '2排9座' });
  expect(shown(roll)).toEqual(['第 2 排 丙乙', '第 10 排 甲']);
});

test('one person without a seat is enough for 界别: nobody is left out', () => {
  const roll = rollOf({ name: '甲', seat: '1排1座', sector: '经济界' }, { name: '乙', sector: '经济界' });
  expect(shown(roll)).toEqual(['经济界 甲乙']);
});

const groups = (...sizes: number[]) =>
  sizes.map((size, at) => ({
    name: `g${at}`,
    seats: Array.from({ length: size }, (_, one) => ({ voter: personId(`${at}-${one}`), choice: 'approve' as const, name: '某' })),
  }));
const sizes = (lines: ReturnType<typeof linesOf>) => lines.map((line) => line.map(({ seats }) => seats.length));

test('a group stays in one line where it fits, and is broken only where it fits in none', () => {
  expect(sizes(linesOf(groups(3, 2, 2, 7), 5))).toEqual([[3, 2], [2], [5], [2]]);
});

test('as many people as there are stand on the page, in the largest seats that fit', () => {
  const one = Array<number>(32).fill(1);
  expect(seatPages(groups(...one), 0.9)).toMatchObject({ columns: 7, lines: 5, pages: [{ length: 5 }] });
});

test('three hundred are turned over on pages of even length, nobody left out', () => {
  const { pages, columns, lines } = seatPages(groups(...Array<number>(30).fill(10)), 0.75);
  expect({ columns, lines, pages: pages.map(({ length }) => length) }).toEqual({ columns: 10, lines: 6, pages: [6, 6, 6, 6, 6] });
  expect(pages.flat(2).reduce((sum, { seats }) => sum + seats.length, 0)).toBe(300);
});

test('K7 sixty in eight 界别 are not made smaller than can be read, but turned over; in seats as large as two pages allow', () => {
  const { columns, pages } = seatPages(groups(8, 8, 8, 8, 7, 7, 7, 7), 0.55);
  expect({ columns, pages: pages.map(({ length }) => length) }).toEqual({ columns: 8, pages: [4, 4] });
});

test('nobody at all is an empty page', () => {
  expect(seatPages([], 0.9)).toMatchObject({ pages: [[]] });
});
