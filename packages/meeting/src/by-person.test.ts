import { expect, test } from 'vitest';
import { personId } from './ids.ts';
import { grouped, ungrouped, valueOf, withoutValue, withValue, type ByPerson } from './by-person.ts';
import { voters } from './testing/index.ts';

const nobody: ByPerson<string> = {};
const everybody = (count: number): ByPerson<string> => voters(count).reduce((all, person) => withValue(all, person, 'here'), nobody);

test('what is held of a person is found again, the newest of each, and only there', () => {
  const persons = voters(500);
  const once = everybody(500);
  const twice = persons.slice(0, 250).reduce((all, person) => withValue(all, person, 'gone'), once);
  expect(persons.map((person) => valueOf(once, person))).toEqual(persons.map(() => 'here'));
  expect(persons.map((person) => valueOf(twice, person))).toEqual(persons.map((_, place) => (place < 250 ? 'gone' : 'here')));
  expect(
    voters(501)
      .slice(500)
      .map((person) => valueOf(twice, person)),
  ).toEqual([undefined]);
});

test('what is taken out leaves the rest, and nothing of itself', () => {
  const persons = voters(100);
  const half = persons.slice(0, 50).reduce(withoutValue, everybody(100));
  expect(persons.map((person) => valueOf(half, person))).toEqual(persons.map((_, place) => (place < 50 ? undefined : 'here')));
  expect(persons.reduce(withoutValue, half)).toEqual(nobody);
});

test('one more copies one group, not all: those already there are not touched', () => {
  const all = everybody(1000);
  const [late] = voters(1001).slice(1000);
  const more = late ? withValue(all, late, 'here') : all;
  expect(Object.keys(more).filter((group) => more[group] !== all[group])).toHaveLength(1);
  expect(late && withoutValue(all, late)).toBe(all);
});

test('it travels without groups and is held the same afterwards', () => {
  const all = everybody(300);
  expect(Object.keys(ungrouped(all)).toSorted()).toEqual(voters(300).toSorted());
  expect(grouped(ungrouped(all))).toEqual(all);
});

test('a person whose id is a name of every object is held like any other', () => {
  const odd = personId('__proto__');
  const all = withValue(everybody(3), odd, 'here');
  expect(valueOf(grouped(JSON.parse(JSON.stringify(ungrouped(all)))), odd)).toBe('here');
  expect(valueOf(everybody(3), odd)).toBeUndefined();
});

test('ids in a row are spread over the groups', () => {
  const sizes = Object.values(everybody(1000)).map((group) => Object.keys(group).length);
  expect(Math.max(...sizes)).toBeLessThan(60);
});
