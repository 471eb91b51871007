import { personId, type Attendee } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import { findPeople, initials } from './find-people.ts';

const person = (id: string, name: string, sector: string): Attendee => ({ person: personId(id), name, role: 'member', sector });
const people = [
  person('weiyuan01', '张委员', '经济界'),
  person('weiyuan02', '李委员', '工商联界'),
  person('weiyuan03', '欧阳建国强', '民建界'),
];

test('a name is found by the first letters of its pinyin', () => {
  expect([initials('李委员'), initials('张委员'), initials('欧阳建国强'), initials('丁A')]).toEqual(['lwy', 'zwy', 'oyjgq', 'da']);
  expect(findPeople(people, 'LW').map(({ name }) => name)).toEqual(['李委员']);
});

test('a name is found by its sector, a part of it or the account', () => {
  expect(findPeople(people, '工商').map(({ name }) => name)).toEqual(['李委员']);
  expect(findPeople(people, '建国').map(({ name }) => name)).toEqual(['欧阳建国强']);
  expect(findPeople(people, 'weiyuan01').map(({ name }) => name)).toEqual(['张委员']);
});

test('nothing typed is everybody; nobody fits a stranger', () => {
  expect(findPeople(people, ' ')).toEqual(people);
  expect(findPeople(people, '冯')).toEqual([]);
});
