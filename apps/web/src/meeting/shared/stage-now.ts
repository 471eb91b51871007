// Knows at which stage a meeting stands, and that before the opening and after the end it stands at none; not what a stage is for.
import type { Stage, StageId } from '@xieshang/meeting';
import type { Held } from './held.ts';

export const stageIdNow = (meeting: Held): StageId | null => ('stageId' in meeting ? meeting.stageId : null);

export function stageNow(meeting: Held): Stage | undefined {
  const at = stageIdNow(meeting);
  return meeting.agenda.stages.find(({ stageId }) => stageId === at);
}
