// Knows how a filled ballot is kept and sent; not how it looks. A push or a lost line never empties it.
import type { Choice, Refusal } from '@xieshang/meeting';
import { useCallback, useState } from 'react';
import { useLive, useSend, useViewer } from '../../live/index.ts';
import { useNotices } from '../../ui/notices.tsx';
import { refusalSentence } from '../../words/refusals.ts';
import { memberWords as words } from '../../words/zh/member.ts';
import type { MotionAt } from '../shared/scene.ts';
import { ballotKey, lineOf, type Line, type Picks } from './ballot-state.ts';

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

/** To be held by what stays mounted for the whole meeting. */
export function useBallot(): Ballot {
  const { pending, seq } = useLive();
  const { send, may } = useSend();
  const { person } = useViewer();
  const { warn } = useNotices();
  const [picks, setPicks] = useState<Picks>({});
  /** Answered votes by line: shown as under way until this page has the fact itself. */
  const [answered, setAnswered] = useState<Readonly<Record<string, { readonly choice: Choice; readonly seq: number }>>>({});

  const underWay = (motion: MotionAt<'voting'>): Choice | undefined => {
    for (const { body } of [...pending].reverse()) if (body.type === 'CastVote' && body.motionId === motion.motionId) return body.choice;
    const last = answered[ballotKey(motion)];
    return last && last.seq > seq ? last.choice : undefined;
  };

  const lines = (motions: readonly MotionAt<'voting'>[]): readonly BallotLine[] =>
    motions.map((motion) => ({
      motion,
      line: lineOf(motion, person, picks[ballotKey(motion)], underWay(motion)),
      barred: may({ type: 'CastVote', motionId: motion.motionId, choice: 'approve' }),
    }));

  const pick = useCallback(
    (motion: MotionAt<'voting'>, choice: Choice) => setPicks((before) => ({ ...before, [ballotKey(motion)]: choice })),
    [],
  );

  const submit = (filled: readonly BallotLine[]): void => {
    for (const { motion, line } of filled) {
      if (line.phase !== 'chosen') continue;
      const { motionId, paper } = motion;
      const { choice } = line;
      void send({ type: 'CastVote', motionId, choice }).then((answer) => {
        if (answer.ok) setAnswered((before) => ({ ...before, [ballotKey(motion)]: { choice, seq: answer.seq } }));
        else warn(words.notCounted(paper.number, refusalSentence(answer.refusal)));
      });
    }
    setPicks((before) => {
      const sent = new Set(filled.map(({ motion }) => ballotKey(motion)));
      return Object.fromEntries(Object.entries(before).filter(([key]) => !sent.has(key)));
    });
  };

  return { lines, pick, submit };
}
