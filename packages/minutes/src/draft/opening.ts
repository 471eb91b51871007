// Knows the 导语 as a passage, its date, number and chair told apart; not how it is worded.
import { attendeeOf, type Meeting } from '@xieshang/meeting';
import { factId } from '../fact-id.ts';
import { heldOn, openingSentences, type Committee } from '../occasion.ts';
import type { Held } from '../sources.ts';
import { dateText } from '../time.ts';
import { date, name, withFigures, word, type Part, type Passage } from './passage.ts';

/** 2022年5月26日下午，市政协召开……。市政协副主席甲主持会议。 */
export function openingPassage(meeting: Held, committee: Committee): Passage {
  const text = openingSentences(meeting, committee);
  const day = dateText(heldOn(meeting), committee.zone);
  const chair = attendeeOf(meeting.roll, meeting.presiding);
  const who = chair ? `${chair.unit ?? ''}${chair.title ?? ''}${chair.name}` : '';
  const tail = chair ? `${who}主持会议。` : '';
  const about = text.slice(day.length, text.length - tail.length);
  const chaired: readonly Part[] = chair ? [name('主持人', who), '主持会议。'] : [];
  const sentences = [
    { parts: [date('会议日期', day), ...partOfDay(about)], sources: [factId('roll')], record: '会议记录' },
    ...(chaired.length === 0 ? [] : [{ parts: chaired, sources: [factId('roll')], record: '主持记录' }]),
  ];
  return { id: 'opening', section: 'opening', sentences };
}

/** Every 导语 that the skeleton may have begun with: by whoever may have been in the chair, of the planned time and of the real one. */
export function openingsOf(meeting: Meeting, committee: Committee): readonly string[] {
  if (meeting.phase === 'notConvened') return [];
  const chairs = meeting.roll.attendees.filter(({ role }) => role === 'moderator').map(({ person }) => person);
  const times = [meeting.notice.startsAt, heldOn(meeting)];
  const texts = times.flatMap((at) => chairs.map((presiding) => openingSentences({ ...meeting, presiding }, committee, at)));
  return [...new Set(texts)];
}

function partOfDay(text: string): readonly Part[] {
  const part = /^(?:上午|下午|晚上)/.exec(text)?.[0] ?? '';
  return [...(part === '' ? [] : [word('会议时间', part)]), ...withFigures(text.slice(part.length), '会议名称')];
}
