// Knows what may happen in a rehearsal (演练) that may not in a meeting, and what may not; a rehearsal is a meeting otherwise.
import type { CommandType } from './command.ts';
import type { Decision } from './decision.ts';
import { no, yes } from './decision.ts';
import type { Instant } from './envelope.ts';
import { underVote } from './elections/index.ts';
import type { Assembled, Meeting, Notice } from './meeting.ts';
import { clearedFloor } from './queue/index.ts';
import type { Role } from './roll.ts';

export const isRehearsal = ({ kind }: Pick<Notice, 'kind'>): boolean => kind === 'rehearsal';

/** What a moderator who rehearses alone does in place of a secretary. */
const inPlaceOfSecretary: ReadonlySet<CommandType> = new Set<CommandType>(['ConveneMeeting', 'CheckInFor', 'UndoCheckIn', 'MarkLeft']);

/** L7. Beyond what a role may send in a meeting. */
export const mayRehearse = (notice: Notice, role: Role | undefined, type: CommandType): boolean =>
  isRehearsal(notice) && role === 'moderator' && inPlaceOfSecretary.has(type);

/** L8. A rehearsal is cleared away at any time, by moderators and secretaries; not under an open vote. What it leaves is a log, nothing else. */
export function clearAway(meeting: Assembled & Meeting, { reason, at }: { readonly reason: string; readonly at: Instant }): Decision {
  const busy = underVote(meeting);
  if (busy) return no(busy);
  const spoken =
    meeting.phase === 'inSession' || meeting.phase === 'suspended' ? clearedFloor(meeting.queue.floor, at, meeting.stageId) : [];
  return yes(...spoken, { type: 'MeetingCancelled', payload: { reason } });
}
