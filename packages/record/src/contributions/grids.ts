// Knows what stands in each column of the table of contributions as offices keep it, and of its totals; nothing of files.
import { actedForText, replyText, sectorText, speechKindText } from '@xieshang/minutes';
import type { Contribution, Linked, Stop } from './contribution.ts';
import { gridOf, instantText, type ColumnOf, type Grid } from './grid.ts';
import type { Total, Totals } from './totals.ts';

const sectorOf = (sector: string | null): string => (sector === null ? '' : sectorText(sector));

const clockIn = (zone: string, at: number): string => instantText(zone, at).slice(11);

const whys: Readonly<Record<Stop['why'], string>> = { interrupted: '（被打断）', lost: '（断线）', stood: '' };

/** 14:27:10—14:27:40（被打断） */
const stopText = ({ from, to, why }: Stop, zone: string): string => `${clockIn(zone, from)}—${clockIn(zone, to)}${whys[why]}`;

const insteadText = ({ instead }: Contribution): string =>
  instead ? `未按建议次序（建议请${instead.name}）${instead.reason === '' ? '' : `：${instead.reason}`}` : '';

const link = (deed: string, to: Linked | null): readonly string[] => (to ? [`${deed}第${to.number}条（${to.name}）`] : []);

const linkText = ({ over, inReplyTo, kind }: Contribution): string =>
  [...link(kind === 'departmentResponse' ? '回应' : '接着', inReplyTo), ...link('打断', over)].join('；');

const enteredText = ({ enteredBy, answers, kind }: Contribution): string =>
  [
    ...(enteredBy === null ? [] : [actedForText(enteredBy, kind)]),
    ...answers.flatMap((answer) => (answer.enteredBy === null ? [] : [`${answer.name}的答复由${answer.enteredBy}代为登记`])),
  ].join('；');

const standings = { waiting: '待本人确认', confirmed: '本人已确认', contested: '本人要求修改', excused: '不再等候' } as const;
const states = { speaking: '正在发言', paused: '已暂停', over: '' } as const;

/** What was handed in took no time and had no limit. */
const timed = (figure: (one: Contribution) => number) => (one: Contribution) => (one.kind === 'writtenSpeech' ? null : figure(one));

function columns(zone: string): readonly ColumnOf<Contribution>[] {
  return [
    { name: '序号', kind: 'count', width: 6, of: ({ number }) => number },
    { name: '环节', kind: 'text', width: 14, of: ({ stage }) => stage },
    { name: '发言人', kind: 'text', width: 12, of: ({ name }) => name },
    { name: '界别', kind: 'text', width: 14, of: ({ sector }) => sectorOf(sector) },
    { name: '单位及职务', kind: 'text', width: 24, of: ({ post }) => post },
    {
      name: '类别',
      kind: 'text',
      width: 14,
      of: ({ kind, matter }) => speechKindText(kind, matter),
    },
    { name: '题目', kind: 'text', width: 36, of: ({ topic }) => topic },
    { name: '开始', kind: 'instant', width: 20, of: ({ begin }) => begin },
    { name: '结束', kind: 'instant', width: 20, of: ({ end, kind }) => (kind === 'writtenSpeech' ? null : end) },
    { name: '用时', kind: 'length', width: 9, of: timed(({ netMs }) => netMs) },
    { name: '停钟', kind: 'length', width: 9, of: timed(({ stoppedMs }) => stoppedMs) },
    { name: '时限', kind: 'length', width: 9, of: timed(({ limitMs }) => limitMs) },
    { name: '超时', kind: 'length', width: 9, of: timed(({ overMs }) => overMs) },
    { name: '停钟起止', kind: 'text', width: 26, of: ({ stops }) => stops.map((stop) => stopText(stop, zone)).join('；') },
    { name: '状态', kind: 'text', width: 10, of: ({ standing }) => states[standing] },
    { name: '请哪些部门回应', kind: 'text', width: 22, of: ({ addressedTo }) => addressedTo.map(({ name }) => name).join('、') },
    { name: '答复', kind: 'text', width: 40, of: ({ answers }) => answers.map((one) => `${one.name}：${replyText(one)}`).join('；') },
    { name: '尚未答复', kind: 'text', width: 22, of: ({ owed }) => owed.map(({ name }) => name).join('、') },
    { name: '次序', kind: 'text', width: 30, of: insteadText },
    { name: '接续', kind: 'text', width: 22, of: linkText },
    { name: '代操作', kind: 'text', width: 24, of: enteredText },
    { name: '摘编', kind: 'text', width: 12, of: ({ digest }) => (digest ? standings[digest.standing] : '') },
    { name: '摘编或书面发言全文', kind: 'text', width: 60, of: ({ digest, text }) => digest?.text || (text ?? '') },
  ];
}

const figures: readonly ColumnOf<Total & { readonly allMs: number }>[] = [
  { name: '发言次数', kind: 'count', width: 10, of: ({ speeches }) => speeches },
  { name: '追问、插话、程序性发言', kind: 'count', width: 12, of: ({ asides }) => asides },
  { name: '书面发言', kind: 'count', width: 10, of: ({ written }) => written },
  { name: '用时', kind: 'length', width: 10, of: ({ netMs }) => netMs },
  { name: '停钟', kind: 'length', width: 10, of: ({ stoppedMs }) => stoppedMs },
  { name: '超时', kind: 'length', width: 10, of: ({ overMs }) => overMs },
  { name: '用时占比', kind: 'share', width: 10, of: ({ netMs, allMs }) => (allMs === 0 ? 0 : netMs / allMs) },
];

export const contributionsGrid = (some: readonly Contribution[], zone: string): Grid => gridOf('发言一览', columns(zone), some);

export function totalsGrids({ persons, sectors, all }: Totals): readonly Grid[] {
  const shared = (some: readonly Total[]) => some.map((one) => ({ ...one, allMs: all.netMs }));
  return [
    gridOf(
      '按人合计',
      [
        { name: '姓名', kind: 'text', width: 14, of: ({ name }) => name ?? '' },
        { name: '界别', kind: 'text', width: 16, of: ({ sector }) => sectorOf(sector) },
        ...figures,
      ],
      shared(persons),
    ),
    gridOf(
      '按界别合计',
      [{ name: '界别', kind: 'text', width: 18, of: ({ name }) => (name === null ? '部门及其他' : sectorOf(name)) }, ...figures],
      shared(sectors),
    ),
  ];
}
