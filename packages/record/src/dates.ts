// Knows how a day is written in an official document; not which day.

/** 2022年6月2日: Arabic digits, no leading zeros, the day it is in that zone. */
export function dateIn(zone: string, at: number): string {
  const format = new Intl.DateTimeFormat('en-u-ca-gregory', { timeZone: zone, year: 'numeric', month: 'numeric', day: 'numeric' });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts.get('year') ?? ''}年${parts.get('month') ?? ''}月${parts.get('day') ?? ''}日`;
}
