// Knows what somebody who is spoken to alone is called: a department by its unit, everybody else by name.
import { attendeeOf, type PersonId, type Roll } from '@xieshang/meeting';
import { departmentOf, nameOf } from '../../shared/people.ts';

export const calledOf = (roll: Roll, person: PersonId): string =>
  attendeeOf(roll, person)?.role === 'departmentRep' ? departmentOf(roll, person) : nameOf(roll, person);
