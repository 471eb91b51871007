// Knows what is the one thing going on in a meeting now; not how it is shown.
import type { Instant, Motion, MotionId, Paper } from '@xieshang/meeting';
import { announcedLast, electionOpen, electionsAt, type ElectionAt } from './elections.ts';
import type { Held } from './held.ts';
import { closedPulses, pulseOpen, pulsePairs, type OpenPulse, type PulsePair } from './pulses.ts';

export type MotionAt<Phase extends Motion['phase']> = Extract<Motion, { phase: Phase }> & { readonly motionId: MotionId };

export type Scene =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'before' }
  | { readonly kind: 'suspended'; readonly since: Instant; readonly reason: string | null }
  | { readonly kind: 'voting'; readonly motions: readonly MotionAt<'voting'>[] }
  | { readonly kind: 'objection'; readonly motions: readonly MotionAt<'objection'>[] }
  /** Ended; two scrutineers' keys are awaited. */
  | { readonly kind: 'sealed'; readonly motions: readonly MotionAt<'sealed'>[] }
  | { readonly kind: 'counting'; readonly motions: readonly MotionAt<'closed'>[] }
  | { readonly kind: 'results'; readonly motions: readonly MotionAt<'announced'>[] }
  | { readonly kind: 'election'; readonly election: ElectionAt<'open'> }
  | { readonly kind: 'electionCounted'; readonly election: ElectionAt<'closed'> }
  | { readonly kind: 'electionTold'; readonly election: ElectionAt<'announced'> }
  | { readonly kind: 'pulse'; readonly pulse: OpenPulse }
  | { readonly kind: 'pulseTold'; readonly pair: PulsePair }
  | { readonly kind: 'floor' }
  | { readonly kind: 'quiet' }
  | { readonly kind: 'concluded' };

/** The paper a motion was put with. */
export const paperAt = (motion: Motion): Paper => ('paper' in motion ? motion.paper : motion.result.paper);

/** All motions at one phase, by their number in the list. */
export function motionsAt<Phase extends Motion['phase']>(meeting: Held, phase: Phase): readonly MotionAt<Phase>[] {
  return Object.entries(meeting.motions)
    .map(([motionId, motion]) => ({ ...motion, motionId }) as MotionAt<Motion['phase']>)
    .filter((motion): motion is MotionAt<Phase> => motion.phase === phase)
    .sort((one, other) => paperAt(one).number - paperAt(other).number);
}

/** When the meeting last went on to something else than a vote. */
export function lastTurn({ agenda, queue }: Held): Instant {
  const stage = agenda.course.at(-1)?.from ?? 0;
  const speech = queue.floor.phase === 'empty' ? (queue.speeches.at(-1)?.from ?? 0) : queue.floor.from;
  return Math.max(stage, speech);
}

/** The results announced together last, while the meeting has not gone on to a stage or a speech since. */
export function freshResults(meeting: Held): readonly MotionAt<'announced'>[] {
  const announced = motionsAt(meeting, 'announced');
  const last = Math.max(0, ...announced.map(({ announcedAt }) => announcedAt));
  return last >= lastTurn(meeting) ? announced.filter(({ announcedAt }) => announcedAt === last) : [];
}

/** What was declared void last and has not been put again, while the meeting has not gone on and nothing has been announced since. */
export function freshVoided(meeting: Held): readonly MotionAt<'voided'>[] {
  const since = Math.max(lastTurn(meeting), ...motionsAt(meeting, 'announced').map(({ announcedAt }) => announcedAt));
  return motionsAt(meeting, 'voided').filter(({ motionId }) => {
    const end = meeting.rounds[motionId]?.at(-1)?.end;
    return end?.as === 'voided' && end.at >= since;
  });
}

/** The election announced last, while the meeting has not gone on since. */
function freshElection(meeting: Held): ElectionAt<'announced'> | undefined {
  const last = announcedLast(meeting);
  return last && last.announcedAt >= lastTurn(meeting) ? last : undefined;
}

/** The pulse that was closed last, while the meeting has not gone on since. */
function freshPulse(meeting: Held): PulsePair | undefined {
  const last = closedPulses(meeting).at(-1);
  return last && last.closedAt >= lastTurn(meeting) ? pulsePairs(meeting).find(({ newest }) => newest === last) : undefined;
}

/** An open vote comes before everything in session, then a break, then who is speaking, then the outcome of a vote. */
export function sceneOf(meeting: Held): Scene {
  if (meeting.phase === 'cancelled') return { kind: 'cancelled' };
  if (meeting.phase === 'concluded') return { kind: 'concluded' };
  if (meeting.phase === 'convened') return { kind: 'before' };
  const voting = motionsAt(meeting, 'voting');
  if (voting.length > 0) return { kind: 'voting', motions: voting };
  const objection = motionsAt(meeting, 'objection');
  if (objection.length > 0) return { kind: 'objection', motions: objection };
  const election = electionOpen(meeting);
  if (election) return { kind: 'election', election };
  const sealed = motionsAt(meeting, 'sealed');
  if (sealed.length > 0) return { kind: 'sealed', motions: sealed };
  if (meeting.phase === 'suspended') return { kind: 'suspended', since: meeting.since, reason: meeting.reason };
  const pulse = pulseOpen(meeting);
  if (pulse) return { kind: 'pulse', pulse };
  const closed = motionsAt(meeting, 'closed');
  const fresh = freshResults(meeting);
  if (meeting.queue.floor.phase !== 'empty') return { kind: 'floor' };
  // What happened last is shown: a result stays while an older vote still waits to be announced.
  const announcedAt = fresh[0]?.announcedAt ?? 0;
  if (closed.some(({ result }) => result.closedAt > announcedAt)) return { kind: 'counting', motions: closed };
  const counted = electionsAt(meeting, 'closed').at(-1);
  const chosen = freshElection(meeting);
  if (counted && counted.result.closedAt > Math.max(announcedAt, chosen?.announcedAt ?? 0))
    return { kind: 'electionCounted', election: counted };
  if (chosen && chosen.announcedAt > announcedAt) return { kind: 'electionTold', election: chosen };
  const told = freshPulse(meeting);
  if (told && told.newest.closedAt > announcedAt) return { kind: 'pulseTold', pair: told };
  return fresh.length > 0 ? { kind: 'results', motions: fresh } : { kind: 'quiet' };
}
