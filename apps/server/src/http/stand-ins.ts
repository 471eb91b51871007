// Knows how members and departments of a plan are stood in for, so that a rehearsal reaches nobody's telephone; not what is rehearsed.
import { personId, type PersonId, type Plan } from '@xieshang/meeting';

/** Everybody who is not of the office nor an observer keeps name and 界别 and gets an id that is nobody's account. */
export function withStandIns(plan: Plan): Plan {
  const stood = plan.attendees.filter(({ role }) => role === 'member' || role === 'departmentRep');
  const ids = new Map(stood.map(({ person }, place) => [person, personId(`yanlian.${String(place + 1).padStart(4, '0')}`)]));
  const standIn = (person: PersonId): PersonId => ids.get(person) ?? person;
  return {
    ...plan,
    attendees: plan.attendees.map((one) => ({ ...one, person: standIn(one.person) })),
    prepared: plan.prepared.map((one) => ({ ...one, person: standIn(one.person), addressedTo: one.addressedTo.map(standIn) })),
    onLeave: plan.onLeave.map(standIn),
  };
}
