// Knows the sheets on which the outcome of each vote is put down to be signed (表决单), a page a round; not what each line of them says.
import type { MotionId, Paper, PersonId } from '@xieshang/meeting';
import { formText, roundsOf, timeText, voidedFormText, voidedRoundsOf, type Round, type VoidedRound } from '@xieshang/minutes';
import { changesText } from '@xieshang/minutes/amending';
import { dateIn } from '../dates.ts';
import { ballotsPart } from './ballots.ts';
import { plain, textHash } from './form.ts';
import { memberName, nameOf, titled, type Held, type Source } from './occasion.ts';
import { cells, type Column, type Part, type Row, type Sheet, type SheetBlock } from './sheet.ts';
import { resultRows } from './vote-rows.ts';

const formColumns: readonly Column[] = [
  { name: '项目', width: 1900 },
  { name: '内容', width: 6944, left: true },
];

interface Voted {
  readonly motionId: MotionId;
  readonly held: Round;
}

/** Every round that has a result, by number and round, amendments before their clause. */
export const votesOf = (meeting: Held): readonly Voted[] =>
  (Object.keys(meeting.motions) as MotionId[])
    .flatMap((motionId) => roundsOf(meeting, motionId).map((held) => ({ motionId, held })))
    .toSorted((one, other) => placeOf(one.held.result.paper) - placeOf(other.held.result.paper) || one.held.round - other.held.round);

export interface Voided {
  readonly motionId: MotionId;
  readonly round: VoidedRound;
}

/** V21. The rounds in which nothing was counted, in the same order. */
export const voidsOf = (meeting: Held): readonly Voided[] =>
  (Object.keys(meeting.motions) as MotionId[])
    .flatMap((motionId) => voidedRoundsOf(meeting, motionId).map((round) => ({ motionId, round })))
    .toSorted((one, other) => placeOf(one.round.end.paper) - placeOf(other.round.end.paper) || one.round.round - other.round.round);

/** By number, an amendment before its clause. */
export const placeOf = ({ number, amends }: Paper): number => number - (amends === undefined ? 0 : 0.5);

/** Two lines of two groups of sixteen, so that two people can compare them aloud. */
const grouped = (hash: string): string => hash.replace(/(.{16})(.{16})/g, '$1 $2\n').trim();

/** 建议4 · 建议4修改意见 */
export const itemText = ({ number, amends }: Paper): string => `建议${number}${amends === undefined ? '' : '修改意见'}`;

const signatures: SheetBlock = { kind: 'signatures', labels: ['主持人', '监票人', '监票人', '计票人'] };

const paperRows = (paper: Paper, again: string): readonly Row[] => [
  cells('表决事项', `${itemText(paper)}${again}`),
  cells('表决内容', paper.text),
  ...(paper.original === undefined ? [] : [cells('修改前', paper.original), cells('改动', changesText(paper.original, paper.text))]),
  cells('文本校验', `第${paper.version}稿，SHA-256：\n${grouped(textHash(paper.text))}`),
];

function page({ meeting, committee }: Source, at: number, chair: Round['openedBy'], rows: readonly Row[]): Part {
  const when = `${dateIn(committee.zone, at)}${timeText(at, committee.zone)}`;
  return {
    label: null,
    title: titled(meeting, '表决单'),
    blocks: [
      { kind: 'about', text: meeting.notice.title },
      { kind: 'about', text: `表决时间：${when}　主持人：${nameOf(meeting, chair)}` },
      { kind: 'table', head: false, dense: true, columns: formColumns, rows },
      signatures,
    ],
  };
}

/** 未按（网络中断）: known of the last round only, and to the office alone. */
export function unreachableIn(meeting: Held, motionId: MotionId, round: number): readonly PersonId[] {
  const motion = Object.hasOwn(meeting.motions, motionId) ? meeting.motions[motionId] : undefined;
  if (motion?.round !== round || !('unreachable' in motion)) return [];
  return motion.unreachable ?? [];
}

function heldPage(source: Source, { motionId, held }: Voted): Part {
  const { round, result, afterObjection, repeated, reason, openedBy } = held;
  const again = round > 1 && !afterObjection ? `（第${round}次表决）` : '';
  const unreachable = unreachableIn(source.meeting, motionId, round).map((person) => memberName(source.meeting, person));
  const notes = [
    ...(afterObjection ? [`鼓掌通过时有异议，改为${formText(result)}。`] : []),
    ...(reason === null ? [] : [`重新表决的理由：${reason}。`]),
    ...(repeated ? ['后经重新表决，以最后一次表决结果为准。'] : []),
    ...(unreachable.length === 0 ? [] : [`未按的委员中，${unreachable.join('、')}在结束时网络中断。`]),
  ];
  return page(source, result.closedAt, openedBy, [
    ...paperRows(result.paper, again),
    ...resultRows(source, held),
    ...(notes.length === 0 ? [] : [cells('备注', notes.join('\n'))]),
  ]);
}

/** V44, V46. */
export const voidRules: Readonly<Record<NonNullable<VoidedRound['end']['rule']>, string>> = {
  keyLost: '计票密钥丢失，选票无法开启',
  moreThanIssued: '收回的选票多于发出的选票',
  countsDisagree: '选票与参加投票的人数或各项票数不符',
  byChair: '主持人宣布作废',
};

function voidedPage(source: Source, { round, form, openedBy, end }: VoidedRound): Part {
  return page(source, end.at, openedBy, [
    ...paperRows(end.paper, round > 1 ? `（第${round}次表决）` : ''),
    cells('表决方式', voidedFormText(form)),
    cells('表决结果', '作废，不计票'),
    cells('作废理由', end.rule === null || end.reason !== '' ? end.reason : voidRules[end.rule]),
    ...(end.rule === null ? [cells('宣布作废', nameOf(source.meeting, end.by))] : []),
  ]);
}

/** One page for each round of each motion that was held or voided, or of one motion only. */
export function votesSheet(source: Source, only: string | null): Sheet {
  const { meeting } = source;
  const isWanted = ({ motionId }: { readonly motionId: MotionId }): boolean => only === null || motionId === only;
  const held = votesOf(meeting)
    .filter(isWanted)
    .map((one) => ({ paper: one.held.result.paper, round: one.held.round, part: heldPage(source, one) }));
  const voided = voidsOf(meeting)
    .filter(isWanted)
    .map(({ round }) => ({ paper: round.end.paper, round: round.round, part: voidedPage(source, round) }));
  const pages = [...held, ...voided].toSorted((one, other) => placeOf(one.paper) - placeOf(other.paper) || one.round - other.round);
  const [first] = pages;
  const number = only === null || !first ? '' : `（${itemText(first.paper)}）`;
  const parts = [...pages.map(({ part }) => part), ...ballotLists(meeting, votesOf(meeting).filter(isWanted))];
  return plain('votes', source, `${meeting.notice.title}表决单${number}`, parts);
}

/** One a secret vote: several motions may have been on its ballot. */
function ballotLists(meeting: Held, votes: readonly Voted[]): readonly Part[] {
  const names = new Map<string, string>(votes.map(({ motionId, held }) => [motionId, itemText(held.result.paper)]));
  const voteIds = new Set(votes.flatMap(({ held: { result } }) => ('secret' in result && result.secret ? [result.secret.voteId] : [])));
  return [...voteIds].flatMap((voteId) => {
    const vote = Object.hasOwn(meeting.secretVotes, voteId) ? meeting.secretVotes[voteId] : undefined;
    return vote?.phase === 'counted' ? [ballotsPart(meeting, vote, 'items', (item) => names.get(item) ?? item)] : [];
  });
}
