// Knows the list of recommendations with where each stands in its vote, and which comes next; not how they are put.
import type { Motion, MotionId, Paper, Result } from '@xieshang/meeting';
import { officeVoteWords as words } from '../../../words/zh/office-vote.ts';
import type { Held } from '../../shared/held.ts';

export interface MotionRow {
  readonly motionId: MotionId;
  readonly number: number;
  readonly paper: Paper;
  readonly motion: Motion | undefined;
  /** Not yet voted on, or an objection asks for a counted vote. */
  readonly open: boolean;
}

export const paperOf = (motion: Motion): Paper => ('paper' in motion ? motion.paper : motion.result.paper);

/** What is put is shown as it was put, even if the draft has changed since. */
export function motionRows({ recommendations, motions }: Held): readonly MotionRow[] {
  const ids = new Set([...Object.keys(recommendations), ...Object.keys(motions)] as MotionId[]);
  return [...ids]
    .flatMap((motionId): MotionRow[] => {
      const motion = motions[motionId];
      const paper = motion ? paperOf(motion) : recommendations[motionId];
      if (!paper) return [];
      return [{ motionId, number: paper.number, paper, motion, open: !motion || motion.phase === 'objected' }];
    })
    .sort((one, other) => one.number - other.number);
}

const closedAt = ({ motion }: MotionRow): number => (motion && 'result' in motion ? motion.result.closedAt : 0);

/** The one to be put next: after the one decided last, or the first that is still open. */
export function nextToPut(rows: readonly MotionRow[]): MotionId | undefined {
  const last = rows.reduce((latest, row, at) => (closedAt(row) > 0 && closedAt(row) >= closedAt(rows[latest] ?? row) ? at : latest), -1);
  return (rows.slice(last + 1).find(({ open }) => open) ?? rows.find(({ open }) => open))?.motionId;
}

export const resultOf = (motion: Motion | undefined): Result | undefined => (motion && 'result' in motion ? motion.result : undefined);

/** `建议3`, `建议2至建议9（8 项）`, `建议2、建议4`. */
export function itemsText(rows: readonly MotionRow[]): string {
  const numbers = rows.map(({ number }) => number);
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return '';
  const whole = numbers.length > 2 && last - first + 1 === numbers.length;
  return whole ? words.range(first, last, numbers.length) : numbers.map(words.number).join('、');
}
