// Knows a sensible 发文字号 for minutes, to be changed by hand; not which numbers were given before.
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
