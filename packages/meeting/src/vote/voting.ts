// Knows how a counted, named vote is opened, cast, closed, announced and repeated; not how it is judged.
import { putRefusal } from '../amendments/standing.ts';
import type { Decision } from '../decision.ts';
import { no, yes } from '../decision.ts';
import type { Instant, Stamped } from '../envelope.ts';
import type { MotionId, PersonId } from '../ids.ts';
import type { Assembled, InSession } from '../meeting.ts';
import { lookUp } from '../record.ts';
import { attendance, presentMembers } from '../roll.ts';
import { isPossible, sameRule } from '../rules.ts';
import { namedVotes, tallyOf, verdict } from './count.ts';
import type { Motion, Motions, Paper, Result, VoteCommand, VoteEvent } from './types.ts';
import { noVotes, voteOf, withVote } from './votes.ts';

type Command = Exclude<VoteCommand, { type: 'OpenAcclamation' | 'RaiseObjection' | 'CloseAcclamation' }>;

/** V1–V10, V14. */
export function decideVoting(meeting: InSession, command: Stamped<Command>): Decision {
  switch (command.type) {
    case 'OpenVoting':
      return open(meeting, command, 'first');
    case 'RepeatVoting':
      return open(meeting, command, 'again');
    case 'CastVote':
      return cast(meeting.motions, command);
    case 'CloseVoting':
      return close(meeting.motions, command.motionIds);
    case 'AnnounceResult':
      return announce(meeting.motions, command.motionIds);
    case 'ChangeVoteRule': {
      const open = openMotions(meeting.motions);
      if (open.length > 0) return no({ type: 'VotingIsOpen', motionIds: open });
      const { base, threshold, reason } = command;
      if (!isPossible(threshold)) return no({ type: 'InvalidPlan', problem: 'impossibleThreshold' });
      if (sameRule(meeting.rules.vote, { base, threshold })) return yes();
      return yes({ type: 'VoteRuleChanged', payload: { rule: { base, threshold }, reason } });
    }
  }
}

/** V13. Those being voted on, or with an objection window open. */
export const openMotions = (motions: Motions): readonly MotionId[] =>
  (Object.keys(motions) as MotionId[]).filter((id) => motions[id]?.phase === 'voting' || motions[id]?.phase === 'objection');

/** V2. A motion is put once; a repeat has a reason and a round of its own. */
export function mayBePut(motions: Motions, motionId: MotionId, turn: 'first' | 'again'): Decision {
  const motion = lookUp(motions, motionId);
  const decided = motion?.phase === 'closed' || motion?.phase === 'announced';
  if (motion?.phase === 'voting' || motion?.phase === 'objection') return no({ type: 'VotingIsOpen', motionIds: [motionId] });
  if (turn === 'first' && decided) return no({ type: 'MotionAlreadyPut', motionId });
  if (turn === 'again' && !decided) return no({ type: 'MotionNotVotedOn', motionId });
  return yes();
}

export function paperOf({ recommendations, amendments, motions }: Assembled, motionId: MotionId): Paper | undefined {
  const amendment = lookUp(amendments, motionId);
  const clause = amendment && lookUp(recommendations, amendment.motionId);
  if (clause) {
    const { motionId: amends, ...paper } = clause;
    const { text, version, original } = amendment;
    return { ...paper, text, version, amends, original };
  }
  const draft = lookUp(recommendations, motionId);
  if (draft) {
    const { motionId: _own, ...paper } = draft;
    return paper;
  }
  const motion = lookUp(motions, motionId);
  return motion && ('paper' in motion ? motion.paper : motion.result.paper);
}

/** Rounds go 1, 2, … whatever form each had. */
export const nextRound = (motion: Motion | undefined): number => (motion ? motion.round + 1 : 1);

export const resultsOf = (motion: Motion | undefined): readonly Result[] =>
  !motion ? [] : motion.phase === 'closed' || motion.phase === 'announced' ? [...motion.earlier, motion.result] : motion.earlier;

type Opening = Stamped<Extract<Command, { type: 'OpenVoting' | 'RepeatVoting' }>>;

function open(meeting: InSession, command: Opening, turn: 'first' | 'again'): Decision {
  const voterRoll = presentMembers(meeting.roll);
  if (voterRoll.length === 0) return no({ type: 'NobodyToVote' });
  const put = [];
  const together = new Set(command.motionIds);
  for (const motionId of together) {
    const paper = paperOf(meeting, motionId);
    if (!paper) return no({ type: 'UnknownMotion', motionId });
    const may = mayBePut(meeting.motions, motionId, turn);
    if (!may.ok) return may;
    const refusal = putRefusal(meeting, motionId, together);
    if (refusal) return no(refusal);
    put.push({ motionId, paper, rule: meeting.rules.vote, round: nextRound(lookUp(meeting.motions, motionId)) });
  }
  if (put.length === 0) return yes();
  const { eligible } = attendance(meeting.roll, meeting.rules.quorum);
  const ms = command.ms ?? meeting.rules.votingMs * put.length;
  const reason = command.type === 'RepeatVoting' ? { reason: command.reason } : {};
  return yes({ type: 'VotingOpened', payload: { motions: put, voterRoll, eligible, ms, ...reason } });
}

/** V4–V6. Anyone on the frozen roll votes, or changes it, until the close. Silent on an identical repeat. */
function cast(motions: Motions, { motionId, choice, by }: Stamped<Extract<Command, { type: 'CastVote' }>>): Decision {
  const motion = lookUp(motions, motionId);
  if (motion?.phase !== 'voting') return no({ type: 'VotingIsClosed', motionId });
  if (!standsOn(motion.voterRoll, by)) return no({ type: 'NotOnVoterRoll', motionId });
  if (voteOf(motion.votes, by) === choice) return yes();
  return yes({ type: 'VoteCast', payload: { motionId, voter: by, choice } });
}

/** Rolls do not change: whoever stands on one is looked up, not searched for. */
const rolls = new WeakMap<readonly PersonId[], ReadonlySet<PersonId>>();

function standsOn(voterRoll: readonly PersonId[], person: PersonId): boolean {
  const known = rolls.get(voterRoll) ?? new Set(voterRoll);
  rolls.set(voterRoll, known);
  return known.has(person);
}

/** V7–V9. Counts and judges at the close; every motion named must be open. */
function close(motions: Motions, motionIds: readonly MotionId[]): Decision {
  const closed = [];
  for (const motionId of new Set(motionIds)) {
    const motion = lookUp(motions, motionId);
    if (motion?.phase !== 'voting') return no({ type: 'VotingIsClosed', motionId });
    const { voterRoll, votes, rule, eligible } = motion;
    const tally = tallyOf(voterRoll, votes);
    const judged = verdict(rule, tally, { eligible, present: voterRoll.length });
    closed.push({ motionId, tally, roll: voterRoll.length, ...judged, votes: namedVotes(voterRoll, votes) });
  }
  return closed.length === 0 ? yes() : yes({ type: 'VotingClosed', payload: { motions: closed } });
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

type Recorded = Extract<VoteEvent, { type: 'VotingOpened' | 'VoteCast' | 'VotingClosed' | 'ResultAnnounced' }> & {
  readonly by: PersonId;
  readonly at: Instant;
};

export function evolveVoting(motions: Motions, event: Recorded): Motions {
  const { at } = event;
  switch (event.type) {
    case 'VotingOpened': {
      const { voterRoll, eligible, ms } = event.payload;
      const opened = event.payload.motions.map(({ motionId, paper, rule, round }): [MotionId, Motion] => [
        motionId,
        {
          phase: 'voting',
          round,
          paper,
          rule,
          eligible,
          voterRoll,
          openedAt: at,
          dueAt: at + ms,
          votes: noVotes,
          earlier: resultsOf(lookUp(motions, motionId)),
        },
      ]);
      return { ...motions, ...Object.fromEntries(opened) };
    }
    case 'VoteCast': {
      const { motionId, voter, choice } = event.payload;
      const motion = lookUp(motions, motionId);
      if (motion?.phase !== 'voting') return motions;
      return { ...motions, [motionId]: { ...motion, votes: withVote(motion.votes, voter, choice) } };
    }
    case 'VotingClosed': {
      const closed = event.payload.motions.flatMap(({ motionId, ...counted }): [MotionId, Motion][] => {
        const motion = lookUp(motions, motionId);
        if (motion?.phase !== 'voting') return [];
        const { round, paper, rule, earlier } = motion;
        return [[motionId, { phase: 'closed', round, earlier, result: { form: 'named', paper, rule, ...counted, closedAt: at } }]];
      });
      return { ...motions, ...Object.fromEntries(closed) };
    }
    case 'ResultAnnounced': {
      const announced = event.payload.motionIds.flatMap((motionId): [MotionId, Motion][] => {
        const motion = lookUp(motions, motionId);
        return motion?.phase === 'closed' ? [[motionId, { ...motion, phase: 'announced', announcedAt: at }]] : [];
      });
      return { ...motions, ...Object.fromEntries(announced) };
    }
  }
}
