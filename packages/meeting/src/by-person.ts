// Knows how something of each of many persons is held, so that one more costs little however many there are; not what it is.
import type { PersonId } from './ids.ts';
import { lookUp, without } from './record.ts';

/** In groups of persons, by number: a copy with one more copies one group, not all. */
export type ByPerson<Value> = Readonly<Record<string, Readonly<Record<PersonId, Value>>>>;

const groups = 64;

/** Nobody has any. */
export const noneByPerson = {} as const;

export function valueOf<Value>(all: ByPerson<Value>, person: PersonId): Value | undefined {
  const group = lookUp(all, groupOf(person));
  return group && lookUp(group, person);
}

export function withValue<Value>(all: ByPerson<Value>, person: PersonId, value: Value): ByPerson<Value> {
  const group = groupOf(person);
  return { ...all, [group]: { ...lookUp(all, group), [person]: value } };
}

export function withoutValue<Value>(all: ByPerson<Value>, person: PersonId): ByPerson<Value> {
  const place = groupOf(person);
  const group = lookUp(all, place);
  if (!group || !Object.hasOwn(group, person)) return all;
  const left = without(group, person);
  return Object.keys(left).length > 0 ? { ...all, [place]: left } : without(all, place);
}

/** The same without groups, as it travels. */
export const ungrouped = <Value>(all: ByPerson<Value>): Readonly<Record<PersonId, Value>> =>
  Object.fromEntries(Object.values(all).flatMap((group) => Object.entries<Value>(group))) as Record<PersonId, Value>;

export function grouped<Value>(flat: Readonly<Record<PersonId, Value>>): ByPerson<Value> {
  const entries = new Map<string, [PersonId, Value][]>();
  for (const entry of Object.entries(flat) as [PersonId, Value][]) {
    const place = groupOf(entry[0]);
    const group = entries.get(place);
    if (group) group.push(entry);
    else entries.set(place, [entry]);
  }
  // From entries, not by assigning: an id may be a name that assigning would take for something else.
  return Object.fromEntries([...entries].map(([place, group]) => [place, Object.fromEntries(group)])) as ByPerson<Value>;
}

/** Far apart for ids that differ in a digit. */
function groupOf(person: PersonId): string {
  let sum = 0;
  for (let place = 0; place < person.length; place += 1) sum = (sum * 31 + person.charCodeAt(place)) % 65_521;
  return String(sum % groups);
}
