// Knows where a person of the roll stands with the check-in, as one of five states; not how it is shown.
import { isPresent, presenceOf, type Attendee, type Roll } from '@xieshang/meeting';

export type State = 'hall' | 'online' | 'leave' | 'left' | 'absent';
export const filters = ['all', 'absent', 'here', 'leave'] as const;
export type Filter = (typeof filters)[number];

export function stateOf(roll: Roll, { person }: Attendee): State {
  if (isPresent(roll, person)) return presenceOf(roll, person)?.where === 'online' ? 'online' : 'hall';
  if (roll.left[person] !== undefined) return 'left';
  return roll.leaves[person]?.phase === 'approved' ? 'leave' : 'absent';
}

const shown: Readonly<Record<Filter, readonly State[]>> = {
  all: ['hall', 'online', 'leave', 'left', 'absent'],
  absent: ['absent', 'left'],
  here: ['hall', 'online'],
  leave: ['leave'],
};

export const isShown = (state: State, filter: Filter): boolean => shown[filter].includes(state);
