// Knows a sensible 发文字号 for minutes, to be changed by hand, and which numbers of a year are missing; asks nobody for those given.
import { wallTime } from '../words/time.ts';

const digits = '零一二三四五六七八九';

/** 三 · 十 · 十二 · 二十一, or figures; null for anything else. */
function readNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const [, tens, ten, ones = ''] = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text) ?? [];
  if (ten) return 10 * (tens ? digits.indexOf(tens) : 1) + (ones ? digits.indexOf(ones) : 0);
  const digit = digits.indexOf(tens ?? ones);
  return text.length === 1 && digit > 0 ? digit : null;
}

/** `〔2022〕3号` for 第3次… issued in 2022 (`at`, epoch ms); the first of the year where the title counts nothing. */
export function proposedNumber(title: string, at: number): string {
  const [, counted = ''] = /第([\d一二三四五六七八九十]+)(?:次|期)/.exec(title) ?? [];
  return `〔${wallTime(at).year}〕${readNumber(counted) || 1}号`;
}

const year = (number: string): number => Number(/〔(\d{4})〕/.exec(number)?.[1] ?? 0);
const ordinal = (number: string): number => Number(/〔\d{4}〕(\d+)号/.exec(number)?.[1] ?? 0);

export interface Numbering {
  /** One more than the highest of the year; before the first of the year what the title counts. */
  readonly proposed: string;
  /** Between the first and the highest of the year, those that were never given. */
  readonly gaps: readonly number[];
}

/** M17. `given`: the numbers of minutes of this kind, of any year and in any order. */
export function numbering(given: readonly string[], title: string, at: number): Numbering {
  const thisYear = wallTime(at).year;
  const taken = new Set(given.filter((number) => year(number) === thisYear).map(ordinal));
  const highest = Math.max(0, ...taken);
  if (highest === 0) return { proposed: proposedNumber(title, at), gaps: [] };
  const gaps = Array.from({ length: highest }, (_, place) => place + 1).filter((one) => !taken.has(one));
  return { proposed: `〔${thisYear}〕${highest + 1}号`, gaps };
}
