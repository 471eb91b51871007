// Knows how the text of minutes looks in Word: headings, paragraphs, tables. Not the head, nor what follows the text.
import { HeadingLevel, Paragraph, type Table } from 'docx';
import type { Block } from '@xieshang/minutes';
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

/** A line too low to be seen: Word joins tables that nothing parts. */
export const join = (): Paragraph => new Paragraph({ style: 'Join' });

export const body = (blocks: readonly Block[]): (Paragraph | Table)[] =>
  pieces(blocks).flatMap((piece) => (piece.kind === 'line' ? [paragraph(piece)] : [textTable(piece.rows), join()]));
