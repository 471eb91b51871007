// Knows what a meeting and its committee are called in official documents, and when; not what went on.
import { attendeeOf, type Meeting, type PersonId } from '@xieshang/meeting';
import { hourOf, kindOf, rehearsalMark, timeText, type Committee } from '@xieshang/minutes';
import { dateIn, weekdayIn } from '../dates.ts';

/** A meeting that has been convened, or as it would be. */
export type Held = Exclude<Meeting, { readonly phase: 'notConvened' }>;

/** What documents are made from; `convenedAt` is null before that. */
export interface Source {
  readonly meeting: Held;
  readonly committee: Committee;
  readonly convenedAt: number | null;
}

/** A day that is written in by hand, or in Word. */
export const blankDate = '　　年　月　日';

/** 发文字号 as far as the meeting's year knows it; the rest is the office's register. */
export const blankNumber = ({ meeting, committee }: Source): string =>
  `　　〔${dateIn(committee.zone, begin(meeting)).slice(0, 4)}〕　　号`;

/** When it was opened, or shall be. */
export const begin = (meeting: Held): number => ('openedAt' in meeting ? meeting.openedAt : meeting.notice.startsAt);

export const hasBegun = (meeting: Held): boolean => 'openedAt' in meeting;

/** 2022年5月26日（星期四）13:30 */
export const whenText = (at: number, zone: string): string => `${dateIn(zone, at)}（${weekdayIn(zone, at)}）${timeText(at, zone)}`;

/** 2022年5月26日下午 */
export function halfDay(at: number, zone: string): string {
  const hour = hourOf(at, zone);
  return `${dateIn(zone, at)}${hour < 12 ? '上午' : hour < 18 ? '下午' : '晚上'}`;
}

/** 政协明川市委员会办公室 */
export const officeOf = ({ name }: Committee): string => `${name}办公室`;

/** Of a rehearsal each title says so. */
export const titled = (meeting: Held, title: string): string => `${title}${rehearsalMark(meeting)}`;

/** 双月专题协商座谈会 */
export const calledIn = ({ meeting, committee }: Source): string => kindOf(meeting, committee);

/** 市政协副主席甲 */
export function nameOf({ roll }: Held, person: PersonId): string {
  const attendee = attendeeOf(roll, person);
  return attendee ? `${attendee.unit ?? ''}${attendee.title ?? ''}${attendee.name}` : '';
}

export const chairOf = (meeting: Held): string => nameOf(meeting, meeting.presiding);

/** Of somebody who may have been struck off the roll since. */
export const memberName = ({ roll }: Held, person: PersonId): string => attendeeOf(roll, person)?.name ?? '原参会人员';

/** 明川市; null where the committee's name does not say. */
export const placeOf = ({ name }: Committee): string | null =>
  /^(?:中国人民政治协商会议|政协)(.+?[省市县区州盟旗])(?:第.{1,4}届)?委员会$/.exec(name)?.[1] ?? null;
