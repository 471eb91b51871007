// Knows how two pages of the minutes differ, line by line and within each line; not which versions they are.
import type { FactId } from '../fact-id.ts';
import { addPiece, textOfLine, type Line, type LineStyle, type Page, type Piece } from './page.ts';
import { likeness, listDifference, proseDifference, type Change, type Part } from './prose.ts';

/** A stretch of a line; of removed words the pieces say who wrote them, of all others too. */
export interface DifferentPart {
  readonly change: Change;
  readonly pieces: readonly Piece[];
}

export type DifferentLine =
  | { readonly kind: 'fact'; readonly change: Change; readonly fact: FactId }
  | { readonly kind: 'image'; readonly change: Change; readonly image: string; readonly caption: string }
  | {
      readonly kind: 'text';
      /** `changed`: some of its words; `same` also where only its style changed, which `styled` says. */
      readonly change: Change | 'changed';
      readonly style: LineStyle;
      readonly level: number;
      readonly styled: boolean;
      readonly parts: readonly DifferentPart[];
    };

export interface Difference {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly DifferentLine[];
  /** Characters. */
  readonly added: number;
  readonly removed: number;
}

/** Lines that have less in common are not the same line with other words. */
const leastAlike = 0.35;
/** Beyond so many pairs of lines only neighbours are compared. */
const mostPairs = 4_000;

type TextLine = Extract<Line, { readonly kind: 'text' }>;

/** What leads from one page to the other; words that only read otherwise because the record says otherwise are not among it. */
export function differenceOf(before: Page, after: Page): Difference {
  const lines: DifferentLine[] = [];
  let [removed, added]: [readonly Line[], readonly Line[]] = [[], []];
  const flush = (): void => {
    lines.push(...replaced(removed, added));
    [removed, added] = [[], []];
  };
  let [old, now] = [0, 0];
  for (const { change, units } of listDifference(before.lines.map(keyOf), after.lines.map(keyOf))) {
    if (change === 'same') {
      flush();
      lines.push(...after.lines.slice(now, now + units.length).map((line) => whole(line, 'same')));
    } else if (change === 'removed') removed = [...removed, ...before.lines.slice(old, old + units.length)];
    else added = [...added, ...after.lines.slice(now, now + units.length)];
    if (change !== 'added') old += units.length;
    if (change !== 'removed') now += units.length;
  }
  flush();
  return { from: before.seq, to: after.seq, lines, ...sizes(lines) };
}

function keyOf(line: Line): string {
  if (line.kind === 'fact') return `fact ${line.fact}`;
  return line.kind === 'image' ? `image ${line.image} ${line.caption}` : `${line.style} ${line.level} ${textOfLine(line)}`;
}

function whole(line: Line, change: Change): DifferentLine {
  if (line.kind !== 'text') return { ...line, change };
  const { style, level, pieces } = line;
  return { kind: 'text', change, style, level, styled: false, parts: pieces.length > 0 ? [{ change, pieces }] : [] };
}

/** Lines in the place of others: those most alike belong together, in their order. */
function replaced(removed: readonly Line[], added: readonly Line[]): readonly DifferentLine[] {
  const lines: DifferentLine[] = [];
  let [old, now] = [0, 0];
  const upTo = (oldEnd: number, nowEnd: number): void => {
    lines.push(...removed.slice(old, oldEnd).map((line) => whole(line, 'removed')));
    lines.push(...added.slice(now, nowEnd).map((line) => whole(line, 'added')));
  };
  for (const { from, to, parts } of pairsOf(removed, added)) {
    const [one, other] = [removed[from], added[to]];
    if (one?.kind !== 'text' || other?.kind !== 'text') continue;
    upTo(from, to);
    lines.push(changed(one, other, parts));
    [old, now] = [from + 1, to + 1];
  }
  upTo(removed.length, added.length);
  return lines;
}

interface Pair {
  readonly from: number;
  readonly to: number;
  readonly parts: readonly Part[];
}

/** The pairs, in order on both sides, that have most in common. */
function pairsOf(removed: readonly Line[], added: readonly Line[]): readonly Pair[] {
  const [rows, columns] = [removed.length, added.length];
  if (rows === 0 || columns === 0) return [];
  const near = rows * columns > mostPairs ? 1 : Infinity;
  const found = new Map<number, Pair & { readonly alike: number }>();
  for (const [from, one] of removed.entries()) {
    for (const [to, other] of added.entries()) {
      if (one.kind !== 'text' || other.kind !== 'text' || Math.abs(from - to) > near) continue;
      const parts = proseDifference(textOfLine(one), textOfLine(other));
      const alike = likeness(parts);
      if (alike >= leastAlike) found.set(from * columns + to, { from, to, parts, alike });
    }
  }
  const best = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1));
  const at = (row: number, place: number): number => best[row]?.[place] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let place = columns - 1; place >= 0; place -= 1) {
      const alike = found.get(row * columns + place)?.alike ?? -1;
      best[row]?.fill(Math.max(at(row + 1, place), at(row, place + 1), alike < 0 ? 0 : at(row + 1, place + 1) + alike), place, place + 1);
    }
  }
  const pairs: Pair[] = [];
  for (let [row, place] = [0, 0]; row < rows && place < columns;) {
    const pair = found.get(row * columns + place);
    if (pair && at(row, place) === at(row + 1, place + 1) + pair.alike) {
      pairs.push(pair);
      row += 1;
      place += 1;
    } else if (at(row, place) === at(row + 1, place)) row += 1;
    else place += 1;
  }
  return pairs;
}

function changed(before: TextLine, after: TextLine, parts: readonly Part[]): DifferentLine {
  const { style, level } = after;
  let [old, now] = [0, 0];
  const dressed = parts.map(({ change, text }): DifferentPart => {
    const pieces = change === 'removed' ? cut(before.pieces, old, old + text.length) : cut(after.pieces, now, now + text.length);
    if (change !== 'added') old += text.length;
    if (change !== 'removed') now += text.length;
    return { change, pieces };
  });
  const isSame = parts.every(({ change }) => change === 'same');
  return {
    ...{ kind: 'text', change: isSame ? 'same' : 'changed', style, level, parts: dressed },
    styled: before.style !== style || before.level !== level,
  };
}

function cut(pieces: readonly Piece[], from: number, to: number): readonly Piece[] {
  const out: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const text = piece.text.slice(Math.max(from - at, 0), Math.max(to - at, 0));
    if (text !== '') addPiece(out, { ...piece, text });
    at += piece.text.length;
  }
  return out;
}

function sizes(lines: readonly DifferentLine[]): { readonly added: number; readonly removed: number } {
  const parts = lines.flatMap((line) => (line.kind === 'text' ? line.parts : []));
  const size = (wanted: Change): number =>
    parts.reduce(
      (sum, { change, pieces }) => sum + (change === wanted ? pieces.reduce((length, { text }) => length + [...text].length, 0) : 0),
      0,
    );
  return { added: size('added'), removed: size('removed') };
}
