// Knows how deeds are told in a sentence: who wrote, moved or took words, and when; not where the words stand.
import { personId, type Roll } from '@xieshang/meeting';
import type { Deed, Piece } from '@xieshang/minutes/history';
import { nameOf } from '../../../meeting/shared/people.ts';
import { calendarDay, clockTime } from '../../../words/time.ts';
import { historyWords as words } from '../../../words/zh/minutes-history.ts';

export const whoIs = (roll: Roll, by: string | null): string => (by === null ? words.system : nameOf(roll, personId(by)));

/** The time alone while it is the day of the meeting's text; with its day otherwise. */
export const timeOf = (at: number, today: number): string =>
  calendarDay(at) === calendarDay(today) ? clockTime(at) : `${calendarDay(at)} ${clockTime(at)}`;

/** 文秘书 14:20 写，武秘书 14:25 移来或恢复 */
export function toldOf(roll: Roll, { written, moved }: Pick<Piece, 'written' | 'moved'>, today: number): string {
  const tell = (deed: Deed, how: (name: string, time: string) => string): string => how(whoIs(roll, deed.by), timeOf(deed.at, today));
  return [tell(written, words.wrote), ...(moved ? [tell(moved, words.moved)] : [])].join('，');
}
