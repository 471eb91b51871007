// Knows how the outcome of a vote reads; not how it is judged.
import {
  attendeeOf,
  type CountedResult,
  type MotionId,
  type Result,
  type Threshold,
  type VoteBase,
  type VoteRule,
} from '@xieshang/meeting';
import { roundsOf, type Held, type Round } from './sources.ts';
import { timeText } from './time.ts';
import { mannerText, papersOf, quorumMissed } from './vote-forms.ts';
import type { Wording } from './wording.ts';

/** The figures with the base and the threshold they were judged by, then the text that was voted on, then who declared a reservation. */
export function voteWording(meeting: Held, motionId: MotionId, round: number, zone: string): Wording | null {
  const held = roundsOf(meeting, motionId).find((one) => one.round === round);
  if (!held) return null;
  const { paper, closedAt } = held.result;
  const reserved = reservationsText(meeting, held);
  return { lines: [outcome(held), paper.text, ...(reserved === null ? [] : [reserved])], source: `来自表决 ${timeText(closedAt, zone)}` };
}

/** 声明保留：张委员（“基金规模应当先论证”）、李委员。 */
export function reservationsText(meeting: Held, { reservations }: Pick<Round, 'reservations'>): string | null {
  if (reservations.length === 0) return null;
  const told = reservations.map(({ person, note }) => `${attendeeOf(meeting.roll, person)?.name ?? '原参会人员'}${noteText(note)}`);
  return `声明保留：${told.join('、')}。`;
}

/** Quotation marks within quotation marks are single ones. */
const noteText = (note: string): string => {
  const said = note.trim().replace(/[。；，]+$/, '');
  return said === '' ? '' : `（“${said.replaceAll('“', '‘').replaceAll('”', '’')}”）`;
};

/** 建议9：赞成16票、反对5票、弃权6票、未按1票，未达到应到委员过半数，未获通过，转继续研究。 */
function outcome({ round, result, afterObjection, repeated }: Round): string {
  const turns = [...(round > 1 && !afterObjection ? [`第${round}次表决`] : []), ...(repeated ? ['后经重新表决'] : [])];
  const { number, amends } = result.paper;
  const head = `建议${number}${amends === undefined ? '' : '的修改意见'}${turns.length > 0 ? `（${turns.join('，')}）` : ''}：`;
  const manner = mannerText(result);
  const objected = afterObjection ? [`鼓掌通过时有异议${manner === null ? '，改为按键表决' : ''}`] : [];
  return `${head}${[...objected, ...(manner === null ? [] : [manner]), figures(result)].join('，')}。`;
}

function figures(result: Result): string {
  if (result.form === 'acclamation') return '鼓掌通过';
  const failedThen = result.paper.amends === undefined ? '转继续研究' : '文字未作修改';
  const papers = papersOf(result);
  const given = papers ? `发出表决票${papers.issued}张，收回${papers.returned}张，` : '';
  return `${given}${tallyText(result)}，${judgement(result)}，${result.passed ? '获得通过' : `未获通过，${failedThen}`}`;
}

/** 赞成21票、反对3票、弃权1票、未按3票（其中废票2张） */
export function tallyText({ tally, spoilt }: Pick<CountedResult, 'tally' | 'spoilt'>): string {
  const { approve, oppose, abstain, notPressed } = tally;
  return `赞成${approve}票、反对${oppose}票、弃权${abstain}票、未按${notPressed}票${spoilt > 0 ? `（其中废票${spoilt}张）` : ''}`;
}

/** 未达到应到委员过半数 · 未达到法定人数 */
export const judgement = (result: CountedResult): string =>
  quorumMissed(result) ? '未达到法定人数' : result.passed ? reached(result.rule) : missed(result.rule);

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
