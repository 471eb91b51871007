// Knows the 版记 at the foot of the last page: who gets a copy, who issued it and when. Not when that was.
import { BorderStyle, FrameAnchorType, FrameWrap, HeightRule, type IParagraphOptions, LineRuleType, Paragraph } from 'docx';
import { width } from './line-breaks.ts';
import { line, margins, paperHeight, size, textWidth } from './page.ts';
import { runs } from './text.ts';

/** 0.35 mm above and below, 0.25 mm between, in eighths of a point. */
const rule = { outer: 8, inner: 6 } as const;
/** Characters of 4号 between the colon of 抄送 and the right edge, one less than there is room for: punctuation may need it. */
const copyWidth = 26;
const smallCharacters = textWidth / (size.small * 10);
const bottom = paperHeight - margins.bottom;
/** A line that is only there for its rule. */
const thin = 20;

const black = (eighths: number) => ({ style: BorderStyle.SINGLE, size: eighths, space: 0, color: '000000' });

/** A paragraph as wide as the 版心, so many twips below the paper's upper edge, on the page of the text it follows. */
const placed = (top: number, height: number, options: IParagraphOptions): Paragraph =>
  new Paragraph({
    ...options,
    frame: {
      type: 'absolute',
      position: { x: margins.left, y: top },
      width: textWidth,
      height,
      rule: HeightRule.ATLEAST,
      wrap: FrameWrap.NOT_BESIDE,
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
    },
  });

const small = (text: string) => runs(text, { size: size.small });

/** More receivers than fill a page would leave no page to stand on. */
const mostLines = 16;
const linesOf = (receivers: string): number => (receivers === '' ? 0 : Math.min(mostLines, Math.ceil((width(receivers) + 1) / copyWidth)));

/** The first rule stands apart from the text below it, which is set in on both sides; rules are not. */
function copies(receivers: string, lower: number): Paragraph[] {
  const height = linesOf(receivers) * line;
  return [
    placed(lower - height - thin, thin, { style: 'Join', border: { bottom: black(rule.outer) } }),
    placed(lower - height, height, { style: 'CopyTo', children: small(`抄送：${receivers}。`) }),
  ];
}

/** In one line while both have room, else in two. */
function issued(issuer: string, date: string | null): { readonly text: string; readonly lines: number } {
  if (date === null) return { text: issuer, lines: 1 };
  const fits = width(issuer) + width(`${date}印发`) <= smallCharacters - 4;
  return { text: `${issuer}${fits ? '' : '\n'}\t${date}印发`, lines: fits ? 1 : 2 };
}

/**
 * 抄送 only when there is one; a draft has no date. The last rule is the lower edge of the 版心. Framed paragraphs rather than a floating
 * table: LibreOffice leaves a table as wide as the 版心 in the text.
 */
export function colophon(issuer: string, copyTo: string, date: string | null): Paragraph[] {
  const receivers = copyTo.trim().replace(/。$/, '');
  const { text, lines } = issued(issuer, date);
  const top = bottom - lines * line;
  return [
    ...(receivers === '' ? [] : copies(receivers, top)),
    placed(top, lines * line, {
      style: 'Colophon',
      border: { top: black(receivers === '' ? rule.outer : rule.inner), bottom: black(rule.outer) },
      children: small(text),
    }),
    // Frames belong to the page of the next paragraph. This one is empty and as high as they are: where it finds no room they find none
    // either, and go with it to a new page instead of lying over the text.
    new Paragraph({ style: 'Join', spacing: { line: (lines + linesOf(receivers)) * line + 2 * thin, lineRule: LineRuleType.EXACT } }),
  ];
}
