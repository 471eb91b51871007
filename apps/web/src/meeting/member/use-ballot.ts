// Knows how a filled ballot is kept and sent; not how it looks. A push, a lost line or a reload never empties it.
import { choices, type Choice, type MotionId, type Refusal } from '@xieshang/meeting';
import type { Pending } from '@xieshang/room';
import { useEffect, useState } from 'react';
import { keepChoices, keptChoices, useLive, useMeeting, useSend, useViewer } from '../../live/index.ts';
import type { MotionAt } from '../shared/scene.ts';
import { ballotKey, lineOf, type Line, type Picks, type Sent } from './ballot-state.ts';

export interface BallotLine {
  readonly motion: MotionAt<'voting'>;
  readonly line: Line;
  /** Why this person has no vote on it, or null. */
  readonly barred: Refusal | null;
}

export interface Ballot {
  lines(motions: readonly MotionAt<'voting'>[]): readonly BallotLine[];
  pick(motion: MotionAt<'voting'>, choice: Choice): void;
  /** Sends every choice that is not confirmed yet; each is one vote of its own. */
  submit(lines: readonly BallotLine[]): void;
}

const isChoice = (value: unknown): value is Choice => choices.some((choice) => choice === value);

/** What this person chose on an earlier page and did not hand in. */
function picksFrom(kept: unknown): Picks {
  if (typeof kept !== 'object' || kept === null) return {};
  return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, Choice] => isChoice(entry[1])));
}

/** To be held by what stays mounted for the whole meeting. */
export function useBallot(): Ballot {
  const { pending, answered } = useLive();
  const { send, may } = useSend();
  const { person } = useViewer();
  const { notice } = useMeeting();
  const [picks, setPicks] = useState<Picks>(() => picksFrom(keptChoices(notice.meeting, person)));
  useEffect(() => keepChoices(notice.meeting, person, picks), [notice.meeting, person, picks]);

  const sentFor = (motionId: MotionId): Sent => {
    const isOf = ({ body }: Pending): boolean => body.type === 'CastVote' && body.motionId === motionId;
    const underWay = pending.findLast(isOf)?.body;
    const last = answered.findLast(isOf)?.answer;
    return { underWay: underWay?.type === 'CastVote' ? underWay.choice : undefined, refused: last && !last.ok ? last.refusal : null };
  };

  const lines = (motions: readonly MotionAt<'voting'>[]): readonly BallotLine[] =>
    motions.map((motion) => ({
      motion,
      line: lineOf(motion, person, picks[ballotKey(motion)], sentFor(motion.motionId)),
      barred: may({ type: 'CastVote', motionId: motion.motionId, choice: 'approve' }),
    }));

  const pick = (motion: MotionAt<'voting'>, choice: Choice): void => setPicks((before) => ({ ...before, [ballotKey(motion)]: choice }));

  const submit = (filled: readonly BallotLine[]): void => {
    for (const { motion, line } of filled)
      if (line.phase === 'chosen') void send({ type: 'CastVote', motionId: motion.motionId, choice: line.choice });
    const sent = new Set(filled.map(({ motion }) => ballotKey(motion)));
    setPicks((before) => Object.fromEntries(Object.entries(before).filter(([key]) => !sent.has(key))));
  };

  return { lines, pick, submit };
}
