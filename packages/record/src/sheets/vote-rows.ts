// Knows what the lines of a 表决单 say of one round that was held: form, conditions, counts with names, who counted and watched; not its look.
import type { CountedResult, NamedVote } from '@xieshang/meeting';
import { baseText, formText, isReached, papersOf, quorumMissed, ruleText, timeText, type Round } from '@xieshang/minutes';
import { memberName, type Held, type Source } from './occasion.ts';
import { secretRows } from './secret-rows.ts';
import { cells, type Row } from './sheet.ts';

export const choiceWords = { approve: '赞成', oppose: '反对', abstain: '弃权', notPressed: '未按' } as const satisfies Record<
  NamedVote['choice'],
  string
>;
const choices = ['approve', 'oppose', 'abstain', 'notPressed'] as const;

const isWeighted = ({ weights }: CountedResult): boolean => Object.keys(weights).length > 0;

/** 文秘书代为按键 is told apart; where hands are counted by name the office enters all of them. */
function nameIn(meeting: Held, { form, weights }: CountedResult, { voter, enteredBy, holder }: NamedVote): string {
  const weight = (Object.hasOwn(weights, voter) ? weights[voter] : undefined) ?? 1;
  const marks = [
    ...(weight === 1 ? [] : [`${weight}票`]),
    ...(holder === undefined ? [] : [`${memberName(meeting, holder)}代投`]),
    ...(enteredBy === undefined || form !== 'named' ? [] : ['代操作']),
  ];
  return `${memberName(meeting, voter)}${marks.length === 0 ? '' : `（${marks.join('，')}）`}`;
}

/** The four counts, each with the names where the vote was by name. */
function countRows(meeting: Held, result: CountedResult): readonly Row[] {
  const { tally, votes, spoilt } = result;
  return choices.map((choice) => {
    const names = votes.filter((vote) => vote.choice === choice).map((vote) => nameIn(meeting, result, vote));
    const unit = choice === 'notPressed' && !isWeighted(result) ? '人' : '票';
    const of = choice === 'notPressed' && spoilt > 0 ? `（其中废票${spoilt}张）` : '';
    const count = `${tally[choice]}${unit}${of}`;
    return cells(choiceWords[choice], names.length === 0 ? count : `${count}：${names.join('、')}`);
  });
}

function verdictText(result: CountedResult): string {
  if (result.passed) return '通过';
  const why = quorumMissed(result) ? `未达到法定人数${isReached(result) ? '' : '，赞成票也未达到通过条件'}` : '';
  const then = result.paper.amends === undefined ? '转继续研究' : '文字不改';
  return `未通过${why === '' ? '' : `（${why}）`}，${then}`;
}

function quorumRows({ quorum }: CountedResult): readonly Row[] {
  if (quorum === null) return [];
  const { needed, atOpening, atClosing, met } = quorum;
  return [cells('法定人数', `不少于${needed}人；开始时${atOpening}人，结束时${atClosing}人，${met ? '符合' : '不符合'}`)];
}

/** Who counted, watched and confirmed; who declared a reservation. */
function peopleRows({ meeting, committee }: Source, { result, scrutineers, confirmations, reservations }: Round): readonly Row[] {
  const when = (at: number): string => timeText(at, committee.zone);
  const counted = result.form === 'acclamation' ? [] : result.countedBy;
  const entered =
    result.form === 'acclamation' || result.form === 'showOfHands' ? [] : result.votes.filter((vote) => vote.enteredBy !== undefined);
  const officers = [...new Set(entered.flatMap(({ enteredBy }) => enteredBy ?? []))].map((one) => memberName(meeting, one));
  const watched =
    result.form === 'acclamation'
      ? []
      : scrutineers.map((person) => {
          const confirmed = confirmations.find((one) => one.person === person);
          return `${memberName(meeting, person)}（${confirmed ? `${when(confirmed.at)}确认` : '未确认'}）`;
        });
  const said = (note: string): string => (note.trim() === '' ? '' : `：${note.trim()}`);
  return [
    ...(counted.length === 0
      ? []
      : [cells('计票录入', `${counted.map((one) => memberName(meeting, one)).join('、')}（分别录入，数字一致）`)]),
    ...(officers.length === 0
      ? []
      : [
          cells('代操作', `${entered.map(({ voter }) => memberName(meeting, voter)).join('、')}设备失灵，由${officers.join('、')}代为按键`),
        ]),
    ...(watched.length === 0 ? [] : [cells('监票人', watched.join('、'))]),
    ...(reservations.length === 0
      ? []
      : [cells('声明保留', reservations.map(({ person, note }) => `${memberName(meeting, person)}${said(note)}`).join('\n'))]),
  ];
}

export function resultRows(source: Source, held: Round): readonly Row[] {
  const { result } = held;
  if (result.form === 'acclamation')
    return [
      cells('表决方式', formText(result)),
      cells('到会委员', `${result.roll}人`),
      cells('表决结果', '鼓掌通过'),
      ...peopleRows(source, held),
    ];
  const { rule, base, needed, roll } = result;
  const unit = isWeighted(result) ? '票' : '人';
  const papers = papersOf(result);
  return [
    cells('表决方式', formText(result)),
    ...quorumRows(result),
    cells('计票基数', `${baseText(rule.base)}${base}${rule.base === 'valid' ? '票' : unit}，在场可投${roll}${unit}`),
    cells('通过条件', `赞成票达到${ruleText(rule)}（不少于${needed}票）`),
    ...(papers ? [cells('表决票', `发出${papers.issued}张，收回${papers.returned}张`)] : []),
    ...secretRows(source, result.secret),
    ...countRows(source.meeting, result),
    cells('表决结果', verdictText(result)),
    ...peopleRows(source, held),
  ];
}
