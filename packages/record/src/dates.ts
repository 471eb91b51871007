// Knows how a day is written in an official document; not which day.

/** 2022年6月2日: Arabic digits, no leading zeros, the day it is in that zone. */
export function dateIn(zone: string, at: number): string {
  const format = new Intl.DateTimeFormat('en-u-ca-gregory', { timeZone: zone, year: 'numeric', month: 'numeric', day: 'numeric' });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts.get('year') ?? ''}年${parts.get('month') ?? ''}月${parts.get('day') ?? ''}日`;
}

const weekdays: Readonly<Record<string, string>> = { Mon: '一', Tue: '二', Wed: '三', Thu: '四', Fri: '五', Sat: '六', Sun: '日' };

/** 星期四 */
export const weekdayIn = (zone: string, at: number): string =>
  `星期${weekdays[new Intl.DateTimeFormat('en-US', { timeZone: zone, weekday: 'short' }).format(at)] ?? ''}`;
