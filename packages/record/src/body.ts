// Knows how the text of minutes looks in Word: headings, paragraphs, tables, images. Not the head, nor what follows the text.
import { HeadingLevel, LineRuleType, Paragraph, type Table } from 'docx';
import type { Block } from '@xieshang/minutes';
import { imageWithCaption, type ImageBytes } from './images.ts';
import { pieces, type Line } from './lines.ts';
import { character } from './page.ts';
import { textTable } from './text-table.ts';
import { runsOf, type Face } from './text.ts';

const headings = {
  1: { heading: HeadingLevel.HEADING_1, face: 'hei' },
  2: { heading: HeadingLevel.HEADING_2, face: 'kai' },
  3: { heading: HeadingLevel.HEADING_3, face: 'fangsong' },
  4: { heading: HeadingLevel.HEADING_4, face: 'fangsong' },
} as const satisfies Record<number, { heading: string; face: Face }>;

/** Lists within lists move right, but never so far that no line is left. */
const deepest = 4;

const indent = (depth: number) => ({
  left: Math.min(depth, deepest) * 2 * character,
  firstLine: 2 * character,
  firstLineChars: 200,
});

export function paragraph({ level, depth, runs: parts }: Line): Paragraph {
  if (level === 0) return new Paragraph({ style: 'Body', indent: indent(depth), children: runsOf(parts) });
  const { heading, face } = headings[level];
  return new Paragraph({ heading, indent: indent(0), children: runsOf(parts, { face }) });
}

/** A little air around a table; Word joins tables that nothing parts. */
const air = (): Paragraph => new Paragraph({ style: 'Join', spacing: { line: 120, lineRule: LineRuleType.EXACT } });

export function body(blocks: readonly Block[], images: ImageBytes): (Paragraph | Table)[] {
  let shown = 0;
  return pieces(blocks).flatMap((piece) => {
    if (piece.kind === 'line') return [paragraph(piece)];
    if (piece.kind === 'image') return imageWithCaption(piece.image, images, shown++);
    // Word takes a table without rows for a broken file.
    return piece.rows.length === 0 ? [] : [air(), textTable(piece.rows), air()];
  });
}
