// Knows the list of recommendations with where each stands in its vote, and which comes next; not how they are put.
import { isStale, undecidedAmendments, type Motion, type MotionId, type Paper, type Result } from '@xieshang/meeting';
import { changesText } from '@xieshang/minutes/amending';
import { officeVoteWords as words } from '../../../words/zh/office-vote.ts';
import type { Held } from '../../shared/held.ts';

export interface MotionRow {
  readonly motionId: MotionId;
  readonly number: number;
  readonly paper: Paper;
  readonly motion: Motion | undefined;
  /** May be put now: not yet voted on, or an objection asks for a counted vote, and nothing comes before it. */
  readonly open: boolean;
  /** How many undecided amendments a clause waits for. */
  readonly waits: number;
}

export const paperOf = (motion: Motion): Paper => ('paper' in motion ? motion.paper : motion.result.paper);

/** What is put is shown as it was put, even if the draft has changed since. */
export function motionRows(meeting: Held): readonly MotionRow[] {
  const { recommendations, amendments, motions } = meeting;
  const wished = Object.values(amendments).filter((one) => one.standing.phase === 'open' && !isStale(meeting, one));
  const ids = new Set([...Object.keys(recommendations), ...wished.map((one) => one.amendmentId), ...Object.keys(motions)] as MotionId[]);
  return [...ids]
    .flatMap((motionId): MotionRow[] => {
      const motion = motions[motionId];
      const paper = motion ? paperOf(motion) : (recommendations[motionId] ?? wishedPaper(meeting, motionId));
      if (!paper) return [];
      const waits = undecidedAmendments(meeting, motionId).length;
      const open = waits === 0 && (!motion || motion.phase === 'objected' || motion.phase === 'voided');
      return [{ motionId, number: paper.number, paper, motion, open, waits }];
    })
    .sort((one, other) => one.number - other.number || Number(isClause(one)) - Number(isClause(other)));
}

/** What a row says beside its name: the text, or of an amendment what it would change. */
export const rowText = ({ paper: { text, original } }: Pick<MotionRow, 'paper'>): string =>
  original === undefined ? text : changesText(original, text);

/** Rather than an amendment of one. */
export const isClause = ({ paper }: Pick<MotionRow, 'paper'>): boolean => paper.amends === undefined;

function wishedPaper({ recommendations, amendments }: Held, motionId: MotionId): Paper | undefined {
  const wish = amendments[motionId];
  const clause = wish && recommendations[wish.motionId];
  return clause && { ...clause, text: wish.text, version: wish.version, amends: wish.motionId, original: wish.original };
}

const closedAt = ({ motion }: MotionRow): number => (motion && 'result' in motion ? motion.result.closedAt : 0);

/** The clause to be put next; an amendment is put when somebody picks it: after the one decided last, or the first that is still open. */
export function nextToPut(rows: readonly MotionRow[]): MotionId | undefined {
  const last = rows.reduce((latest, row, at) => (closedAt(row) > 0 && closedAt(row) >= closedAt(rows[latest] ?? row) ? at : latest), -1);
  const next = (row: MotionRow): boolean => row.open && isClause(row);
  return (rows.slice(last + 1).find(next) ?? rows.find(next))?.motionId;
}

export const resultOf = (motion: Motion | undefined): Result | undefined => (motion && 'result' in motion ? motion.result : undefined);

/** `建议3`, `建议2至建议9（8 项）`, `建议2、建议4`. */
export function itemsText(rows: readonly MotionRow[]): string {
  if (!rows.every(isClause)) return rows.map(({ paper }) => words.paper(paper)).join('、');
  const numbers = rows.map(({ number }) => number);
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return '';
  const whole = numbers.length > 2 && last - first + 1 === numbers.length;
  return whole ? words.range(first, last, numbers.length) : numbers.map(words.number).join('、');
}
