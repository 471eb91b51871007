// Knows how many votes each person has; not how they are counted.
import type { PersonId } from '../ids.ts';
import type { Assembled } from '../meeting.ts';
import { attendeeOf } from '../roll.ts';
import type { Weights } from './types.ts';

/** V23. Of those persons, who has another number of votes than one; nobody where the meeting's rules do not weigh. */
export function weightsOf({ roll, rules }: Assembled, persons: readonly PersonId[]): Weights {
  if (rules.weights !== 'weighted') return {};
  const unlike = persons.map((person) => [person, attendeeOf(roll, person)?.weight ?? 1] as const).filter(([, weight]) => weight !== 1);
  return Object.fromEntries(unlike) as Weights;
}
