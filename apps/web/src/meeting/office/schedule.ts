// Knows how long each stage took and when the meeting will end if the plan holds; not how it is shown.
import { stageSpentMs, type Instant, type StageId } from '@xieshang/meeting';
import type { Held } from '../shared/held.ts';
import { stageIdNow } from '../shared/stage-now.ts';

export interface StageTime {
  readonly stageId: StageId;
  readonly name: string;
  readonly plannedMinutes: number;
  /** Whole minutes spent, over all visits and without breaks of the meeting. */
  readonly spentMinutes: number;
  readonly state: 'done' | 'now' | 'ahead';
}

export const minuteMs = 60_000;

/** A stage not yet entered is ahead, wherever it stands; one entered and left is done. */
export function stageTimes(meeting: Held, now: Instant): readonly StageTime[] {
  const at = stageIdNow(meeting);
  return meeting.agenda.stages.map(({ stageId, name, minutes }) => {
    const visited = meeting.agenda.course.some((leg) => leg.stageId === stageId);
    const state = stageId === at ? 'now' : visited ? 'done' : 'ahead';
    return {
      stageId,
      name,
      plannedMinutes: minutes,
      spentMinutes: Math.floor(stageSpentMs(meeting.agenda, stageId, now) / minuteMs),
      state,
    };
  });
}

export interface ExpectedEnd {
  readonly at: Instant;
  /** Minutes behind the agenda, counted from the opening; below zero: ahead of it. */
  readonly lateMinutes: number;
}

/** What is left of the current stage and all stages after it, in their planned length; null when it is over. */
export function expectedEnd(meeting: Held, now: Instant): ExpectedEnd | null {
  if (meeting.phase === 'concluded' || meeting.phase === 'cancelled') return null;
  const { stages } = meeting.agenda;
  const planned = stages.reduce((sum, { minutes }) => sum + minutes * minuteMs, 0);
  const current = stages.findIndex(({ stageId }) => stageId === stageIdNow(meeting));
  const left = stages
    .slice(Math.max(current, 0))
    .reduce((sum, { stageId, minutes }) => sum + Math.max(minutes * minuteMs - stageSpentMs(meeting.agenda, stageId, now), 0), 0);
  const from = meeting.phase === 'convened' ? Math.max(now, meeting.notice.startsAt) : now;
  const at = from + left;
  const began = meeting.phase === 'convened' ? meeting.notice.startsAt : meeting.openedAt;
  return { at, lateMinutes: Math.round((at - (began + planned)) / minuteMs) };
}

/** The stage after the current one; none at the last or before the opening. */
export function stageAfter(meeting: Held): { readonly stageId: StageId; readonly name: string } | undefined {
  const { stages } = meeting.agenda;
  const current = stages.findIndex(({ stageId }) => stageId === stageIdNow(meeting));
  return current < 0 ? undefined : stages[current + 1];
}
