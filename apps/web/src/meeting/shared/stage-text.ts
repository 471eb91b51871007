// Knows how far the meeting is on its agenda, as a place and as a sentence.
import { roomWords as words } from '../../words/zh/room.ts';
import type { Held } from './held.ts';

/** The place of the current stage from 0; -1 before the opening, the number of stages after the end. */
export function stagePlace(meeting: Held): number {
  const { stages } = meeting.agenda;
  if (meeting.phase === 'concluded') return stages.length;
  return meeting.phase === 'inSession' || meeting.phase === 'suspended'
    ? stages.findIndex(({ stageId }) => stageId === meeting.stageId)
    : -1;
}

/** `第 4/8 环节 · 自由发言`, or that it has not begun, is over or is not held. */
export function stageText(meeting: Held): string {
  const place = stagePlace(meeting);
  const stage = meeting.agenda.stages[place];
  if (stage) return words.stageAt(place + 1, meeting.agenda.stages.length, stage.name);
  if (meeting.phase === 'cancelled') return words.cancelled;
  return meeting.phase === 'concluded' ? words.finished : words.notOpened;
}
