// Knows the paper of an election: 选票 to be copied, and 选举结果报告单, a page a round, to be signed; not how votes are counted.
import {
  countedRounds,
  electedOf,
  writtenIn,
  type CandidateId,
  type Election,
  type ElectionPaper,
  type ElectionResult,
  type PersonId,
  type VoidedElection,
} from '@xieshang/meeting';
import { baseText, outcomeText, ruleText, timeText } from '@xieshang/minutes';
import { dateIn } from '../dates.ts';
import { plain } from './form.ts';
import { memberName, nameOf, titled, type Held, type Source } from './occasion.ts';
import { cells, type Column, type Part, type Row, type Sheet, type SheetBlock } from './sheet.ts';
import { ballotsPart } from './ballots.ts';
import { countedVote, secretRows } from './secret-rows.ts';
import { voidRules } from './votes.ts';

export const outcomeWords = { elected: '当选', tied: '票数相等，未当选', notElected: '未当选' } as const satisfies Record<
  ElectionResult['standings'][number]['outcome'],
  string
>;
export const electionForms = { named: '记名选举', paper: '纸质选票', secret: '无记名投票选举' } as const satisfies Record<
  ElectionResult['form'],
  string
>;

const slipColumns: readonly Column[] = [
  { name: '序号', width: 800 },
  { name: '候选人', width: 2400 },
  { name: '单位、职务或事迹', width: 4444, left: true },
  { name: '符号', width: 1200 },
];
const figureColumns: readonly Column[] = [
  { name: '项目', width: 1900 },
  { name: '内容', width: 6944, left: true },
];
const standingColumns: readonly Column[] = [
  { name: '序号', width: 800 },
  { name: '姓名', width: 3200 },
  { name: '得票', width: 1400 },
  { name: '结果', width: 3444 },
];

const electionsIn = (meeting: Held): readonly Election[] => Object.values(meeting.elections);

const roundText = (round: number): string => (round > 1 ? `（第${round}轮）` : '');

const signatures: SheetBlock = { kind: 'signatures', labels: ['主持人', '监票人', '监票人', '计票人'] };

/** Every round that was counted, in the order elections were tabled. */
export const electionRounds = (meeting: Held): readonly ElectionResult[] => electionsIn(meeting).flatMap(countedRounds);

export const papersToChoose = (meeting: Held): readonly ElectionPaper[] =>
  electionsIn(meeting).map((election) => ('paper' in election ? election.paper : election.result.paper));

const ruleWords = ({ rule }: ElectionPaper): string => (rule === 'plurality' ? '按得票多少' : `得票达到${ruleText(rule)}`);

/** Who is written in stands among the candidates' names by the result's own words. */
export const nomineeIn = (meeting: Held, { standings }: ElectionResult, id: CandidateId): string => {
  const person = writtenIn(id);
  return standings.find(({ candidateId }) => candidateId === id)?.name ?? (person === undefined ? id : memberName(meeting, person));
};

/** 选票: as many as members are present are copied from it. */
export function slipsSheet(source: Source): Sheet {
  const { meeting } = source;
  const parts = papersToChoose(meeting).map((paper): Part => ({
    label: null,
    title: titled(meeting, '选票'),
    blocks: [
      { kind: 'about', text: paper.title },
      { kind: 'about', text: `${meeting.notice.title}　应选${paper.seats}名` },
      {
        kind: 'table',
        head: true,
        rowHeight: 620,
        columns: slipColumns,
        rows: [
          ...paper.candidates.map(({ name, note }, place) => cells(String(place + 1), name, note ?? '', '')),
          ...(paper.writeIns === 'fromRoll' ? Array.from({ length: paper.seats }, () => cells('另选', '', '', '')) : []),
        ],
      },
      {
        kind: 'text',
        label: '说明：',
        text: `同意的在姓名后画“○”，最多选${paper.seats}人，多选的为废票；一人不选的为弃权。${
          paper.writeIns === 'fromRoll' ? '另选他人的，写名册里委员的姓名并画“○”。' : '不另选他人。'
        }`,
      },
    ],
  }));
  return plain('slips', source, `${meeting.notice.title}选票`, parts);
}

/** 未投（网络中断）: known of the last round only. */
const unreachableIn = ({ elections }: Held, result: ElectionResult): readonly PersonId[] => {
  const held = Object.values(elections).find((election) => 'result' in election && election.result === result);
  return held && 'unreachable' in held ? held.unreachable : [];
};

/** Of this round; who is elected in all, where it adds to an earlier one. */
function outcomeRow(result: ElectionResult): string {
  if (result.seated.length === 0) return outcomeText(result);
  const all = electedOf(result).map(({ name }) => name);
  return `本轮${outcomeText(result)}\n连同此前，共当选${all.length}人：${all.join('、')}。`;
}

function figureRows(source: Source, result: ElectionResult): readonly Row[] {
  const { meeting, committee } = source;
  const { paper, ballots, roll, base, needed, quorum, countedBy, confirmedBy, seated, form } = result;
  const { marked, blank, spoilt, notHandedIn } = ballots;
  const unreachable = unreachableIn(meeting, result);
  const names = (people: readonly PersonId[]): string => people.map((person) => memberName(meeting, person)).join('、');
  const entered = result.votes.filter(({ enteredBy }) => enteredBy !== undefined);
  const officers = [...new Set(entered.flatMap(({ enteredBy }) => enteredBy ?? []))];
  return [
    cells('选举事项', `${paper.title}${roundText(result.round)}`),
    cells('选举方式', electionForms[form]),
    cells('应选名额', `${paper.seats}名，候选人${paper.candidates.length}名，${paper.writeIns === 'fromRoll' ? '可' : '不'}另选他人`),
    ...(seated.length > 0 ? [cells('此前当选', seated.map(({ name }) => name).join('、'))] : []),
    cells(
      '法定人数',
      `不少于${quorum.needed}人；开始时${quorum.atOpening}人，结束时${quorum.atClosing}人，${quorum.met ? '符合' : '不符合'}`,
    ),
    cells(
      '当选条件',
      paper.rule === 'plurality'
        ? '按得票多少，排在应选名额之内'
        : `${ruleWords(paper)}（${baseText(paper.rule.base)}${base}，不少于${needed}票），并排在应选名额之内`,
    ),
    cells(
      '选票',
      `发出${roll}张，收回${marked + blank + spoilt}张；有效${marked}张，弃权${blank}张，废票${spoilt}张，未投${notHandedIn}张`,
    ),
    ...secretRows(source, result.secret),
    ...(unreachable.length > 0 ? [cells('网络中断', `未投的委员中，${names(unreachable)}在结束时网络中断`)] : []),
    cells('选举结果', outcomeRow(result)),
    ...(entered.length > 0
      ? [cells('代操作', `${names(entered.map(({ voter }) => voter))}设备失灵，由${names(officers)}代为录入选票`)]
      : []),
    ...(countedBy.length > 0 ? [cells('计票录入', `${names(countedBy)}（分别录入，数字一致）`)] : []),
    ...(confirmedBy.length > 0 ? [cells('监票确认', names(confirmedBy))] : []),
    cells('结束时间', `${dateIn(committee.zone, result.closedAt)}${timeText(result.closedAt, committee.zone)}`),
  ];
}

function roundPage(source: Source, result: ElectionResult): Part {
  const { meeting } = source;
  return {
    label: null,
    title: titled(meeting, '选举结果报告单'),
    blocks: [
      { kind: 'about', text: meeting.notice.title },
      { kind: 'about', text: `主持人：${nameOf(meeting, result.openedBy)}` },
      { kind: 'table', head: false, columns: figureColumns, rows: figureRows(source, result) },
      {
        kind: 'table',
        head: true,
        columns: standingColumns,
        rows: result.standings.map(({ name, votes, outcome }, place) =>
          cells(String(place + 1), name, String(votes), outcomeWords[outcome]),
        ),
      },
      signatures,
    ],
  };
}

/** E13. The rounds of which nothing was counted. */
const voidsIn = (election: Election): readonly VoidedElection[] => ('voids' in election ? election.voids : []);

export const electionVoids = (meeting: Held): readonly VoidedElection[] => electionsIn(meeting).flatMap(voidsIn);

const whyVoid = ({ reason, rule }: VoidedElection): string => (rule === undefined || reason !== '' ? reason : voidRules[rule]);

function voidedPage({ meeting, committee }: Source, voided: VoidedElection): Part {
  const { paper, round, at, by, rule } = voided;
  return {
    label: null,
    title: titled(meeting, '选举结果报告单'),
    blocks: [
      { kind: 'about', text: meeting.notice.title },
      {
        kind: 'table',
        head: false,
        columns: figureColumns,
        rows: [
          cells('选举事项', `${paper.title}${roundText(round)}`),
          cells('选举结果', '作废，不计票'),
          cells('作废理由', whyVoid(voided)),
          ...(rule === undefined ? [cells('宣布作废', nameOf(meeting, by))] : []),
          cells('作废时间', `${dateIn(committee.zone, at)}${timeText(at, committee.zone)}`),
        ],
      },
      signatures,
    ],
  };
}

/** 选举结果报告单: a page for each round that was counted or voided; of a secret one the list by which voters check it. */
export const electionsSheet = (source: Source): Sheet => {
  const { meeting } = source;
  const pages = electionsIn(meeting).flatMap((election) =>
    [
      ...countedRounds(election).map((result) => ({ round: result.round, part: roundPage(source, result) })),
      ...voidsIn(election).map((voided) => ({ round: voided.round, part: voidedPage(source, voided) })),
    ]
      .toSorted((one, other) => one.round - other.round)
      .map(({ part }) => part),
  );
  const lists = electionRounds(meeting).flatMap((result) => {
    const vote = countedVote(meeting, result.secret);
    return vote ? [ballotsPart(meeting, vote, 'persons', (item) => nomineeIn(meeting, result, item as CandidateId))] : [];
  });
  return plain('elections', source, `${meeting.notice.title}选举结果报告单`, [...pages, ...lists]);
};

/** A row a round and nominee; one for a round that was voided. */
export function electionRows({ meeting, committee }: Source): readonly (readonly string[])[] {
  const rows = electionRounds(meeting).flatMap((result) =>
    result.standings.map(({ name, votes, outcome }) => [
      result.paper.title,
      String(result.round),
      electionForms[result.form],
      String(result.paper.seats),
      name,
      String(votes),
      outcomeWords[outcome],
      ...[result.roll, result.ballots.marked, result.ballots.blank, result.ballots.spoilt, result.ballots.notHandedIn].map(String),
      String(result.base),
      String(result.needed),
      `${dateIn(committee.zone, result.closedAt)} ${timeText(result.closedAt, committee.zone)}`,
    ]),
  );
  const voided = electionVoids(meeting).map((one) => [
    ...[one.paper.title, String(one.round), '', String(one.paper.seats), '', '', `作废：${whyVoid(one)}`],
    ...Array.from({ length: 7 }, () => ''),
    `${dateIn(committee.zone, one.at)} ${timeText(one.at, committee.zone)}`,
  ]);
  const columns = [
    '选举',
    '轮次',
    '方式',
    '应选名额',
    '姓名',
    '得票',
    '结果',
    '发出',
    '有效',
    '弃权',
    '废票',
    '未投',
    '基数',
    '当选所需',
    '结束时间',
  ];
  return [columns, ...rows, ...voided];
}
