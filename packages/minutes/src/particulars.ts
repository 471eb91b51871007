// Knows what the record holds of a fact, line by line, and where in the meeting's room it stands; not how the fact reads in minutes.
import {
  attendeeOf,
  latestAnswers,
  type Choice,
  type CountedResult,
  type Meeting,
  type MotionId,
  type NamedVote,
  type PersonId,
} from '@xieshang/meeting';
import { changesText } from './amending/changes.ts';
import { mergedInto } from './amendments.ts';
import { conditionText, electionRoundsOf, mannerOf, outcomeText } from './election-wording.ts';
import { readFactId, type FactId, type FactName } from './fact-id.ts';
import { attendanceOf, namesOf, personText } from './people.ts';
import { heard, roundsOf, type Held } from './sources.ts';
import { actedForText, orderMatterText, speechKindText } from './speech-words.ts';
import { dateText, dayText, lengthText, timeText } from './time.ts';
import { formText, papersOf } from './vote-forms.ts';
import { bases, judgement, share } from './vote-wording.ts';

export interface Particulars {
  /** 发言 · 表决 · 签到 … */
  readonly what: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  /** The place of the meeting's room that shows it. */
  readonly place: 'hall' | 'vote' | 'elections' | 'roll' | 'recommendations';
}

type Row = Particulars['rows'][number];
const row = (label: string, value: string | null): readonly Row[] => (value === null || value === '' ? [] : [{ label, value }]);

/** Null for what never was. Times in the committee's zone. */
export function particularsOf(meeting: Meeting, fact: FactId, zone: string): Particulars | null {
  const name = readFactId(fact);
  if (meeting.phase === 'notConvened' || name === null) return null;
  switch (name.kind) {
    case 'roll':
    case 'names':
      return ofRoll(meeting, zone);
    case 'stage': {
      const leg = meeting.agenda.course.filter(({ stageId }) => stageId === name.stageId)[name.visit - 1];
      const stage = meeting.agenda.stages.find(({ stageId }) => stageId === name.stageId);
      if (!leg || !stage) return null;
      return {
        what: '议程',
        place: 'hall',
        rows: [...row('环节', stage.name), ...row('起止', span(leg.from, leg.to, zone)), ...row('计划', `${stage.minutes}分钟`)],
      };
    }
    case 'speech':
    case 'answers':
      return ofSpeech(meeting, name.requestId, zone);
    case 'vote':
      return ofVote(meeting, name, zone);
    case 'election':
      return ofElection(meeting, name, zone);
  }
}

function ofElection(meeting: Held, { electionId, round }: Extract<FactName, { kind: 'election' }>, zone: string): Particulars | null {
  const held = electionRoundsOf(meeting).find((one) => one.electionId === electionId && one.result.round === round);
  if (!held) return null;
  const { result } = held;
  const { marked, blank, spoilt, notHandedIn } = result.ballots;
  return {
    what: '选举',
    place: 'elections',
    rows: [
      ...row('选举', result.paper.title),
      ...row('方式', mannerOf(result)),
      ...row('名额', `${result.paper.seats}名`),
      ...row('条件', `${conditionText(result)}（不少于${result.needed}票）`),
      ...row('选票', `发出${result.roll}张，有效${marked}张，弃权${blank}张，废票${spoilt}张，未投${notHandedIn}张`),
      ...row('结果', outcomeText(result)),
      ...enteredRow(meeting, result.votes, '代为录入选票'),

      ...row('结束', timeText(result.closedAt, zone)),
    ],
  };
}

const span = (from: number, to: number | null, zone: string): string =>
  `${dateText(from, zone)} ${timeText(from, zone)}—${to === null ? '' : timeText(to, zone)}`;

function ofRoll(meeting: Held, zone: string): Particulars {
  const { eligible, present, online, onLeave, absent, needed, quorumMet } = attendanceOf(meeting);
  const names = namesOf(meeting);
  const chair = attendeeOf(meeting.roll, meeting.presiding);
  const ended = meeting.phase === 'concluded' ? meeting.concludedAt : null;
  return {
    what: '签到',
    place: 'roll',
    rows: [
      ...row('应到', `${eligible}人`),
      ...row('实到', `${present}人，其中线上${online}人`),
      ...row('请假', `${onLeave}人${names.onLeave.length > 0 ? `：${names.onLeave.join('、')}` : ''}`),
      ...row('缺席', `${absent}人`),
      ...row('规定人数', `${needed}人以上，${quorumMet ? '符合' : '未达到'}`),
      ...('openedAt' in meeting ? row('开会至散会', span(meeting.openedAt, ended, zone)) : []),
      ...row('主持', chair ? `${chair.unit ?? ''}${chair.title ?? ''}${chair.name}` : null),
    ],
  };
}

const answerKinds = { adopt: '采纳', adoptPartially: '部分采纳', explain: '解释', writtenReplyLater: '会后书面答复' } as const;

function ofSpeech(meeting: Held, requestId: Parameters<typeof heard>[1], zone: string): Particulars | null {
  const told = heard(meeting, requestId);
  if (!told) return null;
  const speech = meeting.queue.speeches.find((one) => one.requestId === requestId);
  const stage = meeting.agenda.stages.find(({ stageId }) => stageId === speech?.stageId);
  const answers = latestAnswers(meeting.queue, requestId);
  return {
    what: speechKindText(told.kind),
    place: 'hall',
    rows: [
      ...row('发言人', personText(meeting, told.person)),
      ...row('题目', told.topic.trim()),
      ...row('环节', stage?.name ?? null),
      ...row('起止', span(told.from, told.to, zone)),
      ...(speech?.matter ? row('针对', orderMatterText(speech.matter)) : []),
      ...(speech?.enteredBy === undefined
        ? []
        : row('代操作', actedForText(attendeeOf(meeting.roll, speech.enteredBy)?.name ?? '工作人员', speech.kind))),
      ...(speech?.text === undefined ? [] : row('全文', speech.text.trim())),
      ...(speech && speech.kind !== 'writtenSpeech'
        ? row('用时', `${lengthText(speech.spokenMs)}（时限${lengthText(speech.limitMs)}）`)
        : []),
      ...row('请部门回应', (speech?.addressedTo ?? []).map((person) => personText(meeting, person)).join('、')),
      ...answers.flatMap(({ department, kind, note, dueDate }) =>
        row(
          `${personText(meeting, department)}答复`,
          `${answerKinds[kind]}${note.trim() === '' ? '' : `：${note.trim()}`}${dueDate === null ? '' : `（${dayText(dueDate)}前）`}`,
        ),
      ),
    ],
  };
}

const choices: readonly (readonly [NamedVote['choice'], string])[] = [
  ['approve' satisfies Choice, '赞成'],
  ['oppose' satisfies Choice, '反对'],
  ['abstain' satisfies Choice, '弃权'],
  ['notPressed', '未按'],
];

function ofVote(
  meeting: Held,
  { motionId, round }: { readonly motionId: MotionId; readonly round: number },
  zone: string,
): Particulars | null {
  const held = roundsOf(meeting, motionId).find((one) => one.round === round);
  if (!held) return null;
  const { result } = held;
  const papers = papersOf(result);
  const { number, text, version, leadUnit, coUnits, dueDate, amends, original } = result.paper;
  const owners = [leadUnit === '' ? '' : `主办${leadUnit}`, coUnits.length === 0 ? '' : `会办${coUnits.join('、')}`]
    .filter(Boolean)
    .join('，');
  const rule =
    result.form === 'acclamation' || result.rule.threshold.kind === 'consensus'
      ? '达成一致'
      : `${bases[result.rule.base]}${share(result.rule.threshold)}`;
  return {
    what: '表决',
    place: 'vote',
    rows: [
      ...row(amends === undefined ? '建议' : '修改意见', `${amends === undefined ? '' : '对'}第${number}条（第${version}稿）`),
      ...row('文本', text),
      ...row('改动', original === undefined ? null : changesText(original, text)),
      ...row(
        '并入的修改意见',
        mergedInto(meeting, motionId)
          .map(({ by }) => personText(meeting, by))
          .join('、'),
      ),
      ...row('承办', owners),
      ...row('完成时限', dueDate === null ? null : dayText(dueDate)),
      ...row('结束', `${dateText(result.closedAt, zone)} ${timeText(result.closedAt, zone)}`),
      ...(result.form === 'acclamation'
        ? row('结果', `鼓掌通过，在场${result.roll}人`)
        : [
            ...row('方式', formText(result)),
            ...row('规则', `${rule}，至少${result.needed}票赞成（基数${result.base}${hasWeights(result) ? '票' : '人'}）`),
            ...row(
              '法定人数',
              result.quorum && `${result.quorum.needed}人，开始时${result.quorum.atOpening}人，结束时${result.quorum.atClosing}人`,
            ),
            ...row(
              '表决票',
              papers && `发出${papers.issued}张，收回${papers.returned}张${result.spoilt > 0 ? `，其中废票${result.spoilt}张` : ''}`,
            ),
            ...choices.flatMap(([choice, label]) => row(label, namesFor(meeting, result, choice))),
            ...(result.form === 'showOfHands' ? [] : enteredRow(meeting, result.votes, '代为按键')),
            ...row('结果', `${judgement(result)}，${result.passed ? '获得通过' : '未获通过'}`),
          ]),
      ...row('声明保留', held.reservations.map(({ person }) => attendeeOf(meeting.roll, person)?.name ?? '').join('、')),
    ],
  };
}

interface Given {
  readonly voter: PersonId;
  readonly enteredBy?: PersonId;
}

/** V19, E18. Whose device had failed, and who acted for them. */
function enteredRow(meeting: Held, votes: readonly Given[], act: string): readonly Row[] {
  const entered = votes.filter(({ enteredBy }) => enteredBy !== undefined);
  const names = (people: readonly PersonId[]): string =>
    [...new Set(people)].map((person) => attendeeOf(meeting.roll, person)?.name ?? '').join('、');
  const officers = names(entered.flatMap(({ enteredBy }) => enteredBy ?? []));
  return row('代操作', entered.length === 0 ? null : `${names(entered.map(({ voter }) => voter))}设备失灵，由${officers}${act}`);
}

const hasWeights = ({ weights }: CountedResult): boolean => Object.keys(weights).length > 0;

/** 5票：赵委员、孙委员…… Many are counted only, and those nobody names. */
function namesFor(meeting: Held, { votes, tally }: CountedResult, choice: NamedVote['choice']): string {
  const names = votes.filter((one) => one.choice === choice).map(({ voter }) => attendeeOf(meeting.roll, voter)?.name ?? '');
  return names.length === 0 || names.length > 12 ? `${tally[choice]}票` : `${tally[choice]}票：${names.join('、')}`;
}
