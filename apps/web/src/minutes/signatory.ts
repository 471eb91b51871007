// Knows how somebody who signs is written: a department before its representative; not what was signed.
import { attendeeOf, type PersonId, type Roll } from '@xieshang/meeting';
import { departmentOf, nameOf } from '../meeting/shared/people.ts';

/** 市商务局 丁, or the name alone. */
export function signatoryName(roll: Roll, person: PersonId): string {
  const name = nameOf(roll, person);
  if (attendeeOf(roll, person)?.role !== 'departmentRep') return name;
  const department = departmentOf(roll, person);
  return department === name ? name : `${department} ${name}`;
}
