// Judges a rehearsal by its own record: was every answer kept, once, and counted right. Measures nothing.
import type { Meeting, MotionId } from '@xieshang/meeting';
import type { Answer } from '@xieshang/protocol';

/** What one person sent and heard, as far as the judgement needs it. */
export interface Witness {
  readonly person: string;
  readonly sent: readonly { readonly id: string; readonly body: { readonly type: string }; readonly answer: Answer }[];
  /** `seq` of every readable fact, by the command it came from. */
  readonly heard: ReadonlyMap<string, readonly number[]>;
}

export interface Kept {
  readonly sent: number;
  readonly acked: number;
  /** Answered with yes, and no fact of it was heard. */
  readonly lost: number;
  /** Facts of one command at more than one place, or elsewhere than its answer said. */
  readonly doubled: number;
}

/**
 * Every command of ours leads to facts; they stand side by side and end at the answer's `seq`.
 * What was heard is the log itself wherever the replica's head is the server's, since the head is a hash over all of it.
 */
export function kept(records: readonly Witness[]): Kept {
  let [sent, acked, lost, doubled] = [0, 0, 0, 0];
  for (const { sent: own, heard } of records) {
    for (const { id, answer } of own) {
      sent += 1;
      if (!answer.ok) continue;
      acked += 1;
      const seqs = (heard.get(id) ?? []).toSorted((a, b) => a - b);
      const last = seqs.at(-1);
      if (last === undefined) lost += 1;
      else if (last !== answer.seq || last - (seqs[0] ?? last) !== seqs.length - 1) doubled += 1;
    }
  }
  return { sent, acked, lost, doubled };
}

/** What is wrong with the counting of a motion, compared with what the voters were told; nothing when all is right. */
export function miscounts(meeting: Meeting, motionId: MotionId, records: readonly Witness[]): readonly string[] {
  const motion = meeting.phase === 'notConvened' ? undefined : meeting.motions[motionId];
  if (motion?.phase !== 'announced' || motion.result.form === 'acclamation') return [`${motionId}：没有公布结果`];
  const { tally, votes, roll } = motion.result;
  const own = new Map(records.flatMap((record) => lastVote(record, motionId)));
  const wrong = votes
    .filter(({ voter, choice }) => (own.get(voter) ?? 'notPressed') !== choice)
    .map(({ voter }) => `${motionId}：${voter} 的表决与本人记录不符`);
  const counts = (['approve', 'oppose', 'abstain'] as const).filter(
    (choice) => tally[choice] !== [...own.values()].filter((one) => one === choice).length,
  );
  const sum = tally.approve + tally.oppose + tally.abstain + tally.notPressed;
  return [
    ...wrong,
    ...counts.map((choice) => `${motionId}：${choice} 的票数与记录不符`),
    ...(sum === roll && votes.length === roll ? [] : [`${motionId}：四项之和不等于在册人数`]),
  ];
}

function lastVote({ person, sent }: Witness, motionId: MotionId): readonly (readonly [string, string])[] {
  const votes = sent.flatMap(({ body, answer }) => {
    const mine = answer.ok && body.type === 'CastVote' && 'motionId' in body && body.motionId === motionId;
    return mine && 'choice' in body && typeof body.choice === 'string' ? [body.choice] : [];
  });
  const last = votes.at(-1);
  return last === undefined ? [] : [[person, last]];
}
