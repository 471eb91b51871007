// Knows the outline of a text: its headings with their numbers, and how many facts stand under each; not how the text is drawn.
import { numberer, readFactId } from '@xieshang/minutes';

export type Level = 1 | 2 | 3 | 4;

/** A piece of the text in the order it stands. */
export type Piece =
  | { readonly kind: 'heading'; readonly level: Level; readonly text: string }
  | { readonly kind: 'fact'; readonly fact: string };

export interface OutlineEntry {
  /** Place of its first piece among all pieces, for jumping there; -1 is the top of the text. */
  readonly at: number;
  readonly kind: 'opening' | 'heading' | 'closing';
  readonly level: Level;
  /** With its number: 一、协商情况. Empty for the opening and the closing. */
  readonly text: string;
  readonly speeches: number;
  readonly answers: number;
  /** Recommendations, however many rounds each took. */
  readonly votes: number;
}

const countOf: Readonly<Record<string, 'speeches' | 'answers' | 'votes'>> = { speech: 'speeches', answers: 'answers', vote: 'votes' };

/** The opening first, then each heading; the names of those present come last when they are there. */
export function outlineOf(pieces: readonly Piece[]): readonly OutlineEntry[] {
  const next = numberer();
  const none = { speeches: 0, answers: 0, votes: 0 };
  const voted = new Set<string>();
  const entries: OutlineEntry[] = [{ at: -1, kind: 'opening', level: 1, text: '', ...none }];
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind === 'heading') {
      const text = piece.text.trim();
      // An empty heading is left out of the manuscript and takes no number there.
      if (text !== '') entries.push({ at, kind: 'heading', level: piece.level, text: `${next(piece.level)}${text}`, ...none });
      continue;
    }
    const name = readFactId(piece.fact);
    if (name?.kind === 'names') entries.push({ at, kind: 'closing', level: 1, text: '', ...none });
    if (name?.kind === 'vote') {
      if (voted.has(name.motionId)) continue;
      voted.add(name.motionId);
    }
    const count = name && countOf[name.kind];
    const under = entries.at(-1);
    if (count && under) entries.splice(-1, 1, { ...under, [count]: under[count] + 1 });
  }
  return entries;
}
