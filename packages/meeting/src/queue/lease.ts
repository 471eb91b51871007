// Knows that the floor is held by a line where its holder takes part online: lost, it waits, and goes on when the line is back.
import { no, yes, type Decision } from '../decision.ts';
import type { Instant, Stamped } from '../envelope.ts';
import { clock, commandId, type PersonId, type RequestId } from '../ids.ts';
import type { InSession, Meeting } from '../meeting.ts';
import { isPresent, presenceOf } from '../roll.ts';
import type { Timer } from '../timers.ts';
import type { LeaseCommand } from './commands.ts';
import type { Floor, Speech } from './types.ts';

type Taken = Exclude<Floor, { phase: 'empty' }>;

/** A speech whose holder's line is watched: `held` may be lost, `lost` may be found. */
export type Lease =
  | { readonly phase: 'held'; readonly requestId: RequestId; readonly person: PersonId; readonly from: Instant; readonly graceMs: number }
  | { readonly phase: 'lost'; readonly requestId: RequestId; readonly person: PersonId; readonly pausedAt: Instant };

/** F12, F14. The lease of who speaks now; null for whoever is in the hall, for what was let run, and where the rules know of none. */
export function leaseOf(meeting: Meeting): Lease | null {
  if (meeting.phase === 'notConvened') return null;
  const { queue, roll, rules } = meeting;
  const { floor } = queue;
  if (floor.phase === 'empty') return null;
  const { requestId, person } = floor.request;
  if (floor.phase === 'paused') return floor.lost ? { phase: 'lost', requestId, person, pausedAt: floor.pausedAt } : null;
  const online = isPresent(roll, person) && presenceOf(roll, person)?.where === 'online';
  if (!rules.lease || !online || floor.lease) return null;
  return { phase: 'held', requestId, person, from: floor.since, graceMs: rules.lease.graceMs };
}

/** Whether a person has a line, as far as can be known; `away` since when not. */
export type PersonLine = { readonly state: 'connected' | 'unknown' } | { readonly state: 'away'; readonly since: Instant };

/** T5. What the clock sends for the lease, when the line of its holder is so. */
export function leaseTimers(meeting: Meeting, line: PersonLine): readonly Timer[] {
  const lease = leaseOf(meeting);
  if (!lease || meeting.phase === 'notConvened') return [];
  const { requestId } = lease;
  if (lease.phase === 'held' && line.state === 'away') {
    const since = Math.max(line.since, lease.from);
    const body = { type: 'LoseSpeaker', requestId, since } as const;
    return [{ command: commandId(`clock.lose.${requestId}.${since}`), at: since + lease.graceMs, body }];
  }
  if (lease.phase === 'lost' && line.state === 'connected') {
    const { pausedAt } = lease;
    // Found beneath an interruption nothing happens; after it the same pause is asked for again, under another id.
    const command = commandId(`clock.find.${requestId}.${pausedAt}.${meeting.queue.speeches.length}`);
    return [{ command, at: pausedAt, body: { type: 'FindSpeaker', requestId } }];
  }
  return [];
}

/** F12, F13. Too early, too late or for another speech it does nothing. */
export function decideLease(meeting: InSession, command: Stamped<LeaseCommand>): Decision {
  const { floor } = meeting.queue;
  if (floor.phase === 'empty') return no({ type: 'FloorIsEmpty' });
  const lease = leaseOf(meeting);
  const { requestId } = command;
  if (lease?.requestId !== requestId) return yes();
  if (command.type === 'FindSpeaker') return lease.phase === 'lost' ? yes({ type: 'SpeechResumed', payload: { requestId } }) : yes();
  const { since, at } = command;
  if (lease.phase !== 'held' || since < lease.from || at < since + lease.graceMs) return yes();
  return yes({ type: 'SpeechPaused', payload: { requestId, lost: { since } } });
}

/** F15. ms a speech stood for a lost line, in the pauses that are over. */
export const lostMs = ({ pauses = [] }: Pick<Speech, 'pauses'>): number =>
  pauses.reduce((sum, { from, to, lost }) => sum + (lost ? to - from : 0), 0);

/** F14. Whether a speech is let run without a line once `by` lets its clock go on. */
export const leaseAfter = (floor: Taken, by: PersonId): Pick<Taken, 'lease'> => {
  const letRun = floor.phase === 'paused' && floor.lost !== undefined && by !== clock;
  return floor.lease || letRun ? { lease: 'waived' } : {};
};
