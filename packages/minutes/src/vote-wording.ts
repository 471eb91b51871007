// Knows how the outcome of a vote reads; not how it is judged.
import type { CountedResult, MotionId, Result, Threshold, VoteBase, VoteRule } from '@xieshang/meeting';
import { motionOf, roundsOf, type Held, type Round } from './sources.ts';
import { timeText } from './time.ts';
import type { Wording } from './wording.ts';

/** The figures with the base and the threshold they were judged by, then the text that was voted on. */
export function voteWording(meeting: Held, motionId: MotionId, round: number, zone: string): Wording | null {
  const motion = motionOf(meeting, motionId);
  const held = motion && roundsOf(motion).find((one) => one.round === round);
  if (!held) return null;
  const { paper, closedAt } = held.result;
  return { lines: [outcome(held), paper.text], source: `来自表决 ${timeText(closedAt, zone)}` };
}

/** 建议9：赞成16票、反对5票、弃权6票、未按1票，未达到应到委员过半数，未获通过，转继续研究。 */
function outcome({ round, result, afterObjection, repeated }: Round): string {
  const turns = [...(round > 1 && !afterObjection ? [`第${round}次表决`] : []), ...(repeated ? ['后经重新表决'] : [])];
  const { number, amends } = result.paper;
  const head = `建议${number}${amends === undefined ? '' : '的修改意见'}${turns.length > 0 ? `（${turns.join('，')}）` : ''}：`;
  return `${head}${afterObjection ? '鼓掌通过时有异议，改为按键表决，' : ''}${figures(result)}。`;
}

function figures(result: Result): string {
  if (result.form === 'acclamation') return '鼓掌通过';
  const { tally, rule, passed } = result;
  const votes = `赞成${tally.approve}票、反对${tally.oppose}票、弃权${tally.abstain}票、未按${tally.notPressed}票`;
  return passed
    ? `${votes}，${reached(rule)}，获得通过`
    : `${votes}，${missed(rule)}，未获通过，${result.paper.amends === undefined ? '转继续研究' : '文字未作修改'}`;
}

/** 未达到应到委员过半数 */
export const judgement = ({ rule, passed }: Pick<CountedResult, 'rule' | 'passed'>): string => (passed ? reached(rule) : missed(rule));

export const bases: Readonly<Record<VoteBase, string>> = {
  eligible: '应到委员',
  present: '实到委员',
  cast: '参加表决委员',
  valid: '赞成与反对票数',
};

/** 应到委员过半数 · 一致同意: what has to be reached. */
export const ruleText = ({ base, threshold }: VoteRule): string =>
  threshold.kind === 'consensus' ? '一致同意（无人反对）' : `${bases[base]}${share(threshold)}`;

export const baseText = (base: VoteBase): string => bases[base];

const reached = ({ base, threshold }: VoteRule): string =>
  threshold.kind === 'consensus' ? '达成一致' : `达到${bases[base]}${share(threshold)}`;

const missed = ({ base, threshold }: VoteRule): string =>
  threshold.kind === 'consensus' ? '未达成一致' : `未达到${bases[base]}${share(threshold)}`;

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const written = (n: number): string => digits[n] ?? String(n);

/** 过半数 · 三分之二以上 */
export function share({ kind, parts, of }: Exclude<Threshold, { readonly kind: 'consensus' }>): string {
  if (kind === 'moreThan') return parts * 2 === of ? '过半数' : `${written(of)}分之${written(parts)}以上（不含本数）`;
  return parts === of ? '全数' : `${written(of)}分之${written(parts)}以上`;
}
