// Knows how times are told in the committee's zone; nothing of the clock or the zone of this machine.

const formats = new Map<string, Intl.DateTimeFormat>();

function partsOf(at: number, zone: string): Readonly<Record<string, string>> {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23' },
      ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' },
    });
  formats.set(zone, format);
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
}

/** 2022年5月26日 */
export function dateText(at: number, zone: string): string {
  const { year = '', month = '', day = '' } = partsOf(at, zone);
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** 14:05 */
export function timeText(at: number, zone: string): string {
  const { hour = '', minute = '' } = partsOf(at, zone);
  return `${hour}:${minute}`;
}

export const hourOf = (at: number, zone: string): number => Number(partsOf(at, zone)['hour']);

/** `2022-06-10` as 2022年6月10日. */
export const dayText = (date: string): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
};

/** 6分40秒; whole seconds, begun ones not counted. */
export function lengthText(ms: number): string {
  const seconds = Math.floor(Math.max(ms, 0) / 1000);
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds}秒` : `${minutes}分${seconds % 60}秒`;
}
