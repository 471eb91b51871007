// Knows how loudly a device calls its owner; not when.
import type { Nearness } from '@xieshang/meeting';
import { beep } from '../../ui/beep.ts';
import type { Held } from '../shared/held.ts';
import { shake } from '../shared/shake.ts';

const strokes: Readonly<Record<Nearness, number>> = { next: 2, afterNext: 1 };

/** Sounds and shakes as the meeting wants it; so it does when somebody tries it out. */
export function call(nearness: Nearness, cues: Held['rules']['cues']): void {
  if (cues?.sound !== 'off') beep(strokes[nearness], 'low');
  shake(cues?.vibration, ...(nearness === 'next' ? [200, 100, 200] : [200]));
}
