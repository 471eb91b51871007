// Knows how times are written in the committee's zone; never asks the device for its own.

export const defaultZone = 'Asia/Shanghai';
let zone = defaultZone;

/** Told once the committee is known; all times shown afterwards are in this zone. An unknown zone is left aside. */
export function setZone(name: string): void {
  try {
    new Intl.DateTimeFormat('zh-CN', { timeZone: name });
    zone = name;
  } catch {
    zone = defaultZone;
  }
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar and the clock on the wall of the zone at an instant (epoch ms). */
export function wallTime(at: number, inZone = zone): Parts {
  let format = formats.get(inZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: inZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(inZone, format);
  }
  const found = new Map(format.formatToParts(at).map(({ type, value }) => [type as string, Number(value)]));
  const part = (name: string) => found.get(name) ?? 0;
  return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute'), second: part('second') };
}

const two = (n: number): string => String(n).padStart(2, '0');
const weekdays = ['日', '一', '二', '三', '四', '五', '六'];

const asUtc = ({ year, month, day, hour, minute, second }: Parts): number => Date.UTC(year, month - 1, day, hour, minute, second);

/** `15:44` */
export function clockTime(at: number, inZone = zone): string {
  const { hour, minute } = wallTime(at, inZone);
  return `${two(hour)}:${two(minute)}`;
}

/** `15:44:07` */
export function clockTimeWithSeconds(at: number, inZone = zone): string {
  return `${clockTime(at, inZone)}:${two(wallTime(at, inZone).second)}`;
}

/** `2022年5月26日` */
export function calendarDay(at: number, inZone = zone): string {
  const { year, month, day } = wallTime(at, inZone);
  return `${year}年${month}月${day}日`;
}

/** `5月26日 星期四` */
export function shortDay(at: number, inZone = zone): string {
  const wall = wallTime(at, inZone);
  return `${wall.month}月${wall.day}日 星期${weekdays[new Date(asUtc(wall)).getUTCDay()]}`;
}

/** `2022年5月26日 星期四 13:30` */
export function dayAndTime(at: number, inZone = zone): string {
  return `${wallTime(at, inZone).year}年${shortDay(at, inZone)} ${clockTime(at, inZone)}`;
}

/** `2022-05-26T13:30`, for a field that takes a time. */
export function fieldTime(at: number, inZone = zone): string {
  const { year, month, day } = wallTime(at, inZone);
  return `${year}-${two(month)}-${two(day)}T${clockTime(at, inZone)}`;
}

/** `2022-05-26` written as `2022年5月26日`; any other text comes back as it is. */
export function writtenDay(date: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return found ? `${found[1]}年${Number(found[2])}月${Number(found[3])}日` : date;
}

/** The instant at which the zone's wall shows `2022-05-26T13:30`; null when the text is no such time. */
export function instantOf(wall: string, inZone = zone): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(wall);
  if (!found) return null;
  const [year, month, day, hour, minute] = found.slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined || hour === undefined || minute === undefined) return null;
  const wanted = Date.UTC(year, month - 1, day, hour, minute);
  // Twice, since the zone's offset may differ between the first guess and the answer.
  let at = wanted;
  for (let round = 0; round < 2; round += 1) at += wanted - asUtc(wallTime(at, inZone));
  return at;
}

/** `6分钟`, `1小时12分钟`; less than a minute is in seconds. */
export function lengthOf(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds}秒`;
  const minutes = Math.round(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return `${minutes}分钟`;
  return minutes % 60 === 0 ? `${hours}小时` : `${hours}小时${minutes % 60}分钟`;
}
