// Knows the paper form for when no device works: the ballot to be copied, and the sheet on which the papers are counted.
import type { Motion, MotionId } from '@xieshang/meeting';
import { baseText, ruleText } from '@xieshang/minutes';
import { plain, textHash } from './form.ts';
import { titled, type Held, type Source } from './occasion.ts';
import { cells, type Column, type Part, type Sheet, type SheetBlock } from './sheet.ts';

const ballotColumns: readonly Column[] = [
  { name: '序号', width: 700 },
  { name: '表决内容', width: 5444, left: true },
  { name: '赞成', width: 900 },
  { name: '反对', width: 900 },
  { name: '弃权', width: 900 },
];
const tallyColumns: readonly Column[] = [
  { name: '序号', width: 700 },
  { name: '文本校验', width: 2784 },
  ...['发出', '收回', '赞成', '反对', '弃权', '废票'].map((name): Column => ({ name, width: 700 })),
  { name: '结果', width: 1160 },
];

/** V18. What is handed in blank is counted as handed in: 弃权, never 未按. */
export const ballotHow = '请在每项后面的一个方框内画“○”。每项只画一处；多画、写明姓名或无法辨认的为废票，不画的为弃权。';

/** The texts as they stand: what was put already as it was put. */
function texts({
  motions,
  recommendations,
}: Held): readonly { readonly number: number; readonly text: string; readonly version: number }[] {
  const put = (motion: Motion) => ('result' in motion ? motion.result.paper : motion.paper);
  const all = new Map(Object.values(recommendations).map(({ motionId, number, text, version }) => [motionId, { number, text, version }]));
  // An amendment is put before its clause, with a ballot of its own; what was voided may have been revised since.
  for (const [motionId, motion] of Object.entries(motions) as [MotionId, Motion][])
    if (put(motion).amends === undefined && motion.phase !== 'voided') all.set(motionId, put(motion));
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
      { kind: 'text', label: '说明：', text: ballotHow },
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
        dense: true,
        rowHeight: 620,
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
