// Knows how figures, dates and sentences are read in Chinese prose; nothing of any meeting.

/** Full-width digits, brackets and colons as half-width ones, character by character: places stay the same. */
export const levelled = (text: string): string =>
  text.replace(/[０-９：]/g, (one) => (one === '：' ? ':' : String.fromCharCode(one.charCodeAt(0) - 0xfee0)));

const digits: Readonly<Record<string, number>> = {
  ...{ 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
};
const tens: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** A figure as people write one. */
export const numeral = '(?:\\d+|[零〇一二两三四五六七八九十百千]+)';

/** 28 · 二十八 · 一百零三; null for what is no number (一二) or beyond what a meeting counts. */
export function numberOf(text: string): number | null {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  if (!/^[零〇一二两三四五六七八九十百千]{1,9}$/.test(text)) return null;
  let [sum, digit, last] = [0, -1, Infinity];
  for (const one of text) {
    const unit = tens[one];
    if (unit === undefined) {
      if (digit > 0) return null;
      digit = digits[one] ?? 0;
      continue;
    }
    if (unit >= last) return null;
    if (digit < 0 && unit !== 10) return null;
    sum += Math.max(digit, digit < 0 ? 1 : 0) * unit;
    [digit, last] = [-1, unit];
  }
  return sum + Math.max(digit, 0);
}

/** 二〇二二 as 2022; null for what is no year. */
export function yearOf(text: string): number | null {
  if (/^\d{4}$/.test(text)) return Number(text);
  const written = [...text].map((one) => digits[one]);
  return text.length === 4 && written.every((one) => one !== undefined) ? Number(written.join('')) : null;
}

/**
 * What comes before a figure that is not meant exactly, or ends a range or another figure. Behind one, 余 and 至 stand where the word that
 * is counted would.
 */
const loose =
  '(?<!近|约|超|逾|超过|不足|至少|少于|多于|大于|第|[\\d.零〇一二两三四五六七八九十百千]|[\\d一二两三四五六七八九十][到至\\-—–~～－、])';
/** An exact figure, as the source of a regular expression, under a name. */
export const exactly = (name: string): string => `${loose}(?<${name}>${numeral})`;

export interface Day {
  readonly from: number;
  readonly to: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const fullDate =
  /(?<year>\d{4}|[〇零一二三四五六七八九]{4})年(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})月(?<day>\d{1,2}|[一二三四五六七八九十]{1,3})日/g;

/** Full dates in levelled text, in figures or in characters. */
export const daysIn = (text: string): readonly Day[] =>
  [...text.matchAll(fullDate)].flatMap((match) => {
    const { year = '', month = '', day = '' } = match.groups ?? {};
    const [y, m, d] = [yearOf(year), numberOf(month), numberOf(day)];
    if (y === null || m === null || d === null) return [];
    return [{ from: match.index, to: match.index + match[0].length, year: y, month: m, day: d }];
  });

export const dayName = ({ year, month, day }: Pick<Day, 'year' | 'month' | 'day'>): string => `${year}年${month}月${day}日`;

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isDay({ year, month, day }: Pick<Day, 'year' | 'month' | 'day'>): boolean {
  const leap = month === 2 && (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0);
  return month >= 1 && month <= 12 && day >= 1 && day <= (lengths[month - 1] ?? 0) + Number(leap);
}

const weekdays = ['日', '一', '二', '三', '四', '五', '六'];

/** 四, of 2022年5月26日. By the calendar alone. */
export function weekdayOf({ year, month, day }: Pick<Day, 'year' | 'month' | 'day'>): string {
  const [y, m] = month < 3 ? [year - 1, month + 12] : [year, month];
  const century = Math.floor(y / 100);
  const ofCentury = y % 100;
  const h = (day + Math.floor((13 * (m + 1)) / 5) + ofCentury + Math.floor(ofCentury / 4) + Math.floor(century / 4) + 5 * century) % 7;
  return weekdays[(h + 6) % 7] ?? '';
}

export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Cut behind each of these characters; the pieces make up the whole. */
export function cut(text: string, behind: RegExp): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(behind)) {
    const to = match.index + match[0].length;
    pieces.push({ from, to, text: text.slice(from, to) });
    from = to;
  }
  if (from < text.length) pieces.push({ from, to: text.length, text: text.slice(from) });
  return pieces;
}

export const sentencesIn = (text: string): readonly Piece[] => cut(text, /[。！？\n]+[”’）]?/g);
export const clausesIn = (text: string): readonly Piece[] => cut(text, /[。；！？\n]+[”’）]?/g);
