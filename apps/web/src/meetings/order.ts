// Knows in which groups meetings are listed; not how a meeting is drawn.
import type { MeetingPhase, MeetingSummary } from '../http/shapes.ts';

export type Group = 'now' | 'ahead' | 'drafts' | 'past';
export const groups: readonly Group[] = ['now', 'ahead', 'drafts', 'past'];

const groupOf: Readonly<Record<MeetingPhase, Group>> = {
  inSession: 'now',
  suspended: 'now',
  convened: 'ahead',
  draft: 'drafts',
  concluded: 'past',
  cancelled: 'past',
};

/** What is to come: soonest first; what has been: latest first. */
export function grouped(meetings: readonly MeetingSummary[]): Readonly<Record<Group, readonly MeetingSummary[]>> {
  const of = (group: Group, sign: number) =>
    meetings.filter(({ phase }) => groupOf[phase] === group).sort((a, b) => sign * (a.startsAt - b.startsAt));
  return { now: of('now', 1), ahead: of('ahead', 1), drafts: of('drafts', 1), past: of('past', -1) };
}
