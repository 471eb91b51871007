// Knows how a counted vote ends: closed and judged, voided, announced; not how it was given.
import type { Decision } from '../decision.ts';
import { no, yes } from '../decision.ts';
import type { Instant, Stamped } from '../envelope.ts';
import type { MeetingEvent } from '../event.ts';
import { clock, type MotionId, type PersonId } from '../ids.ts';
import type { InSession } from '../meeting.ts';
import { lookUp } from '../record.ts';
import { attendance } from '../roll.ts';
import type { ClosingCommand } from './commands.ts';
import { countOf, verdict, votesHeld } from './count.ts';
import type { CountedMotion, VotingEvent } from './events.ts';
import type { Motion, Motions, OpenVote } from './types.ts';
import { standingVote, standsOn } from './votes.ts';

type Closing = Stamped<Extract<ClosingCommand, { type: 'CloseVoting' }>>;

/** V7–V10, V16, V17, V20, V21. */
export function decideClosing(meeting: InSession, command: Stamped<ClosingCommand>): Decision {
  switch (command.type) {
    case 'CloseVoting':
      return close(meeting, command);
    case 'VoidVoting':
      return voided(meeting.motions, command.motionIds, command.reason);
    case 'AnnounceResult':
      return announce(meeting.motions, command.motionIds);
  }
}

/** V7–V9, V16. Counts and judges; every motion named must be open. The clock closes what is due and says nothing of the rest. */
function close(meeting: InSession, command: Closing): Decision {
  const { motions } = meeting;
  const closed: CountedMotion[] = [];
  const unreached: [MotionId, readonly PersonId[]][] = [];
  for (const motionId of new Set(command.motionIds)) {
    const motion = lookUp(motions, motionId);
    if (command.by === clock && !isDue(motion, command.at)) continue;
    if (motion?.phase !== 'voting') return no({ type: 'VotingIsClosed', motionId });
    const judged = judge(meeting, motion, motionId);
    if (!judged.ok) return judged;
    closed.push(judged.counted);
    unreached.push([motionId, unreachableOf(motion, command.unreachable ?? [])]);
  }
  if (closed.length === 0) return yes();
  return yes({ type: 'VotingClosed', payload: { motions: closed } }, ...unreachableFacts(unreached));
}

/** V17. Whether the clock closes it at that time. */
export const isDue = (motion: Motion | undefined, at: Instant): boolean =>
  motion?.phase === 'voting' && motion.closing === 'clock' && at >= motion.dueAt + motion.graceMs;

type Judged = { readonly ok: true; readonly counted: CountedMotion } | Extract<Decision, { ok: false }>;

function judge(meeting: InSession, motion: OpenVote, motionId: MotionId): Judged {
  const count = countOf(motion, motionId);
  if (!count.ok) return count;
  const { tally, spoilt, votes, countedBy } = count.counted;
  const { form, rule, eligible, voterRoll, weights, quorum: opening } = motion;
  const roll = votesHeld(voterRoll, weights);
  const { passed, ...reached } = verdict(rule, tally, { eligible, present: roll });
  const { present: atClosing } = attendance(meeting.roll, meeting.rules.quorum);
  const quorum = opening && {
    needed: opening.needed,
    atOpening: opening.present,
    atClosing,
    met: opening.present >= opening.needed && atClosing >= opening.needed,
  };
  return {
    ok: true,
    counted: {
      motionId,
      tally,
      roll,
      ...reached,
      passed: passed && quorum?.met !== false,
      votes,
      ...(form !== 'named' && { form }),
      ...(spoilt > 0 && { spoilt }),
      ...(quorum && { quorum }),
      ...(countedBy.length > 0 && { countedBy }),
    },
  };
}

/** V20. Of those out of reach, who stands on the roll and has not answered; a holder is reached for the principal. */
function unreachableOf(motion: OpenVote, unreachable: readonly PersonId[]): readonly PersonId[] {
  if (!('votes' in motion) || unreachable.length === 0) return [];
  return motion.voterRoll.filter(
    (voter) => standsOn(unreachable, lookUp(motion.proxies, voter) ?? voter) && standingVote(motion, voter) === undefined,
  );
}

/** One fact for all motions that the same persons missed. */
function unreachableFacts(unreached: readonly (readonly [MotionId, readonly PersonId[]])[]): readonly MeetingEvent[] {
  const alike = Map.groupBy(
    unreached.filter(([, persons]) => persons.length > 0),
    ([, persons]) => persons.join(' '),
  );
  return [...alike.values()].map((group) => ({
    type: 'VotersUnreachable',
    payload: { motionIds: group.map(([motionId]) => motionId), persons: group[0]?.[1] ?? [] },
  }));
}

/** V21. Nothing is counted; only what is open is voided. */
function voided(motions: Motions, named: readonly MotionId[], reason: string): Decision {
  const motionIds = [...new Set(named)];
  const shut = motionIds.find((motionId) => {
    const phase = lookUp(motions, motionId)?.phase;
    return phase !== 'voting' && phase !== 'objection';
  });
  if (shut !== undefined) return no({ type: 'VotingIsClosed', motionId: shut });
  return motionIds.length === 0 ? yes() : yes({ type: 'VotingVoided', payload: { motionIds, reason } });
}

/** V10. Only what has been counted is announced; silent on what is announced already. */
function announce(motions: Motions, motionIds: readonly MotionId[]): Decision {
  for (const motionId of motionIds) {
    const phase = lookUp(motions, motionId)?.phase;
    if (phase !== 'closed' && phase !== 'announced') return no({ type: 'MotionNotVotedOn', motionId });
  }
  const fresh = [...new Set(motionIds)].filter((motionId) => lookUp(motions, motionId)?.phase === 'closed');
  return fresh.length === 0 ? yes() : yes({ type: 'ResultAnnounced', payload: { motionIds: fresh } });
}

type Ended = Extract<VotingEvent, { type: 'VotingClosed' | 'VotersUnreachable' | 'VotingVoided' | 'ResultAnnounced' }> & {
  readonly at: Instant;
};

export function evolveClosing(motions: Motions, event: Ended): Motions {
  const { at } = event;
  switch (event.type) {
    case 'VotingClosed':
      return { ...motions, ...Object.fromEntries(event.payload.motions.flatMap((counted) => counting(motions, counted, at))) };
    case 'VotersUnreachable': {
      const { motionIds, persons } = event.payload;
      return each(motions, motionIds, (motion) => (motion.phase === 'closed' ? { ...motion, unreachable: persons } : motion));
    }
    case 'VotingVoided': {
      const { motionIds, reason } = event.payload;
      return each(motions, motionIds, (motion) => {
        if (motion.phase !== 'voting' && motion.phase !== 'objection') return motion;
        const { round, paper, earlier } = motion;
        return { phase: 'voided', round, paper, reason, earlier };
      });
    }
    case 'ResultAnnounced':
      return each(motions, event.payload.motionIds, (motion) =>
        motion.phase === 'closed' ? { ...motion, phase: 'announced', announcedAt: at } : motion,
      );
  }
}

function counting(motions: Motions, { motionId, ...counted }: CountedMotion, at: Instant): readonly [MotionId, Motion][] {
  const motion = lookUp(motions, motionId);
  if (motion?.phase !== 'voting') return [];
  const { round, paper, rule, voterRoll, weights, earlier } = motion;
  const unsaid = { form: 'named', spoilt: 0, quorum: null, countedBy: [], confirmedBy: [] } as const;
  const result = { paper, rule, ...unsaid, ...counted, weights, closedAt: at };
  return [[motionId, { phase: 'closed', round, earlier, voterRoll, unreachable: [], result }]];
}

function each(motions: Motions, motionIds: readonly MotionId[], step: (motion: Motion) => Motion): Motions {
  const stepped = motionIds.flatMap((motionId): [MotionId, Motion][] => {
    const motion = lookUp(motions, motionId);
    return motion ? [[motionId, step(motion)]] : [];
  });
  return { ...motions, ...Object.fromEntries(stepped) };
}
