// Knows which commands time will send and when; not what time it is.
import type { Command } from './command.ts';
import type { Instant } from './envelope.ts';
import { commandId, type CommandId, type MotionId } from './ids.ts';
import type { Meeting } from './meeting.ts';

export interface Timer {
  /** Follows from what is timed, so that two nodes cannot fire it twice (law 1). */
  readonly command: CommandId;
  readonly at: Instant;
  readonly body: Command;
}

/** T1, T2. Everything a meeting waits for: the speech limit and the objection windows. */
export function timersOf(meeting: Meeting): readonly Timer[] {
  if (meeting.phase !== 'inSession') return [];
  const timers: Timer[] = [];
  const { floor } = meeting.queue;
  if (floor.phase === 'speaking' && floor.overtimeAt === null) {
    const { requestId } = floor.request;
    timers.push({
      command: commandId(`clock.overtime.${requestId}.${floor.since}.${floor.limitMs}`),
      at: floor.since + Math.max(floor.limitMs - floor.spokenMs, 0),
      body: { type: 'MarkOvertime', requestId },
    });
  }
  for (const [id, motion] of Object.entries(meeting.motions)) {
    if (motion.phase !== 'objection') continue;
    timers.push({
      command: commandId(`clock.acclamation.${id}.${motion.round}.${motion.dueAt}`),
      at: motion.dueAt,
      body: { type: 'CloseAcclamation', motionIds: [id as MotionId] },
    });
  }
  return timers;
}
