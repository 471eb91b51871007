// Knows which commands time will send and when; not what time it is.
import type { Command } from './command.ts';
import type { Instant } from './envelope.ts';
import { commandId, type CommandId, type ElectionId, type MotionId } from './ids.ts';
import { isElectionSealed, type Election } from './elections/index.ts';
import type { Assembled, InSession, Meeting } from './meeting.ts';
import { isUndestroyed, type Motion } from './vote/index.ts';

export interface Timer {
  /** Follows from what is timed, so that two nodes cannot fire it twice (law 1). */
  readonly command: CommandId;
  readonly at: Instant;
  readonly body: Command;
  /** V50. People answer until then; how long, in ms, the meeting's rules wait at the least for those who have to reconnect. */
  readonly answersUntil?: { readonly graceMs: number };
}

/** T1, T2, T4, V48. Everything a meeting waits for: the speech limit, the objection windows, the votes the clock closes, and ballots to be destroyed. */
export function timersOf(meeting: Meeting): readonly Timer[] {
  if (meeting.phase === 'notConvened') return [];
  const timers: Timer[] = [...destructions(meeting)];
  if (meeting.phase !== 'inSession') return timers;
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
      answersUntil: { graceMs: 0 },
    });
  }
  return [...timers, ...closings(meeting), ...electionClosings(meeting)];
}

function electionClosings(meeting: InSession): readonly Timer[] {
  return (Object.entries(meeting.elections) as [ElectionId, Election][]).flatMap(([electionId, election]) => {
    if (election.phase !== 'open' || election.closing !== 'clock' || isElectionSealed(meeting, election)) return [];
    const { dueAt, graceMs, round } = election;
    const at = dueAt + graceMs;
    const command = commandId(`clock.election.${electionId}.${round}.${at}`);
    return [{ command, at, body: { type: 'CloseElection', electionId }, answersUntil: { graceMs } }];
  });
}

/** V48. At once, in whatever phase the meeting is by then. */
function destructions({ secretVotes }: Assembled): readonly Timer[] {
  return Object.values(secretVotes).flatMap((vote) =>
    isUndestroyed(vote)
      ? [
          {
            command: commandId(`clock.destroyBallots.${vote.voteId}`),
            at: vote.endedAt,
            body: { type: 'DestroyBallots', voteId: vote.voteId } as const,
          },
        ]
      : [],
  );
}

/** Motions opened together end together: one command for all of them. */
function closings({ motions }: InSession): readonly Timer[] {
  const timed = (Object.entries(motions) as [MotionId, Motion][]).flatMap(([motionId, motion]) =>
    motion.phase === 'voting' && motion.closing === 'clock'
      ? [{ motionId, round: motion.round, at: motion.dueAt + motion.graceMs, graceMs: motion.graceMs }]
      : [],
  );
  return [...Map.groupBy(timed, ({ at }) => at)].flatMap(([at, [first, ...others]]) =>
    first
      ? [
          {
            command: commandId(`clock.voting.${first.motionId}.${first.round}.${at}`),
            at,
            body: { type: 'CloseVoting', motionIds: [first, ...others].map(({ motionId }) => motionId) } as const,
            answersUntil: { graceMs: first.graceMs },
          },
        ]
      : [],
  );
}
