// Knows what of an open pulse leaves this place: to nobody but the one who took it, the own stance.
import { noneByPerson, withValue } from '../by-person.ts';
import type { PersonId } from '../ids.ts';
import { openPulse, stanceOf, type Pulses, type Stance } from './index.ts';

/** W9. */
export const withoutStances = (pulses: Pulses): Pulses =>
  pulses.map((pulse) => (pulse.phase === 'open' ? { ...pulse, stances: noneByPerson } : pulse));

export function ownStance(pulses: Pulses, person: PersonId): Stance | null {
  const open = openPulse(pulses);
  return (open && stanceOf(open, person)) ?? null;
}

export const withOwnStance = (pulses: Pulses, stance: Stance | null, person: PersonId): Pulses =>
  pulses.map((pulse) => (pulse.phase === 'open' && stance ? { ...pulse, stances: withValue(noneByPerson, person, stance) } : pulse));
