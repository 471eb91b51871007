// Judges what became of typed text by the record of the typing; measures nothing and knows no document.
import type { Stroke } from './prose.ts';

export interface Texts {
  /** All letters before anybody typed. */
  readonly before: string;
  /** All letters at the end. */
  readonly after: string;
  /** What was done, by anybody, in any order. */
  readonly strokes: readonly Stroke[];
}

export interface Outcome {
  /** Marks that were typed. */
  readonly marks: number;
  /** Marks that do not stand in the text. */
  readonly lost: number;
  /** Marks that stand in it more than once. */
  readonly doubled: number;
  /** Letters of any word, counted by kind: so many too few, and too many (doubled, or erased and back). */
  readonly letters: { readonly typed: number; readonly missing: number; readonly surplus: number };
}

/** Marks are never erased; every letter at the end was there before or typed, and not erased. */
export function outcomeOf({ before, after, strokes }: Texts): Outcome {
  const marks = strokes.flatMap(({ mark }) => (mark === null ? [] : [mark]));
  const times = marks.map((mark) => after.split(mark).length - 1);
  const balance = new Map<string, number>();
  const count = (letters: string, by: 1 | -1): void => {
    for (const letter of letters) balance.set(letter, (balance.get(letter) ?? 0) + by);
  };
  count(before, 1);
  count(after, -1);
  for (const { kind, text } of strokes) count(text, kind === 'erase' ? -1 : 1);
  const off = [...balance.values()];
  return {
    marks: marks.length,
    lost: times.filter((one) => one === 0).length,
    doubled: times.filter((one) => one > 1).length,
    letters: {
      typed: strokes.reduce((sum, { kind, text }) => sum + (kind === 'erase' ? 0 : [...text].length), 0),
      missing: off.reduce((sum, one) => sum + Math.max(one, 0), 0),
      surplus: off.reduce((sum, one) => sum + Math.max(-one, 0), 0),
    },
  };
}
