// Knows when a date of the prose is no date, falls on another weekday, or is not that of the meeting or of a task; not other figures.
import { factId } from '../fact-id.ts';
import { openQuestionsOf, unitOf } from '../figures.ts';
import type { Mismatch } from './finding.ts';
import { dayName, daysIn, isDay, numberOf, numeral, sentencesIn, weekdayOf, type Day } from './reading.ts';
import type { CheckRecord } from './record.ts';

const fact = factId('roll');
const sameDay = (one: Pick<Day, 'year' | 'month' | 'day'>, other: Pick<Day, 'year' | 'month' | 'day'>): boolean =>
  dayName(one) === dayName(other);

export function dateMismatches(text: string, record: CheckRecord): readonly Mismatch[] {
  const days = daysIn(text);
  return [
    ...days.flatMap((day) => calendar(text, day)),
    ...days.flatMap((day) => meetingDay(text, day, record)),
    ...ordinal(text, record),
    ...replies(text, days, record),
    ...tasks(text, days, record),
    ...brackets(text),
  ];
}

/** What no record is needed for: 2022年2月30日, and a weekday that is not that day's. */
function calendar(text: string, day: Day): readonly Mismatch[] {
  if (!isDay(day)) {
    return [
      {
        kind: 'date',
        from: day.from,
        to: day.to,
        written: text.slice(day.from, day.to),
        recorded: '没有这一天',
        plainly: true,
        record: '日历',
        fact: null,
      },
    ];
  }
  const behind = /^[（(]?(?:星期|周|礼拜)(?<weekday>[一二三四五六日天])/d.exec(text.slice(day.to, day.to + 6));
  const said = behind?.groups?.['weekday']?.replace('天', '日');
  if (!behind || said === undefined || said === weekdayOf(day)) return [];
  const [at, to] = behind.indices?.groups?.['weekday'] ?? [0, 0];
  const place = { from: day.to + at, to: day.to + to };
  return [{ kind: 'date', ...place, written: `${dayName(day)}星期${said}`, recorded: `星期${weekdayOf(day)}`, record: '日历', fact: null }];
}

/** A day with its part of the day on which the meeting is said to be held. */
function meetingDay(text: string, day: Day, { day: told, partOfDay, meeting }: CheckRecord): readonly Mismatch[] {
  const tail = text.slice(day.to, day.to + 60);
  const held =
    /^[（(]?(?:(?:星期|周)[一二三四五六日天][）)]?)?(?<part>上午|中午|下午|晚上|晚)?[，,]?[^，。；“]{0,30}?(?<!前|后|将|拟)(?:召开|举行)[^，。；]{0,40}/d.exec(
      tail,
    );
  if (!held || !isThisMeeting(held[0], meeting.notice.title) || /前$|后$/.test(text.slice(day.from, day.to))) return [];
  const part = held.groups?.['part'];
  const [at, to] = held.indices?.groups?.['part'] ?? [0, 0];
  const record = '会议记录';
  return [
    ...(sameDay(day, told)
      ? []
      : [
          {
            kind: 'date',
            from: day.from,
            to: day.to,
            written: text.slice(day.from, day.to),
            recorded: dayName(told),
            record,
            fact,
          } as const,
        ]),
    ...(part === undefined || part.startsWith(partOfDay.slice(0, 1)) || (part === '中午' && partOfDay !== '晚上')
      ? []
      : [{ kind: 'date', from: day.to + at, to: day.to + to, written: part, recorded: partOfDay, record, fact } as const]),
  ];
}

const kindOf = (title: string): string =>
  /第[^次届]{1,6}次(?<kind>.+)$/.exec(title)?.groups?.['kind'] ?? title.replace(/^.*委员会|\d{4}年/g, '');

/** Other meetings are held on other days. */
const isThisMeeting = (said: string, title: string): boolean =>
  said.includes(kindOf(title)) || /(?:召开|举行)(?:了)?(?:本次|这次)?会议?$/.test(said);

/** 第3次双月专题协商座谈会, and the year before it. */
function ordinal(text: string, { meeting }: CheckRecord): readonly Mismatch[] {
  const { title } = meeting.notice;
  const told = new RegExp(`(?:(?<year>\\d{4})年度?)?第(?<n>${numeral})次(?<kind>.+)$`).exec(title)?.groups;
  const [n, kind] = [numberOf(told?.['n'] ?? ''), told?.['kind'] ?? ''];
  if (n === null || kind === '') return [];
  const pattern = new RegExp(`(?:(?<year>\\d{4})年度?)?第\\s?(?<n>${numeral})\\s?次${escaped(kind)}`, 'dg');
  return [...text.matchAll(pattern)].flatMap((match): Mismatch[] => {
    const said = numberOf(match.groups?.['n'] ?? '');
    const year = match.groups?.['year'];
    if (year !== undefined && told?.['year'] !== undefined && year !== told['year'] && said !== n) return [];
    const [from, to] = match.indices?.groups?.['n'] ?? [0, 0];
    if (said === null || said === n) return [];
    return [{ kind: 'figure', from, to, written: `第${match.groups?.['n'] ?? ''}次`, recorded: `第${n}次`, record: '会议通知', fact }];
  });
}

export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** 市发展和改革委员会……将于2022年6月10日前书面答复: one of the days that this unit has promised. */
function replies(text: string, days: readonly Day[], { meeting }: CheckRecord): readonly Mismatch[] {
  if (!text.includes('书面')) return [];
  const promised = openQuestionsOf(meeting).flatMap(({ speech, department, answer }) =>
    answer === null || answer.dueDate === null
      ? []
      : [{ unit: unitOf(meeting, department), due: answer.dueDate, requestId: speech.requestId }],
  );
  return sentencesIn(text).flatMap((sentence) => {
    if (!/书面(?:答复|回复)/.test(sentence.text)) return [];
    return days
      .filter(({ from, to }) => from >= sentence.from && to <= sentence.to)
      .flatMap((day): Mismatch[] => {
        const tail = text.slice(day.to, sentence.to);
        const before = text.slice(sentence.from, day.from);
        const last = promised
          .map((one) => ({ ...one, at: before.lastIndexOf(one.unit) }))
          .filter(({ at }) => at >= 0)
          .toSorted((one, other) => other.at - one.at)[0];
        if (!last || !/^[前内]?[，]?(?:作出|予以|给予|向[^，。；]{1,12})?书面(?:答复|回复)/.test(tail)) return [];
        const dues = promised.filter(({ unit }) => unit === last.unit).map(({ due }) => ofDate(due));
        if (dues.some((due) => sameDay(due, day))) return [];
        const recorded = `${last.unit}书面答复时限${dues.map(dayName).join('、')}`;
        const written = text.slice(day.from, day.to);
        return [
          { kind: 'date', from: day.from, to: day.to, written, recorded, record: '答复记录', fact: factId(`answers.${last.requestId}`) },
        ];
      });
  });
}

/** 第1条……2022年9月30日前完成 */
function tasks(text: string, days: readonly Day[], { outcomes }: CheckRecord): readonly Mismatch[] {
  return days.flatMap((day): Mismatch[] => {
    if (!/^(?:前|之前|以前)(?:完成|办结)/.test(text.slice(day.to, day.to + 6))) return [];
    const before =
      text
        .slice(Math.max(0, day.from - 120), day.from)
        .split(/[。；:]/)
        .at(-1) ?? '';
    const said = numberOf(new RegExp(`第\\s?(${numeral})条`).exec(before)?.[1] ?? '');
    const outcome = outcomes.find(({ number }) => number === said);
    const due = outcome?.recommendation?.dueDate;
    if (!outcome || due === undefined || due === null || sameDay(ofDate(due), day)) return [];
    const recorded = `第${outcome.number}条完成时限${dayName(ofDate(due))}`;
    const written = text.slice(day.from, day.to);
    return [
      {
        kind: 'date',
        from: day.from,
        to: day.to,
        written,
        recorded,
        record: '建议稿',
        fact: factId(`vote.${outcome.motionId}.${outcome.last?.round ?? 1}`),
      },
    ];
  });
}

function ofDate(date: string): Pick<Day, 'year' | 'month' | 'day'> {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day };
}

/** 发文字号 in the brackets and without the 第 of the standard: 〔2022〕3号. */
function brackets(text: string): readonly Mismatch[] {
  return [...text.matchAll(/(?:[[［【（(](?<year>20\d{2})[\]］】）)]|〔(?<right>20\d{2})〕)(?<ordinal>第)?0*(?<n>\d+)号/g)].flatMap(
    (match): Mismatch[] => {
      const { year, right, ordinal: first, n = '' } = match.groups ?? {};
      const form = `〔${year ?? right ?? ''}〕${Number(n)}号`;
      const recorded = `应写作${form}`;
      if (match[0] === form || (right !== undefined && first === undefined && !/〕0/.test(match[0]))) return [];
      const place = { from: match.index, to: match.index + match[0].length };
      return [
        { kind: 'wording', ...place, written: match[0], recorded, plainly: true, record: '发文字号用六角括号，不加“第”', fact: null },
      ];
    },
  );
}
