// Knows how each fact reads in official language; nothing of the document it stands in.
import {
  attendeeOf,
  latestAnswers,
  type Answer,
  type AnswerKind,
  type Meeting,
  type RequestId,
  type Speech,
  type SpeechKind,
  type StageId,
} from '@xieshang/meeting';
import { electionWording } from './election-wording.ts';
import { readFactId, type FactId } from './fact-id.ts';
import { attendanceOf, namesOf, personText } from './people.ts';
import { heard, type Heard, type Held } from './sources.ts';
import { orderMatterText } from './speech-words.ts';
import { dayText, lengthText, timeText } from './time.ts';
import { voteWording } from './vote-wording.ts';

export interface Wording {
  readonly lines: readonly string[];
  /** Where in the record it comes from: 来自签到 · 来自发言 15:41–15:44 · 来自表决 16:59 */
  readonly source: string;
}

/** Law 9. A fact as the record has it now, so that whatever is put right there shows here at once; null for what never was. */
export function wordingOf(meeting: Meeting, fact: FactId, zone: string): Wording | null {
  const name = readFactId(fact);
  if (meeting.phase === 'notConvened' || name === null) return null;
  switch (name.kind) {
    case 'roll':
      return { lines: [rollText(meeting)], source: '来自签到' };
    case 'names':
      return { lines: namesLines(meeting), source: '来自签到' };
    case 'stage':
      return stageWording(meeting, name.stageId, name.visit, zone);
    case 'speech':
      return speechWording(meeting, name.requestId, zone);
    case 'answers':
      return answersWording(meeting, name.requestId, zone);
    case 'vote':
      return voteWording(meeting, name.motionId, name.round, zone);
    case 'election':
      return electionWording(meeting, name.electionId, name.round, zone);
  }
}

/** 应到委员32人，实到28人（线上参会11人），请假3人，缺席1人，符合规定人数。 */
function rollText(meeting: Held): string {
  const { eligible, present, online, onLeave, absent, quorumMet } = attendanceOf(meeting);
  const begun = meeting.phase !== 'convened' && meeting.phase !== 'cancelled';
  const parts = [
    `应到委员${eligible}人`,
    `${begun ? '实到' : '已签到'}${present}人${online > 0 ? `（线上参会${online}人）` : ''}`,
    ...(onLeave > 0 ? [`请假${onLeave}人`] : []),
    ...(begun && absent > 0 ? [`缺席${absent}人`] : []),
    ...(begun ? [quorumMet ? '符合规定人数' : '未达到规定人数'] : []),
  ];
  return `${parts.join('，')}。`;
}

function namesLines(meeting: Held): readonly string[] {
  const { present, onLeave, nonVoting } = namesOf(meeting);
  const lists = [
    ['出席', present],
    ['请假', onLeave],
    ['列席', nonVoting],
  ] as const;
  return lists.filter(([, names]) => names.length > 0).map(([label, names]) => `${label}：${names.join('、')}`);
}

const period = (from: number, to: number | null, zone: string, dash: string): string =>
  to === null ? `${timeText(from, zone)}起` : `${timeText(from, zone)}${dash}${timeText(to, zone)}`;

/** 14:05—14:17 通报：全市产业链招商情况; where one thing only was on, it is named. */
function stageWording({ agenda }: Held, stageId: StageId, visit: number, zone: string): Wording | null {
  const leg = agenda.course.filter((one) => one.stageId === stageId)[visit - 1];
  if (!leg) return null;
  const name = agenda.stages.find((one) => one.stageId === stageId)?.name ?? '';
  const prepared = agenda.prepared.filter((one) => one.stageId === stageId);
  const topic = prepared.length === 1 && prepared[0]?.topic ? `：${prepared[0].topic}` : '';
  const again = visit > 1 ? `（第${visit}次）` : '';
  return {
    lines: [`${period(leg.from, leg.to, zone, '—')}　${name}${again}${topic}`],
    source: `来自议程 ${period(leg.from, leg.to, zone, '–')}`,
  };
}

const deeds: Readonly<Record<SpeechKind, string>> = {
  briefing: '通报情况',
  keynoteSpeech: '作重点发言',
  openFloorSpeech: '作自由发言',
  followUpQuestion: '追问',
  interjection: '插话',
  departmentResponse: '作现场回应',
  pointOfOrder: '作程序性发言',
  writtenSpeech: '作书面发言',
};

/** Departments report; a member who introduces an investigation explains it; a point of order says what it is about (Q19). */
function deedOf({ roll }: Held, { person, kind, matter }: Pick<Speech, 'person' | 'kind' | 'matter'>): string {
  if (kind === 'briefing' && attendeeOf(roll, person)?.role === 'member') return '作情况说明';
  return matter === undefined ? deeds[kind] : `就${orderMatterText(matter)}${deeds[kind]}`;
}

/** Quotation marks inside quotation marks are single ones. */
const quoted = (text: string): string => `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`;

/** 张委员（经济界）作重点发言：“以链主企业为牵引，绘制‘一链一图谱’”（14:25—14:31，用时5分45秒）。 */
function speechWording(meeting: Held, requestId: RequestId, zone: string): Wording | null {
  const speech = meeting.queue.speeches.find((one) => one.requestId === requestId);
  if (!speech) return null;
  const { person, kind, topic, from, to, spokenMs, limitMs } = speech;
  const over = spokenMs - limitMs >= 1000 ? `，超时${lengthText(spokenMs - limitMs)}` : '';
  const what = topic.trim() === '' ? '' : `：${quoted(topic.trim())}`;
  // What was handed in took no time of the meeting.
  if (kind === 'writtenSpeech') {
    return { lines: [`${personText(meeting, person)}${deeds[kind]}${what}。`], source: `来自书面发言 ${timeText(from, zone)}` };
  }
  const when = `${period(from, to, zone, '—')}，用时${lengthText(spokenMs)}${over}`;
  return {
    lines: [`${personText(meeting, person)}${deedOf(meeting, speech)}${what}（${when}）。`],
    source: `来自发言 ${period(from, to, zone, '–')}`,
  };
}

const answerKinds: Readonly<Record<AnswerKind, string>> = {
  adopt: '采纳',
  adoptPartially: '部分采纳',
  explain: '解释说明',
  writtenReplyLater: '会后书面答复',
};

/** A5. 李委员（工商联界）追问：驻点经费由谁承担？市商务局丁答复：列入年度预算，县区配套（采纳）。 */
function answersWording(meeting: Held, requestId: RequestId, zone: string): Wording | null {
  const asked = heard(meeting, requestId);
  const answers = latestAnswers(meeting.queue, requestId);
  if (!asked || answers.length === 0) return null;
  const replies = answers.map((answer) => `${personText(meeting, answer.department)}答复：${replyText(answer)}`);
  return {
    lines: [`${questionText(meeting, asked)}${replies.join('；')}。`],
    source: `来自发言 ${period(asked.from, asked.to, zone, '–')}`,
  };
}

function questionText(meeting: Held, { person, kind, topic }: Heard): string {
  const who = personText(meeting, person);
  const deed = kind === 'followUpQuestion' ? '追问' : '提出';
  const said = topic.trim();
  if (said === '') return `${who}${kind === 'followUpQuestion' ? '追问' : '发言'}；`;
  const question = `${who}${deed}：${kind === 'followUpQuestion' ? said : quoted(said)}`;
  return /[。？！；?!]”?$/.test(question) ? question : `${question}；`;
}

/** What was answered and how, or when the answer is owed. */
export function replyText({ kind, note, dueDate }: Pick<Answer, 'kind' | 'note' | 'dueDate'>): string {
  const said = note.trim().replace(/[。；，]+$/, '');
  const [word, due] = [answerKinds[kind], dueDate === null ? '' : `${dayText(dueDate)}前`];
  if (said === '') return due === '' ? word : `${word}，${due}`;
  const told = due !== '' && said.includes(word);
  return `${said}（${told ? due : [word, due].filter(Boolean).join('，')}）`;
}
