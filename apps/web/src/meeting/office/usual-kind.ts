// Knows which kind of speech goes without saying at the current stage; not who gives it.
import type { FloorKind } from '@xieshang/meeting';
import type { Held } from '../shared/held.ts';
import { stageNow } from '../shared/stage-now.ts';

/** The kind the stage is for; at stages without speeches and before the opening: 自由发言. */
export function usualKind(meeting: Held): FloorKind {
  return stageNow(meeting)?.speechKind ?? 'openFloorSpeech';
}
