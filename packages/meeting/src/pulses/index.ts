// The pulse chapter's one door: how members say where they stand before and after a discussion, bound by nothing. Decides no motion.
import { noneByPerson, valueOf, withValue } from '../by-person.ts';
import type { Decision } from '../decision.ts';
import { no, yes } from '../decision.ts';
import type { Instant, Stamped } from '../envelope.ts';
import type { PersonId } from '../ids.ts';
import type { InSession } from '../meeting.ts';
import { lookUp } from '../record.ts';
import { attendeeOf, isPresent } from '../roll.ts';
import { figuresOf, type Taker } from './figures.ts';
import type { Pulse, Pulses, PulsesCommand, PulsesEvent, Stance } from './types.ts';

export * from './types.ts';
export { leastInCell } from './figures.ts';

type Open = Extract<Pulse, { phase: 'open' }>;

export const openPulse = (pulses: Pulses): Open | undefined => pulses.find((pulse): pulse is Open => pulse.phase === 'open');

/** Undefined when that person has not said. */
export const stanceOf = ({ stances }: Open, person: PersonId): Stance | undefined => valueOf(stances, person);

/** How many have said where they stand. */
export const takersOf = ({ stances }: Open): number => Object.values(stances).reduce((sum, group) => sum + Object.keys(group).length, 0);

/** S1–S4. Only in session. */
export function decidePulses(meeting: InSession, command: Stamped<PulsesCommand>): Decision {
  const { pulses } = meeting;
  const pulse = pulses.find(({ pulseId }) => pulseId === command.pulseId);
  if (command.type === 'OpenPulse') return open(meeting, command, pulse);
  if (!pulse) return no({ type: 'UnknownPulse' });
  if (command.type === 'TakePulse') return take(meeting, command, pulse);
  if (pulse.phase === 'closed') return yes();
  return yes({ type: 'PulseClosed', payload: { pulseId: pulse.pulseId, figures: figuresOf(takers(meeting, pulse), sectorsOf(meeting)) } });
}

function open(meeting: InSession, command: Extract<PulsesCommand, { type: 'OpenPulse' }>, known: Pulse | undefined): Decision {
  const { pulseId, motionId, turn } = command;
  if (known) return known.motionId === motionId && known.turn === turn ? yes() : no({ type: 'PulseAlreadyTaken', motionId });
  const draft = lookUp(meeting.recommendations, motionId);
  if (!draft) return no({ type: 'UnknownMotion', motionId });
  if (lookUp(meeting.motions, motionId)) return no({ type: 'TextIsFrozen', motionId });
  if (openPulse(meeting.pulses)) return no({ type: 'PulseIsOpen' });
  if (meeting.pulses.some((one) => one.motionId === motionId && one.turn === turn)) return no({ type: 'PulseAlreadyTaken', motionId });
  const { number, version } = draft;
  return yes({ type: 'PulseOpened', payload: { pulseId, motionId, turn, number, version } });
}

function take(meeting: InSession, { by, stance }: Stamped<Extract<PulsesCommand, { type: 'TakePulse' }>>, pulse: Pulse): Decision {
  if (pulse.phase === 'closed') return no({ type: 'PulseIsClosed' });
  if (!isPresent(meeting.roll, by)) return no({ type: 'NotCheckedIn', person: by });
  if (stanceOf(pulse, by) === stance) return yes();
  return yes({ type: 'PulseTaken', payload: { pulseId: pulse.pulseId, person: by, stance } });
}

const takers = ({ roll }: InSession, { stances }: Open): readonly Taker[] =>
  Object.values(stances)
    .flatMap((group) => Object.entries(group))
    .map(([person, stance]): Taker => ({ sector: attendeeOf(roll, person as PersonId)?.sector ?? null, stance }));

/** 界别 as they first come on the roll. */
const sectorsOf = ({ roll }: InSession): readonly string[] => [
  ...new Set(roll.attendees.flatMap(({ sector }) => (sector ? [sector] : []))),
];

export function evolvePulses(pulses: Pulses, event: PulsesEvent & { readonly at: Instant }): Pulses {
  const changed = (change: (pulse: Open) => Pulse): Pulses =>
    pulses.map((one) => (one.pulseId === event.payload.pulseId && one.phase === 'open' ? change(one) : one));
  switch (event.type) {
    case 'PulseOpened':
      return [...pulses, { ...event.payload, phase: 'open', openedAt: event.at, stances: noneByPerson }];
    case 'PulseTaken': {
      const { person, stance } = event.payload;
      return changed((pulse) => ({ ...pulse, stances: withValue(pulse.stances, person, stance) }));
    }
    case 'PulseClosed':
      return changed(({ stances: _all, ...asked }) => ({ ...asked, phase: 'closed', figures: event.payload.figures, closedAt: event.at }));
  }
}
