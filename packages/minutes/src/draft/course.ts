// Knows how the course of the meeting reads: what was heard, who spoke, how many; not what was recommended.
import { attendeeOf, type PersonId, type Speech } from '@xieshang/meeting';
import { factId } from '../fact-id.ts';
import { respondingUnits, speakersOf, speechesOf, standingAnswers } from '../figures.ts';
import type { Held } from '../sources.ts';
import { figure, joined, name, unit, type Part, type Passage, type Sentence } from './passage.ts';

const speechFact = ({ requestId }: Speech) => factId(`speech.${requestId}`);

/** 会议听取了……的通报和……的说明。张委员等12名委员作重点发言，8名委员自由发言，6个部门现场回应。 */
export function coursePassages(meeting: Held): readonly Passage[] {
  const sentences = [heardSentence(meeting), spokenSentence(meeting)].filter((one) => one !== null);
  return sentences.length === 0 ? [] : [{ id: 'course', section: 'course', sentences }];
}

function heardSentence(meeting: Held): Sentence | null {
  const briefings = speechesOf(meeting, 'briefing');
  if (briefings.length === 0) return null;
  const items = briefings.map((speech) => briefing(meeting, speech));
  const last = items.length - 1;
  const list = items.flatMap((parts, place) => (place === 0 ? parts : [place === last ? '和' : '、', ...parts]));
  return { parts: ['会议听取了', ...list, '。'], sources: briefings.map(speechFact), record: '发言记录' };
}

/** 市工业和信息化局关于产业链招商情况的通报; a member explains: 市政协经济委员会关于专题调研情况的说明. */
function briefing(meeting: Held, { person, topic }: Speech): readonly Part[] {
  const about = topic
    .trim()
    .replace(/[（(][^（）()]*[）)]$/, '')
    .replace(/的?(?:通报|说明|汇报|报告)$/, '')
    .replace(/[“”]/g, '');
  const isMember = attendeeOf(meeting.roll, person)?.role === 'member';
  return [...whoBriefed(meeting, person), about === '' ? '' : `关于${about}`, isMember ? '的说明' : '的通报'].filter((part) => part !== '');
}

/** A member who introduces an investigation does so for the committee of which they are in the chair. */
function whoBriefed(meeting: Held, person: PersonId): readonly Part[] {
  const attendee = attendeeOf(meeting.roll, person);
  if (attendee?.unit !== undefined) return [unit('通报单位', attendee.unit)];
  const committee = /^(.+委员会)(?:副?主任(?:委员)?)$/.exec(attendee?.title ?? '')?.[1];
  return committee === undefined ? [name('通报人', attendee?.name ?? '有关方面')] : [unit('说明单位', committee)];
}

function spokenSentence(meeting: Held): Sentence | null {
  const [keynotes, free, units] = [speakersOf(meeting, 'keynoteSpeech'), speakersOf(meeting, 'openFloorSpeech'), respondingUnits(meeting)];
  const clauses: (readonly Part[])[] = [];
  if (keynotes.length > 0) clauses.push([...someOf(meeting, keynotes, '重点发言'), '作重点发言']);
  if (free.length > 0) clauses.push([figure('自由发言委员', free.length), '名委员自由发言']);
  const written = speakersOf(meeting, 'writtenSpeech');
  if (written.length > 0) clauses.push([figure('书面发言委员', written.length), '人作书面发言']);
  if (units.length > 0) clauses.push([figure('现场回应部门', units.length), '个部门现场回应']);
  if (clauses.length === 0) return null;
  const responses = speechesOf(meeting, 'departmentResponse');
  const answered = [...new Set(standingAnswers(meeting).map(({ speech }) => factId(`answers.${speech.requestId}`)))];
  return {
    parts: [...joined(clauses, '，'), '。'],
    sources: [
      ...[
        ...speechesOf(meeting, 'keynoteSpeech'),
        ...speechesOf(meeting, 'openFloorSpeech'),
        ...speechesOf(meeting, 'writtenSpeech'),
        ...responses,
      ].map(speechFact),
      ...(responses.length > 0 ? [] : answered),
    ],
    record: '发言记录',
  };
}

/** 张委员、李委员; four and more: 张委员等4名委员. */
function someOf({ roll }: Held, people: readonly PersonId[], what: string): readonly Part[] {
  const names = people.map((person) => name(`${what}人`, attendeeOf(roll, person)?.name ?? '原参会人员'));
  if (names.length <= 3)
    return joined(
      names.map((one) => [one]),
      '、',
    );
  return [...names.slice(0, 1), '等', figure(`${what}委员`, names.length), '名委员'];
}
