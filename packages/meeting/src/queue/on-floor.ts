// Knows who stands on the floor one above the other, and who may interrupt whom; not how the clocks run.
import type { FloorKind } from '../rules.ts';
import type { Floor, Request } from './types.ts';

/** F10. All that has begun and not ended, each with its clock: what is said first, then what it interrupted. */
export const begun = (floor: Floor): readonly Exclude<Floor, { phase: 'empty' }>[] =>
  floor.phase === 'empty' ? [] : [floor, ...(floor.beneath ? begun(floor.beneath.floor) : [])];

/** F10. The entries of all that has begun and not ended, the one who speaks first. */
export const onFloor = (floor: Floor): readonly Request[] => begun(floor).map(({ request }) => request);

/** Q10, F10. A kind interrupts those of a lower precedence; speeches and responses interrupt nobody. */
const precedence = (kind: FloorKind): number => ['interjection', 'followUpQuestion', 'pointOfOrder'].indexOf(kind) + 1;

/** F10. */
export const mayInterrupt = (kind: FloorKind, running: FloorKind): boolean => precedence(kind) > precedence(running);
