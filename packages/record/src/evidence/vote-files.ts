// Knows the outcome of every counted vote of a log as a file of its own; counts nothing itself.
import type { MotionId } from '@xieshang/meeting';
import { canonical, type Json, type ReadRecord } from '@xieshang/protocol';
import type { PackedFile } from './zip.ts';

type Opened = Extract<ReadRecord, { type: 'VotingOpened' }>['payload'];
type Put = Opened['motions'][number] & Pick<Opened, 'eligible'>;

const text = new TextEncoder();

/** One file a motion and round: what was put, the rule, every vote, the verdict. */
export function voteFiles(records: readonly ReadRecord[]): readonly PackedFile[] {
  const open = new Map<MotionId, Put>();
  const files: PackedFile[] = [];
  for (const record of records) {
    if (record.type === 'VotingOpened') {
      const { motions, eligible } = record.payload;
      for (const motion of motions) open.set(motion.motionId, { ...motion, eligible });
    }
    if (record.type !== 'VotingClosed') continue;
    for (const { motionId, tally, roll, base, needed, passed, votes } of record.payload.motions) {
      const put = open.get(motionId);
      if (!put) continue;
      const { round, paper, rule, eligible } = put;
      const verdict = { tally, roll, base, needed, passed, votes };
      const result = { motionId, round, paper, rule, eligible, ...verdict, seq: record.seq, closedAt: record.at };
      // Plain JSON by its types; the compiler cannot see that through interfaces.
      files.push({ name: `votes/${motionId}.${round}.json`, content: text.encode(canonical(result as unknown as Json)) });
    }
  }
  return files;
}
