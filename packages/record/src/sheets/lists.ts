// Knows the lists of a meeting that offices reckon on with: who came, who spoke, how each vote ended; as rows of text.
import { formText, papersOf, quorumMissed, ruleText, sectorText, timeText, voidedFormText } from '@xieshang/minutes';
import { attendeeOf, type Paper, type PersonId, type Result } from '@xieshang/meeting';
import { contributionsOf } from '../contributions/contribution.ts';
import { gridText } from '../contributions/grid.ts';
import { contributionsGrid } from '../contributions/grids.ts';
import { dateIn } from '../dates.ts';
import { electionRows } from './elections.ts';
import { textHash } from './form.ts';
import { memberName, nameOf, type Source } from './occasion.ts';
import { fromText } from './people.ts';
import { arrivalOf } from './roll.ts';
import type { SheetKind } from './sheet.ts';
import { choiceWords } from './vote-rows.ts';
import { unreachableIn, voidRules, votesOf, voidsOf } from './votes.ts';

/** `named`: the votes that were given by name, one by one. */
export const listKinds = ['roll', 'speeches', 'votes', 'named', 'elections'] as const;
export type ListKind = (typeof listKinds)[number];

/** Beside which document a list is had. */
export const sheetOfList: Readonly<Record<ListKind, SheetKind>> = {
  roll: 'roll',
  speeches: 'speeches',
  votes: 'votes',
  named: 'votes',
  elections: 'elections',
};

type Rows = readonly (readonly string[])[];

const at = (time: number, zone: string): string => `${dateIn(zone, time)} ${timeText(time, zone)}`;

function roll({ meeting, committee }: Source): Rows {
  const rows = meeting.roll.attendees
    .filter(({ role }) => role !== 'secretary')
    .map((one, place) => [String(place + 1), one.name, fromText(one), one.seat ?? '', ...arrivalOf(meeting, one, committee.zone)]);
  return [['序号', '姓名', '界别、单位及职务', '座位', '签到时间', '方式', '备注'], ...rows];
}

/** Those that are over. */
const speeches = ({ meeting, committee }: Source): Rows =>
  gridText(contributionsGrid(contributionsOf(meeting, null), committee.zone), committee.zone);

const voteColumns = [
  ...[
    '建议序号',
    '类别',
    '次',
    '建议内容',
    '文本SHA-256',
    '表决方式',
    '发出',
    '收回',
    '赞成',
    '反对',
    '弃权',
    '未按',
    '其中废票',
    '在场可投',
  ],
  ...[
    '计票基数',
    '通过条件',
    '通过所需',
    '法定人数',
    '开始时到会',
    '结束时到会',
    '结果',
    '说明',
    '主持人',
    '计票录入',
    '监票人',
    '监票确认',
    '未按（网络中断）',
    '声明保留',
    '表决时间',
  ],
];

/** A row a motion and round, also of what was voided. */
function votes({ meeting, committee }: Source): Rows {
  const names = (people: readonly PersonId[]): string => people.map((person) => memberName(meeting, person)).join('、');
  const about = ({ number, text, amends }: Paper, round: number): readonly string[] => [
    ...[String(number), amends === undefined ? '建议' : '修改意见', String(round), text, textHash(text)],
  ];
  const held = votesOf(meeting).map(({ motionId, held: { round, result, openedBy, scrutineers, confirmations, reservations } }) => [
    ...about(result.paper, round),
    formText(result),
    ...figuresOf(result),
    ...[result.passed ? '通过' : '未通过', whyNot(result), nameOf(meeting, openedBy)],
    ...(result.form === 'acclamation' ? ['', ''] : [names(result.countedBy), names(scrutineers)]),
    ...[names(confirmations.map(({ person }) => person)), names(unreachableIn(meeting, motionId, round))],
    ...[names(reservations.map(({ person }) => person)), at(result.closedAt, committee.zone)],
  ]);
  const voided = voidsOf(meeting).map(({ round: { round, form, openedBy, end } }) => [
    ...about(end.paper, round),
    voidedFormText(form),
    ...Array.from({ length: figureCount }, () => ''),
    ...[
      '作废',
      end.reason || (end.rule === null ? '' : voidRules[end.rule]),
      nameOf(meeting, openedBy),
      ...Array.from({ length: peopleCount }, () => ''),
      at(end.at, committee.zone),
    ],
  ]);
  return [
    voteColumns,
    ...[...held, ...voided].toSorted((one, other) => Number(one[0]) - Number(other[0]) || Number(one[2]) - Number(other[2])),
  ];
}

const figureCount = 14;
/** 计票录入 … 声明保留 */
const peopleCount = 5;

function figuresOf(result: Result): readonly string[] {
  if (result.form === 'acclamation') return ['', '', '', '', '', '', '', String(result.roll), '', '', '', '', '', ''];
  const { tally, spoilt, roll, base, rule, needed, quorum } = result;
  const papers = papersOf(result);
  return [
    ...[papers?.issued, papers?.returned, tally.approve, tally.oppose, tally.abstain, tally.notPressed, spoilt, roll, base],
    ...[ruleText(rule), needed, quorum?.needed, quorum?.atOpening, quorum?.atClosing],
  ].map((one) => (one === undefined ? '' : String(one)));
}

const whyNot = (result: Result): string => {
  if (result.passed) return '';
  return quorumMissed(result) ? '未达法定人数' : '未达票数';
};

/** A row a vote that was given by name. */
function named({ meeting }: Source): Rows {
  const rows = votesOf(meeting).flatMap(({ held: { round, result } }) =>
    result.form === 'acclamation'
      ? []
      : result.votes.map(({ voter, choice, enteredBy, holder }) => {
          const attendee = attendeeOf(meeting.roll, voter);
          const weight = Object.hasOwn(result.weights, voter) ? result.weights[voter] : 1;
          return [
            ...[String(result.paper.number), result.paper.amends === undefined ? '建议' : '修改意见', String(round)],
            ...[memberName(meeting, voter), attendee?.sector === undefined ? '' : sectorText(attendee.sector)],
            ...[choiceWords[choice], String(weight), enteredBy === undefined ? '' : memberName(meeting, enteredBy)],
            holder === undefined ? '' : memberName(meeting, holder),
          ];
        }),
  );
  return [['建议序号', '类别', '次', '姓名', '界别', '表决', '票数', '代为登记', '受托代投'], ...rows];
}

const makers: Readonly<Record<ListKind, (source: Source) => Rows>> = { roll, speeches, votes, named, elections: electionRows };

/** The first row names the columns. */
export const listRows = (source: Source, kind: ListKind): Rows => makers[kind](source);
