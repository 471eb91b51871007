// Knows how a counted vote ends: closed and judged, voided, announced; not how it was given.
import type { Decision } from '../decision.ts';
import { no, yes } from '../decision.ts';
import type { Instant, Stamped } from '../envelope.ts';
import type { MeetingEvent } from '../event.ts';
import { clock, type MotionId, type PersonId, type VoteId } from '../ids.ts';
import type { Assembled, InSession } from '../meeting.ts';
import { lookUp } from '../record.ts';
import type { ClosingCommand } from './commands.ts';
import { countOf, verdict, votesHeld } from './count.ts';
import type { CountedMotion, VotingEvent } from './events.ts';
import { atOtherRound, isOpen } from './putting.ts';
import { votesOn } from './secret/ended-by.ts';
import { endBallots, presentAtClose, type Ended } from './secret/ending.ts';
import type { SealedCount, SecretEvent, VoidReason } from './secret/types.ts';
import type { Motion, Motions, OpenVote, SealedMotion } from './types.ts';
import { standingVote, standsOn } from './votes.ts';

type Closing = Stamped<Extract<ClosingCommand, { type: 'CloseVoting' }>>;

/** V7–V10, V16, V17, V20, V21, V51. */
export function decideClosing(meeting: InSession, command: Stamped<ClosingCommand>): Decision {
  const other = atOtherRound(meeting.motions, command);
  if (other !== undefined) return no({ type: command.type === 'AnnounceResult' ? 'MotionNotVotedOn' : 'VotingIsClosed', motionId: other });
  switch (command.type) {
    case 'CloseVoting':
      return close(meeting, command);
    case 'VoidVoting':
      return voided(meeting, command.motionIds, command.reason);
    case 'AnnounceResult':
      return announce(meeting.motions, command.motionIds);
  }
}

/** V7–V9, V16, V44. Counts and judges; every motion named must be open. The clock closes what is due and says nothing of the rest. */
function close(meeting: InSession, command: Closing): Decision {
  const { motions } = meeting;
  const motionIds = withWholeBallots(motions, command.motionIds).filter(
    (motionId) => command.by !== clock || isDue(lookUp(motions, motionId), command.at),
  );
  const shut = motionIds.find((motionId) => lookUp(motions, motionId)?.phase !== 'voting');
  if (shut !== undefined) return no({ type: 'VotingIsClosed', motionId: shut });
  const ballots: MeetingEvent[] = [];
  const ends = new Map<VoteId, Ended>();
  for (const voteId of votesOn(meeting, motionIds)) {
    const ending = endBallots(meeting, voteId, command);
    if (!ending.ok) return ending;
    ballots.push(...ending.events);
    ends.set(voteId, ending.ended);
  }
  const ended = outcomes(meeting, motionIds, ends, command.unreachable ?? []);
  return ended.ok ? yes(...ballots, ...ended.events) : ended;
}

/** V44–V46. What the end of a secret vote means for the motions that were put to it. */
export function concludeMotions(meeting: Assembled, voteId: VoteId, ended: Ended): readonly MeetingEvent[] {
  const outcome = outcomes(meeting, onBallot(meeting.motions, voteId), new Map([[voteId, ended]]), []);
  return outcome.ok ? outcome.events : [];
}

function outcomes(
  meeting: Assembled,
  motionIds: readonly MotionId[],
  ends: ReadonlyMap<VoteId, Ended>,
  unreachable: readonly PersonId[],
): Decision {
  const closed: CountedMotion[] = [];
  const unreached: [MotionId, readonly PersonId[]][] = [];
  const voided = new Map<VoidReason, MotionId[]>();
  for (const motionId of motionIds) {
    const motion = lookUp(meeting.motions, motionId);
    if (motion?.phase !== 'voting' && motion?.phase !== 'sealed') continue;
    const ended = motion.form === 'secret' ? ends.get(motion.voteId) : undefined;
    if (ended?.as === 'sealed') {
      unreached.push([motionId, unreachableOf(motion, unreachable, ended)]);
      continue;
    }
    if (ended?.as === 'void') {
      voided.set(ended.reason, [...(voided.get(ended.reason) ?? []), motionId]);
      continue;
    }
    const judged = judge(meeting, motion, motionId, ended?.count);
    if (!judged.ok) return judged;
    closed.push(judged.counted);
    unreached.push([motionId, unreachableOf(motion, unreachable, ended?.count)]);
  }
  return yes(
    ...(closed.length > 0 ? [{ type: 'VotingClosed', payload: { motions: closed } } as const] : []),
    ...unreachableFacts(unreached),
    ...[...voided].map(([rule, ids]) => ({ type: 'VotingVoided', payload: { motionIds: ids, reason: '', rule } }) as const),
  );
}

/** V44. What is on one ballot ends together, whichever of it is named. */
function withWholeBallots(motions: Motions, named: readonly MotionId[]): readonly MotionId[] {
  const votes = votesOn({ motions }, named);
  return [...new Set([...named, ...votes.flatMap((voteId) => onBallot(motions, voteId))])];
}

const onBallot = (motions: Motions, voteId: VoteId): readonly MotionId[] =>
  (Object.keys(motions) as MotionId[]).filter((motionId) => {
    const motion = lookUp(motions, motionId);
    return (motion?.phase === 'voting' || motion?.phase === 'sealed') && motion.form === 'secret' && motion.voteId === voteId;
  });

/** V17. Whether the clock closes it at that time. */
export const isDue = (motion: Motion | undefined, at: Instant): boolean =>
  motion?.phase === 'voting' && motion.closing === 'clock' && at >= motion.dueAt + motion.graceMs;

type Judged = { readonly ok: true; readonly counted: CountedMotion } | Extract<Decision, { ok: false }>;

function judge(meeting: Assembled, motion: OpenVote | SealedMotion, motionId: MotionId, sealed?: SealedCount): Judged {
  const count = countOf(motion, motionId, sealed);
  if (!count.ok) return count;
  const { tally, spoilt, votes, countedBy } = count.counted;
  const { form, rule, eligible, voterRoll, weights, quorum: opening } = motion;
  const roll = votesHeld(voterRoll, weights);
  const { passed, ...reached } = verdict(rule, tally, { eligible, present: roll });
  const atClosing = presentAtClose(meeting, motion.form === 'secret' ? motion.voteId : undefined);
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
      ...(sealed && { secret: { voteId: sealed.voteId, issued: sealed.issued, returned: sealed.returned } }),
    },
  };
}

/** V20. Of those out of reach, who stands on the roll and has not answered; a holder is reached for the principal. */
function unreachableOf(
  motion: OpenVote | SealedMotion,
  unreachable: readonly PersonId[],
  sealed?: Pick<SealedCount, 'participants'>,
): readonly PersonId[] {
  if (unreachable.length === 0) return [];
  if (sealed) return motion.voterRoll.filter((voter) => standsOn(unreachable, voter) && !sealed.participants.includes(voter));
  if (motion.phase !== 'voting' || !('votes' in motion)) return [];
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

/** V21, V46. Nothing is counted; only what is open is voided, and a ballot as a whole. */
function voided(meeting: InSession, named: readonly MotionId[], reason: string): Decision {
  const { motions } = meeting;
  const motionIds = withWholeBallots(motions, named);
  const shut = motionIds.find((motionId) => !isOpen(lookUp(motions, motionId)));
  if (shut !== undefined) return no({ type: 'VotingIsClosed', motionId: shut });
  if (motionIds.length === 0) return yes();
  const ballots = votesOn(meeting, motionIds).map((voteId) => ({ type: 'BallotsVoided', payload: { voteId, reason: 'byChair' } }) as const);
  return yes(...ballots, { type: 'VotingVoided', payload: { motionIds, reason } });
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

type EndEvent = Extract<VotingEvent, { type: 'VotingClosed' | 'VotersUnreachable' | 'VotingVoided' | 'ResultAnnounced' }> & {
  readonly at: Instant;
};

export function evolveClosing(motions: Motions, event: EndEvent): Motions {
  const { at } = event;
  switch (event.type) {
    case 'VotingClosed':
      return { ...motions, ...Object.fromEntries(event.payload.motions.flatMap((counted) => counting(motions, counted, at))) };
    case 'VotersUnreachable': {
      const { motionIds, persons } = event.payload;
      return each(motions, motionIds, (motion) =>
        motion.phase === 'closed' || motion.phase === 'sealed' ? { ...motion, unreachable: persons } : motion,
      );
    }
    case 'VotingVoided': {
      const { motionIds, reason, rule = null } = event.payload;
      return each(motions, motionIds, (motion) => {
        if (motion.phase !== 'voting' && motion.phase !== 'objection' && motion.phase !== 'sealed') return motion;
        const { round, paper, earlier } = motion;
        return { phase: 'voided', round, paper, reason, rule, earlier };
      });
    }
    case 'ResultAnnounced':
      return each(motions, event.payload.motionIds, (motion) =>
        motion.phase === 'closed' ? { ...motion, phase: 'announced', announcedAt: at } : motion,
      );
  }
}

/** V45. The motions of a vote whose ballots wait for two keys. */
export function evolveSealing(motions: Motions, event: SecretEvent): Motions {
  if (event.type !== 'BallotsSealed') return motions;
  return each(motions, onBallot(motions, event.payload.voteId), (motion) =>
    motion.phase === 'voting' && motion.form === 'secret' ? { ...motion, phase: 'sealed' } : motion,
  );
}

function counting(motions: Motions, { motionId, ...counted }: CountedMotion, at: Instant): readonly [MotionId, Motion][] {
  const motion = lookUp(motions, motionId);
  if (motion?.phase !== 'voting' && motion?.phase !== 'sealed') return [];
  const { round, paper, rule, voterRoll, weights, earlier } = motion;
  const unsaid = { form: 'named', spoilt: 0, quorum: null, countedBy: [], confirmedBy: [] } as const;
  const result = { paper, rule, ...unsaid, ...counted, weights, closedAt: at };
  const unreachable = motion.phase === 'sealed' ? (motion.unreachable ?? []) : [];
  return [[motionId, { phase: 'closed', round, earlier, voterRoll, unreachable, result }]];
}

function each(motions: Motions, motionIds: readonly MotionId[], step: (motion: Motion) => Motion): Motions {
  const stepped = motionIds.flatMap((motionId): [MotionId, Motion][] => {
    const motion = lookUp(motions, motionId);
    return motion ? [[motionId, step(motion)]] : [];
  });
  return { ...motions, ...Object.fromEntries(stepped) };
}
