// How members say where they stand (S), in the simple idea the core is compared with.
import type { PulsesCommand } from '@xieshang/meeting';
import { isHere, type Rules } from './hall.ts';

/** By hand: what nobody's own stance can be worked out from. */
function told(stances: ReadonlyMap<string, string>): string {
  const many = (stance: string): number => [...stances.values()].filter((one) => one === stance).length;
  const [yes, maybe, nay] = [many('support'), many('reserve'), many('against')];
  if (Math.min(yes, maybe, nay) >= 5) return `${yes}/${maybe}/${nay}`;
  return Math.min(yes, maybe + nay) >= 5 ? `${yes}/${maybe + nay}` : String(stances.size);
}

export const pulseRules: Rules<PulsesCommand['type']> = {
  OpenPulse: (hall, { pulseId, motionId, turn }) => {
    const { pulses } = hall;
    const known = pulses.get(pulseId);
    if (known) return known.about === `${motionId} ${turn}` ? 'silent' : 'PulseAlreadyTaken';
    if (!hall.texts.has(motionId)) return 'UnknownMotion';
    if (hall.votes.has(motionId)) return 'TextIsFrozen';
    if ([...pulses.values()].some(({ told: result }) => result === null)) return 'PulseIsOpen';
    if ([...pulses.values()].some(({ about }) => about === `${motionId} ${turn}`)) return 'PulseAlreadyTaken';
    pulses.set(pulseId, { about: `${motionId} ${turn}`, stances: new Map(), told: null });
    return 'done';
  },
  TakePulse: (hall, { pulseId, stance }, by) => {
    const pulse = hall.pulses.get(pulseId);
    if (!pulse) return 'UnknownPulse';
    if (pulse.told !== null) return 'PulseIsClosed';
    if (!isHere(hall, by)) return 'NotCheckedIn';
    if (pulse.stances.get(by) === stance) return 'silent';
    pulse.stances.set(by, stance);
    return 'done';
  },
  ClosePulse: (hall, { pulseId }) => {
    const pulse = hall.pulses.get(pulseId);
    if (!pulse) return 'UnknownPulse';
    if (pulse.told !== null) return 'silent';
    pulse.told = told(pulse.stances);
    return 'done';
  },
};
