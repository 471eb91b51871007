// Knows the head of minutes (纪要格式): mark, number, issuer and date, red rule, title. Not what the minutes say.
import { LineRuleType, Paragraph, type TextRun } from 'docx';
import type { Manuscript } from '@xieshang/minutes';
import { titleLines, width } from './line-breaks.ts';
import { character, markTop, size, textWidth } from './page.ts';
import { runs, type Look } from './text.ts';

/** Points the mark may have, and how narrow its characters may become before it takes a second line. */
const mark = { largest: 30, smallest: 22, narrowest: 60 } as const;
/** 22 pt characters in a line of the 版心. */
export const titleWidth = 20;

/** One line within the 版心: smaller first, then narrower, and only then in several lines. */
export function markLook(text: string): { readonly look: Look; readonly points: number; readonly lines: readonly string[] } {
  const room = textWidth / 20 - 1;
  const fitting = Math.floor((room / width(text)) * 2) / 2;
  const points = Math.max(mark.smallest, Math.min(mark.largest, fitting));
  const look: Look = { face: 'title', size: points * 2, red: true };
  if (fitting >= mark.smallest) return { look, points, lines: [text] };
  const scale = Math.floor((room / (width(text) * points)) * 100);
  return scale >= mark.narrowest
    ? { look: { ...look, scale }, points, lines: [text] }
    : { look, points, lines: titleLines(text, titleWidth) };
}

/** 发文机关标志 or 纪要标志, its upper edge 35 mm below the top of the 版心. */
export function markLine(text: string): Paragraph {
  const { look, points, lines } = markLook(text);
  return new Paragraph({
    style: 'Mark',
    // The characters begin a tenth of their size below the upper edge of their line.
    spacing: { before: markTop - Math.round(points * 2), after: 0, line: Math.round(points * 24), lineRule: LineRuleType.EXACT },
    children: broken(lines, look),
  });
}

/** Issuer and date share a line while both have room; a long name takes the first line alone. */
function issuerLine(issuer: string, date: string | null): Paragraph {
  const together = width(issuer) + width(date ?? '') + 3 <= textWidth / character;
  const rest = date === null ? '' : `${together ? '' : '\n'}\t${date}`;
  return new Paragraph({ style: 'Issuer', children: runs(issuer + rest) });
}

/** Runs with a line break between the lines. */
export const broken = (lines: readonly string[], look: Look): TextRun[] => runs(lines.join('\n'), look);

export const titleLook: Look = { face: 'title', size: size.title };

/** A draft says so where the number will stand, and has no date. */
export const head = ({ mark: name, number, issuer, title }: Manuscript, date: string | null): Paragraph[] => [
  markLine(name),
  new Paragraph({ style: 'Number', children: runs(number ?? '（草稿）') }),
  issuerLine(issuer, date),
  new Paragraph({ style: 'Title', children: broken(titleLines(title, titleWidth), titleLook) }),
];
