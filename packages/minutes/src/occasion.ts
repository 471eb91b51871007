// Knows what a meeting is called in minutes, when it was and who held it; not what went on in it.
import { attendeeOf, type Instant } from '@xieshang/meeting';
import type { Held } from './sources.ts';
import { dateText, hourOf } from './time.ts';

export interface Committee {
  readonly name: string;
  /** IANA name of the zone that times are told in. */
  readonly zone: string;
}

interface Titled {
  readonly notice: { readonly title: string };
}

/** 政协明川市委员会2022年第3次双月专题协商座谈会, without the committee and the year. */
function shortTitle({ notice }: Titled, committee: Committee): string {
  const names = [committee.name, calledShortly(committee)];
  const name = names.find((one) => one !== '' && notice.title.startsWith(one)) ?? '';
  return (
    notice.title
      .slice(name.length)
      .replace(/^\s*\d{4}年度?/, '')
      .trim() || notice.title
  );
}

/** What kind of meeting it is, also without its number in the year: 双月专题协商座谈会. */
export const kindOf = (meeting: Titled, committee: Committee): string =>
  shortTitle(meeting, committee).replace(/^第[^次届]{1,6}次(?=.)/, '');

/** 市政协; a committee of another kind is called by its name. */
const calledShortly = ({ name }: Committee): string => {
  const level = /^(?:中国人民)?政(?:协|治协商会议).*([省市县区州盟旗])委员会$/.exec(name)?.[1];
  return level ? `${level}政协` : name;
};

/** What a rehearsal's papers bear, so that nobody takes them for a meeting's. */
export const rehearsalMark = ({ notice }: Held): string => (notice.kind === 'rehearsal' ? '（演练）' : '');

/** When it was held; until it is opened, when it shall be. */
export const heldOn = (meeting: Held): Instant => ('openedAt' in meeting ? meeting.openedAt : meeting.notice.startsAt);

const partOfDay = (hour: number): string => (hour < 12 ? '上午' : hour < 18 ? '下午' : '晚上');

/** 导语: when, who, about what, and who was in the chair. */
export function openingSentences(meeting: Held, committee: Committee, at: Instant = heldOn(meeting)): string {
  const chair = attendeeOf(meeting.roll, meeting.presiding);
  const when = `${dateText(at, committee.zone)}${partOfDay(hourOf(at, committee.zone))}`;
  const held = `${when}，${calledShortly(committee)}召开${shortTitle(meeting, committee)}，围绕“${meeting.notice.topic}”协商议政。`;
  return chair ? `${held}${chair.unit ?? ''}${chair.title ?? ''}${chair.name}主持会议。` : held;
}

export const closingOfOpening = '现将会议情况纪要如下：';
