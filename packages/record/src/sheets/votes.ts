// Knows the sheets on which the outcome of each vote is put down to be signed (表决单), and the paper form for when no device works.
import { attendeeOf, type CountedResult, type Motion, type MotionId, type NamedVote, type Paper, type Result } from '@xieshang/meeting';
import { baseText, roundsOf, ruleText, timeText, type Round } from '@xieshang/minutes';
import { changesText } from '@xieshang/minutes/amending';
import { digestOf } from '@xieshang/protocol';
import { dateIn } from '../dates.ts';
import { begin, chairOf, titled, type Held, type Source } from './occasion.ts';
import { cells, type Column, type Part, type Row, type Sheet, type SheetBlock } from './sheet.ts';

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
    .toSorted((one, other) => placeOf(one) - placeOf(other) || one.held.round - other.held.round);

/** By number, an amendment before its clause. */
const placeOf = ({ held: { result } }: Voted): number => result.paper.number - (result.paper.amends === undefined ? 0 : 0.5);

/** Two lines of two groups of sixteen, so that two people can compare them aloud. */
const grouped = (hash: string): string => hash.replace(/(.{16})(.{16})/g, '$1 $2\n').trim();

export const textHash = (text: string): string => digestOf(text);

/** 建议4 · 建议4修改意见 */
const nameOf = ({ number, amends }: Paper): string => `建议${number}${amends === undefined ? '' : '修改意见'}`;

const choiceWords = { approve: '赞成', oppose: '反对', abstain: '弃权', notPressed: '未按' } as const satisfies Record<
  NamedVote['choice'],
  string
>;
const choices = ['approve', 'oppose', 'abstain', 'notPressed'] as const;

/** The four counts, below each the names where the vote was named. */
function counts({ roll }: Held, { tally, votes }: CountedResult): readonly Row[] {
  const name = (voter: NamedVote['voter']): string => attendeeOf(roll, voter)?.name ?? '原参会人员';
  return choices.map((choice) => {
    const names = votes.filter((vote) => vote.choice === choice).map(({ voter }) => name(voter));
    const count = `${tally[choice]}${choice === 'notPressed' ? '人' : '票'}`;
    return cells(choiceWords[choice], names.length === 0 ? count : `${count}\n${names.join('、')}`);
  });
}

function outcome(meeting: Held, result: Result): readonly Row[] {
  if (result.form === 'acclamation')
    return [cells('表决方式', '鼓掌通过'), cells('到会委员', `${result.roll}人`), cells('表决结果', '鼓掌通过')];
  const { rule, base, needed, roll, passed, paper } = result;
  return [
    cells('表决方式', '按键表决（记名）'),
    cells('计票基数', `${baseText(rule.base)}${base}人，参加表决${roll}人`),
    cells('通过条件', `赞成票达到${ruleText(rule)}（不少于${needed}票）`),
    ...counts(meeting, result),
    cells('表决结果', passed ? '通过' : paper.amends === undefined ? '未通过，转继续研究' : '未通过，文字不改'),
  ];
}

const signatures: SheetBlock = { kind: 'signatures', labels: ['主持人', '监票人', '监票人', '计票人'] };

function part({ meeting, committee }: Source, { round, result, afterObjection, repeated }: Round): Part {
  const { paper, closedAt } = result;
  const again = round > 1 && !afterObjection ? `（第${round}次表决）` : '';
  const rows = [
    cells('表决事项', `${nameOf(paper)}${again}`),
    cells('表决内容', paper.text),
    ...(paper.original === undefined ? [] : [cells('修改前', paper.original), cells('改动', changesText(paper.original, paper.text))]),
    cells('文本校验', `第${paper.version}稿，SHA-256：\n${grouped(textHash(paper.text))}`),
    ...outcome(meeting, result),
    ...(afterObjection ? [cells('备注', '鼓掌通过时有异议，改为按键表决。')] : []),
    ...(repeated ? [cells('备注', '后经重新表决，以最后一次表决结果为准。')] : []),
  ];
  return {
    label: null,
    title: titled(meeting, '表决单'),
    blocks: [
      { kind: 'about', text: meeting.notice.title },
      {
        kind: 'about',
        text: `表决时间：${dateIn(committee.zone, closedAt)}${timeText(closedAt, committee.zone)}　主持人：${chairOf(meeting)}`,
      },
      { kind: 'table', head: false, columns: formColumns, rows },
      signatures,
    ],
  };
}

const plain = (kind: Sheet['kind'], { meeting }: Source, name: string, parts: readonly Part[]): Sheet => ({
  v: 1,
  kind,
  name: titled(meeting, name),
  at: begin(meeting),
  head: null,
  addressee: null,
  parts,
  signed: null,
  note: null,
  colophon: null,
});

/** One page for each round of each motion that has a result, or of one motion only. */
export function votesSheet(source: Source, only: string | null): Sheet {
  const votes = votesOf(source.meeting).filter(({ motionId }) => only === null || motionId === only);
  const number = only === null ? '' : `（${votes[0] ? nameOf(votes[0].held.result.paper) : ''}）`;
  const parts = votes.map(({ held }) => part(source, held));
  return plain('votes', source, `${source.meeting.notice.title}表决单${number}`, parts);
}

const ballotColumns: readonly Column[] = [
  { name: '序号', width: 700 },
  { name: '表决内容', width: 5444, left: true },
  { name: '赞成', width: 900 },
  { name: '反对', width: 900 },
  { name: '弃权', width: 900 },
];
const tallyColumns: readonly Column[] = [
  { name: '序号', width: 700 },
  { name: '文本校验', width: 2444 },
  ...['发出', '收回', '赞成', '反对', '弃权', '废票'].map((name): Column => ({ name, width: 740 })),
  { name: '结果', width: 1260 },
];

/** The texts as they stand: what was put already as it was put. */
function texts({
  motions,
  recommendations,
}: Held): readonly { readonly number: number; readonly text: string; readonly version: number }[] {
  const put = (motion: Motion) => ('result' in motion ? motion.result.paper : motion.paper);
  const all = new Map(Object.values(recommendations).map(({ motionId, number, text, version }) => [motionId, { number, text, version }]));
  // An amendment is put before its clause, with a ballot of its own.
  for (const [motionId, motion] of Object.entries(motions) as [MotionId, Motion][])
    if (put(motion).amends === undefined) all.set(motionId, put(motion));
  return [...all.values()].toSorted((one, other) => one.number - other.number);
}

/** For when keys do not work: the ballot to be copied, and the sheet on which the papers are counted. */
export function ballotSheet(source: Source): Sheet {
  const { meeting } = source;
  const motions = texts(meeting);
  const { vote } = meeting.rules;
  const members = meeting.roll.attendees.filter(({ role }) => role === 'member').length;
  const about: SheetBlock = { kind: 'about', text: meeting.notice.title };
  const ballot: Part = {
    label: null,
    title: titled(meeting, '表决票'),
    blocks: [
      about,
      {
        kind: 'table',
        head: true,
        columns: ballotColumns,
        rows: motions.map(({ number, text }) => cells(String(number), text, '□', '□', '□')),
      },
      { kind: 'text', label: '说明：', text: '每项只能在赞成、反对、弃权中选一项，在方框内画“√”；多选的，该项作废；不选的，按未表决计。' },
    ],
  };
  const count: Part = {
    label: null,
    title: titled(meeting, '计票单'),
    blocks: [
      about,
      {
        kind: 'about',
        text: `计票基数：${baseText(vote.base)}${vote.base === 'eligible' ? `${members}人` : '　　人'}　通过条件：${ruleText(vote)}`,
      },
      {
        kind: 'table',
        head: true,
        rowHeight: 800,
        columns: tallyColumns,
        rows: motions.map(({ number, text, version }) =>
          cells(String(number), `第${version}稿\n${textHash(text).slice(0, 16)}`, '', '', '', '', '', '', ''),
        ),
      },
      { kind: 'text', label: '说明：', text: '文本校验为表决内容 SHA-256 值的前16位，供核对所发表决票与平台所存文本一致。' },
      { kind: 'signatures', labels: ['主持人', '监票人', '监票人', '计票人'] },
      { kind: 'about', text: '计票时间：　　年　月　日　时　分' },
    ],
  };
  return plain('ballot', source, `${meeting.notice.title}表决票`, [ballot, count]);
}
