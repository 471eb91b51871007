// Knows which lines of a difference are folded away: those that are the same and far from a change; draws nothing.
import type { DifferentLine } from '@xieshang/minutes/history';

/** Lines that are the same on both sides and lie together are folded, but for so many beside a change. */
const shownBeside = 1;
const leastFolded = 3;

export interface Stretch {
  readonly from: number;
  readonly lines: readonly DifferentLine[];
  readonly folded: boolean;
}

export function stretchesOf(lines: readonly DifferentLine[]): readonly Stretch[] {
  const isNear = (place: number): boolean =>
    lines
      .slice(Math.max(place - shownBeside, 0), place + shownBeside + 1)
      .some((line) => line.change !== 'same' || (line.kind === 'text' && line.styled));
  const stretches: { from: number; lines: DifferentLine[]; folded: boolean }[] = [];
  for (const [place, line] of lines.entries()) {
    const folded = !isNear(place);
    const last = stretches.at(-1);
    if (last && last.folded === folded) last.lines.push(line);
    else stretches.push({ from: place, lines: [line], folded });
  }
  return stretches.map((stretch) => ({ ...stretch, folded: stretch.folded && stretch.lines.length >= leastFolded }));
}
